/** What the PDF says of itself (Matterhorn 06, 07). */

import { NAMESPACES } from '../../read/metadata.ts';
import { dictAt, flagAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { type PdfFault, type PdfRule, ua } from '../rule.ts';

/** ISO 14289-1, 5: the properties that identify the standard, all with the prefix that it gives. */
function* identification({ metadata }: Subject): Generator<PdfFault> {
  if (!metadata) return;
  if (metadata.property(NAMESPACES.pdfuaid, 'part') !== '1')
    yield { text: 'the metadata do not say that the PDF follows PDF/UA-1' };
  for (const property of ['part', 'amd', 'corr'])
    for (const prefix of metadata.prefixes(NAMESPACES.pdfuaid, property))
      if (prefix !== 'pdfuaid')
        yield { text: `the metadata write \`${prefix}:${property}\` in place of \`pdfuaid:${property}\`` };
}

export const METADATA_RULES: readonly PdfRule[] = [
  ua('06-001', '7.1', 'Give the PDF metadata in XMP.', ({ metadata }) =>
    metadata ? [] : [{ text: 'the PDF has no XMP metadata' }],
  ),
  ua('06-002', '5', 'Let the metadata say `pdfuaid:part` 1, with this prefix.', identification),
  ua('06-003', '7.1', 'Give the PDF a title.', ({ metadata }) =>
    !metadata || metadata.property(NAMESPACES.dc, 'title')
      ? []
      : [{ text: 'the metadata have no title (`dc:title`)' }],
  ),
  ua('07-001', '7.1', 'Set `DisplayDocTitle`.', ({ catalog }) =>
    flagAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === undefined
      ? [{ text: 'the PDF does not say that its title is to be shown in place of its file name' }]
      : [],
  ),
  ua('07-002', '7.1', 'Set `DisplayDocTitle` to true.', ({ catalog }) =>
    flagAt(dictAt(catalog, 'ViewerPreferences'), 'DisplayDocTitle') === false
      ? [{ text: 'the PDF has its file name shown in place of its title' }]
      : [],
  ),
];
