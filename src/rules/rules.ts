/** The table of all rules, scope by scope, in the order in which they are applied. */

import { copyLayout } from './copy/copy-layout.ts';
import { chartAlone } from './document/chart-alone.ts';
import { chartAlternative } from './document/chart-alternative.ts';
import { chartPlaces } from './document/chart-places.ts';
import { chartTimes } from './document/chart-times.ts';
import { chartTitle } from './document/chart-title.ts';
import { deadLink } from './document/dead-link.ts';
import { tooManyWords } from './document/too-many-words.ts';
import { leak } from './file/leak.ts';
import { againstItself } from './library/against-itself.ts';
import { headlineNumber } from './pack/headline-number.ts';
import { unsaidPeriod } from './pack/unsaid-period.ts';
import { unsaidArea } from './pack/unsaid-area.ts';
import { undefinedTerm } from './library/undefined-term.ts';
import { lostCaveat } from './library/lost-caveat.ts';
import { otherHolder } from './library/other-holder.ts';
import { pastHolder } from './pack/past-holder.ts';
import { caution } from './library/caution.ts';
import { changedOriginal } from './library/changed-original.ts';
import { cutQuotation } from './library/cut-quotation.ts';
import { driftedQuotation } from './library/drifted-quotation.ts';
import { figureUnit } from './library/figure-unit.ts';
import { longSentence } from './library/long-sentence.ts';
import { missingCharacter } from './library/missing-character.ts';
import { needsCorrection } from './library/needs-correction.ts';
import { noArea } from './library/no-area.ts';
import { noFont } from './library/no-font.ts';
import { noOriginal } from './library/no-original.ts';
import { noPeriod } from './library/no-period.ts';
import { noTopic } from './library/no-topic.ts';
import { noValue } from './library/no-value.ts';
import { otherNumber } from './library/other-number.ts';
import { otherPeriod } from './library/other-period.ts';
import { otherUnit } from './library/other-unit.ts';
import { otherValue } from './library/other-value.ts';
import { percentageBase } from './library/percentage-base.ts';
import { rebutsNoClaim } from './library/rebuts-no-claim.ts';
import { repeatedWord } from './library/repeated-word.ts';
import { reviewDue } from './library/review-due.ts';
import { spelling } from './library/spelling.ts';
import { strayFigure } from './library/stray-figure.ts';
import { supersedesCircle } from './library/supersedes-circle.ts';
import { unpinnedOriginal } from './library/unpinned-original.ts';
import { wrongSum } from './library/wrong-sum.ts';
import { contentsWords } from './markup/contents-words.ts';
import { draftMissing } from './markup/draft-missing.ts';
import { embargoMissing } from './markup/embargo-missing.ts';
import { imageText } from './markup/image-text.ts';
import { imprintMissing } from './markup/imprint-missing.ts';
import { licenceWording } from './markup/licence-wording.ts';
import { noteOrder } from './markup/note-order.ts';
import { noticeMissing } from './markup/notice-missing.ts';
import { pageHeadings } from './markup/page-headings.ts';
import { pageIds } from './markup/page-ids.ts';
import { pageLanguage } from './markup/page-language.ts';
import { pageLinks } from './markup/page-links.ts';
import { pageTitle } from './markup/page-title.ts';
import { slotNotPlaced } from './markup/slot-not-placed.ts';
import { badDay } from './pack/bad-day.ts';
import { imprintDecision } from './pack/imprint-decision.ts';
import { imprintUnwritten } from './pack/imprint-unwritten.ts';
import { laterSource } from './pack/later-source.ts';
import { namedPassage } from './pack/named-passage.ts';
import { newerPeriod } from './pack/newer-period.ts';
import { otherLanguage } from './pack/other-language.ts';
import { otherPlace } from './pack/other-place.ts';
import { readingGrade } from './pack/reading-grade.ts';
import { slotMaximum } from './pack/slot-maximum.ts';
import { slotMinimum } from './pack/slot-minimum.ts';
import { supersededNumber } from './pack/superseded-number.ts';
import { unfilledField } from './pack/unfilled-field.ts';
import { boxedCharacter } from './page/boxed-character.ts';
import { cutOff } from './page/cut-off.ts';
import { imprintPage } from './page/imprint-page.ts';
import { imageResolution } from './page/image-resolution.ts';
import { licencePage } from './page/licence-page.ts';
import { overflow } from './page/overflow.ts';
import { pageContract } from './page/page-contract.ts';
import { qrQuietZone } from './page/qr-quiet-zone.ts';
import { qrSize } from './page/qr-size.ts';
import { refusedAddress } from './page/refused-address.ts';
import { smallType } from './page/small-type.ts';
import { strangeFont } from './page/strange-font.ts';
import { wideText } from './page/wide-text.ts';
import { overlap } from './pdf/overlap.ts';
import { standards } from './pdf/pdf.ts';
import { dateForm } from './library/date-form.ts';
import { relativeTime } from './library/relative-time.ts';
import { leansBack } from './library/leans-back.ts';
import { ownVoice } from './library/own-voice.ts';
import { ownClaim } from './library/own-claim.ts';
import { knownError } from './library/known-error.ts';
import { longQuotation } from './library/long-quotation.ts';
import { expired } from './library/expired.ts';
import { unusedPassages } from './library/unused-passages.ts';
import { nearDuplicate } from './library/near-duplicate.ts';
import { questionForm } from './library/question-form.ts';
import { unusedTerm } from './pack/unused-term.ts';
import { unexplainedTerm } from './pack/unexplained-term.ts';
import type { Rule, RuleScope } from './rule.ts';

export const RULES: { readonly [S in RuleScope]: readonly Rule<S>[] } = {
  library: [
    missingCharacter,
    noFont,
    noPeriod,
    noArea,
    noTopic,
    supersedesCircle,
    againstItself,
    rebutsNoClaim,
    strayFigure,
    figureUnit,
    percentageBase,
    otherPeriod,
    reviewDue,
    noOriginal,
    unpinnedOriginal,
    changedOriginal,
    driftedQuotation,
    cutQuotation,
    noValue,
    otherNumber,
    otherUnit,
    otherValue,
    wrongSum,
    needsCorrection,
    longSentence,
    repeatedWord,
    spelling,
    dateForm,
    relativeTime,
    leansBack,
    ownVoice,
    ownClaim,
    knownError,
    longQuotation,
    expired,
    unusedPassages,
    nearDuplicate,
    questionForm,
    caution,
    undefinedTerm,
    lostCaveat,
    otherHolder,
  ],
  pack: [
    namedPassage,
    laterSource,
    otherPlace,
    otherLanguage,
    slotMaximum,
    slotMinimum,
    supersededNumber,
    newerPeriod,
    unfilledField,
    readingGrade,
    unusedTerm,
    unexplainedTerm,
    imprintDecision,
    imprintUnwritten,
    badDay,
    unsaidPeriod,
    unsaidArea,
    headlineNumber,
    pastHolder,
  ],
  document: [tooManyWords, deadLink, chartTitle, chartTimes, chartPlaces, chartAlternative, chartAlone],
  markup: [
    pageTitle,
    pageLanguage,
    pageHeadings,
    pageIds,
    pageLinks,
    imageText,
    slotNotPlaced,
    noticeMissing,
    imprintMissing,
    licenceWording,
    draftMissing,
    embargoMissing,
    noteOrder,
    contentsWords,
  ],
  page: [
    pageContract,
    smallType,
    refusedAddress,
    boxedCharacter,
    strangeFont,
    overflow,
    cutOff,
    wideText,
    imageResolution,
    qrSize,
    qrQuietZone,
    imprintPage,
    licencePage,
  ],
  pdf: [overlap, standards],
  copy: [copyLayout],
  file: [leak],
};
