/**
 * Structure and content lead to each other. The Matterhorn Protocol gives these no numbers: it takes for granted that
 * a PDF is as ISO 32000-1 says, which ISO 14289-1, 6.2, asks for.
 */

import { PDFInvalidObject } from '../../library.ts';
import { flagAt, dictAt, numberAt, valueAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { atObject, type PdfFault, type PdfRule, spotted, wrong } from '../rule.ts';

const tree = (name: string, clause: string, remedy: string, find: PdfRule['find']): PdfRule => ({
  id: `tree-${name}`,
  clause: `ISO 14289-1, 6.2; ISO 32000-1, ${clause}`,
  remedy,
  find,
});

const REMEDY = 'Make the PDF anew with a program that tags.';

function* ancestry({ structure }: Subject): Generator<PdfFault> {
  for (const { element } of structure?.twice ?? [])
    yield wrong(element, `the element ${element.own} stands in the structure tree twice`);
  for (const element of structure?.elements ?? []) {
    const above = element.parent ? element.parent.dict : structure?.root;
    if (valueAt(element.dict, 'P') !== above)
      yield wrong(element, `the element ${element.own} names another parent than the one that it stands in`);
  }
}

/** Structure that names content which there is not. */
function* missing({ structure, content }: Subject): Generator<PdfFault> {
  for (const element of structure?.elements ?? []) {
    const gone = element.marks.filter(({ holder, id }) => !content.marks.get(holder)?.has(id));
    if (gone.length)
      yield wrong(
        element,
        `the element ${element.own} names content that there is not (number ${gone[0]?.id})`,
      );
  }
}

function* annotationsAstray({ structure, annotations }: Subject): Generator<PdfFault> {
  for (const { element, dict, place, subtype, isHidden } of annotations) {
    if (!element || isHidden || subtype === 'PrinterMark') continue;
    const key = numberAt(dict, 'StructParent');
    if (key === undefined || structure?.parents?.get(key) !== element.ref)
      yield {
        text: `an annotation (${subtype}) does not lead to the element ${element.own} that names it`,
        place,
      };
  }
}

/** Whether the PDF is whole, and tagged at all. */
export const TAGGED_RULES: readonly PdfRule[] = [
  tree('marked', '14.7.1', REMEDY, ({ catalog }) =>
    flagAt(dictAt(catalog, 'MarkInfo'), 'Marked') ? [] : [{ text: 'the PDF does not say that it is tagged' }],
  ),
  tree('root', '14.7.2', REMEDY, ({ structure }) =>
    structure?.elements.length ? [] : [{ text: 'the PDF is not tagged: a screen reader has to guess' }],
  ),
  tree('streams', '7.8.2', REMEDY, ({ content }) =>
    spotted(content.damaged, () => 'content that can’t be unpacked'),
  ),
  tree('objects', '7.3', 'Mend the file, or make it anew.', ({ context }) =>
    context
      .enumerateIndirectObjects()
      .filter(([, object]) => object instanceof PDFInvalidObject)
      .map(([ref]) => ({ text: 'an object that can’t be read', place: atObject(ref.objectNumber) })),
  ),
  tree('pages', '7.7.3', REMEDY, ({ pages }) => (pages.length ? [] : [{ text: 'the PDF has no page' }])),
];

export const TREE_RULES: readonly PdfRule[] = [
  tree('ancestry', '14.7.2', REMEDY, ancestry),
  tree('parents', '14.7.4.4', REMEDY, ({ structure }) =>
    structure?.parents || !structure
      ? []
      : [{ text: 'nothing leads from content to structure (`ParentTree`)' }],
  ),
  tree('content', '14.7.4', REMEDY, (pdf) => [
    ...missing(pdf),
    ...spotted(pdf.content.markTwice, (_, id) => `two pieces of content have the number ${id}`),
    ...spotted(
      pdf.content.markAstray,
      (_, id) => `content number ${id} leads to another element than the one that names it`,
    ),
  ]),
  tree('annotations', '14.7.4.4', REMEDY, annotationsAstray),
  tree('marks', '14.6.1', REMEDY, ({ content }) => spotted(content.unbalanced, (_, what) => what)),
];
