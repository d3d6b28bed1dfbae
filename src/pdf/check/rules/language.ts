/** The language of every text is known (Matterhorn 11). */

import { fieldDescription } from '../../read/annotation.ts';
import { isLanguage } from '../../read/language.ts';
import { dictAt, textAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { counted, type PdfFault, type PdfRule, spotted, ua, wrong } from '../rule.ts';

const REMEDY = 'Give the PDF a language, such as `en-GB`, and what is in another its own.';

function* wrongTags({ structure, catalog, content }: Subject): Generator<PdfFault> {
  const whole = textAt(catalog, 'Lang');
  if (whole && !isLanguage(whole)) yield { text: `“${whole}” is no language` };
  for (const element of structure?.elements ?? []) {
    const own = textAt(element.dict, 'Lang');
    if (own && !isLanguage(own)) yield wrong(element, `“${own}” is no language`);
  }
  yield* spotted(content.wrongLanguage, (_, language) => `“${language}” is no language`);
}

const REPLACEMENTS = { Alt: 'alternative text', ActualText: 'replacement text', E: 'expansion' };

export const LANGUAGE_RULES: readonly PdfRule[] = [
  ua('11-001', '7.2', REMEDY, (pdf) => [
    ...spotted(
      pdf.content.withoutLanguage,
      (count) => `${counted(count, 'piece')} of text whose language is not known`,
    ),
    ...wrongTags(pdf),
  ]),
  ua('11-002', '7.2', REMEDY, ({ structure }) =>
    (structure?.elements ?? []).flatMap((element) =>
      Object.entries(REPLACEMENTS)
        .filter(([key]) => !element.language && textAt(element.dict, key))
        .map(([, what]) => wrong(element, `the language of an ${what} is not known`.replace('an r', 'a r'))),
    ),
  ),
  ua('11-003', '7.2', REMEDY, ({ catalog }) =>
    dictAt(dictAt(catalog, 'Outlines'), 'First') && !textAt(catalog, 'Lang')
      ? [{ text: 'the language of the outline is not known' }]
      : [],
  ),
  ua('11-004', '7.2', REMEDY, ({ annotations, catalog }) =>
    annotations
      .filter(({ isHidden, dict }) => !isHidden && textAt(dict, 'Contents'))
      .filter(({ element }) => !(element ? element.language : textAt(catalog, 'Lang')))
      .map(({ place }) => ({ text: 'the language of an annotation’s description is not known', place })),
  ),
  ua('11-005', '7.2', REMEDY, ({ annotations, catalog }) =>
    annotations
      .filter((annotation) => annotation.subtype === 'Widget' && fieldDescription(annotation))
      .filter(({ element }) => !(element ? element.language : textAt(catalog, 'Lang')))
      .map(({ place }) => ({ text: 'the language of a form field’s description is not known', place })),
  ),
  ua('11-006', '7.2', REMEDY, ({ metadata, catalog }) =>
    metadata && !textAt(catalog, 'Lang') && !metadata.namesLanguage
      ? [{ text: 'the language of the metadata is not known' }]
      : [],
  ),
];
