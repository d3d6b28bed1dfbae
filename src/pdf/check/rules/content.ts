/** Content is tagged or an artifact, never both (Matterhorn 01, 30). */

import type { Element } from '../../read/element.ts';
import { flagAt, dictAt } from '../../read/objects.ts';
import { counted, type PdfRule, spotted, ua } from '../rule.ts';

const behind = (element: Element | null): string =>
  element ? `, the first behind what is tagged ${element.own}` : '';

export const CONTENT_RULES: readonly PdfRule[] = [
  ua('01-003', '7.1', 'Put no artifact into what is tagged.', ({ content }) =>
    spotted(content.artifactInTagged, (count) => `${counted(count, 'artifact')} within tagged content`),
  ),
  ua('01-004', '7.1', 'Put nothing that is tagged into an artifact.', ({ content }) =>
    spotted(
      content.taggedInArtifact,
      (count) => `${counted(count, 'piece')} of tagged content within an artifact`,
    ),
  ),
  ua('01-005', '7.1', 'Tag what is to be read, and mark the rest as artifact.', ({ content }) =>
    spotted(
      content.unmarked,
      (count, what, element) =>
        `${what} that is neither tagged nor marked as artifact${count > 1 ? `, ${count} times on this page` : ''}${behind(element)}`,
    ),
  ),
  ua('30-001', '7.20', 'Put the content itself into the PDF.', ({ content }) =>
    spotted(content.reference, () => 'content that lies in another file (a reference XObject)'),
  ),
  ua('30-002', '7.20', 'Draw tagged content once, or mark it as artifact.', ({ content }) =>
    spotted(content.formTwice, () => 'a form XObject with tagged content is drawn more than once'),
  ),
];

/** What the catalog says of tags. */
export const SUSPECT_RULES: readonly PdfRule[] = [
  ua('01-007', '7.1', 'Look through the tags, then set `Suspects` to false.', ({ catalog }) =>
    flagAt(dictAt(catalog, 'MarkInfo'), 'Suspects')
      ? [{ text: 'the PDF says itself that its tags are suspect' }]
      : [],
  ),
];
