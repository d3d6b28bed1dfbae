/** What the PDF says of itself (Matterhorn 06, 07). */

import { NAMESPACES } from '../inspect/metadata.ts';
import { dictAt, flagAt } from '../inspect/objects.ts';
import { type Rule, ua } from '../rule.ts';

export const METADATA_RULES: readonly Rule[] = [
  ua('06-001', '7.1', 'Give the PDF metadata in XMP.', ({ metadata }) =>
    metadata ? [] : [{ text: 'the PDF has no XMP metadata' }],
  ),
  ua('06-002', '5', 'Let the metadata say `pdfuaid:part` 1.', ({ metadata }) =>
    !metadata || metadata.property(NAMESPACES.pdfuaid, 'part') === '1'
      ? []
      : [{ text: 'the metadata do not say that the PDF follows PDF/UA-1' }],
  ),
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
