/** What a passage says of the time and the place that it is about: rule 1 of statistics, which need both. */

import { error, type Say } from '../diagnostics/message.ts';
import type { Passage } from '../model/project.ts';

/** When somebody said it, which is not the time that it is about. */
const SAID = /\b(?:reported|published|said|stated|quoted|cited|announced|released)\b/iu;

/** Words that stand for nothing. */
const NOTHING =
  /^(?:not (?:stated|known|given|available|specified)|unknown|unclear|n\/?a|none|various|tb[ac]|[?.\-–—]+)$/iu;

const OR_DRAFT = 'where its source does not say, make it a draft: `status=draft`';

/** Says a period that is no time, and an area that is no place; a draft may leave both open. */
export const sayScope = (
  { area, period, status, places, place }: Omit<Passage, 'id' | 'text' | 'wordings'>,
  say: Say,
): void => {
  if (status !== 'approved') return;
  if (period !== null && (!/\d{4}/u.test(period) || SAID.test(period) || NOTHING.test(period))) {
    const text = `\`period\` is \`${period}\`; expected the time that the passage is about, with its year`;
    const remedy = `Write it like \`2023\`, \`2018-19\` or \`30 September 2023\`; ${OR_DRAFT}.`;
    say(error('no-period', places['period'] ?? place, text, { remedy }));
  }
  if (area !== null && NOTHING.test(area)) {
    const text = `\`area\` is \`${area}\`; expected the place that the passage is about`;
    say(
      error('no-area', places['area'] ?? place, text, { remedy: `Write it like \`England\`; ${OR_DRAFT}.` }),
    );
  }
};
