/** Links, form fields and other annotations are part of the structure, and described (Matterhorn 28). */

import { PDFArray, type PDFObject } from '../../library.ts';
import { type Annotation, describes, fieldDescription, hasAnnotations } from '../../read/annotation.ts';
import { within } from '../../read/element.ts';
import { dictAt, listOf, nameAt, textAt, textOf, valueAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { atObject, type PdfFault, onPage, type PdfRule, spotted, ua } from '../rule.ts';
import { isNamed } from './holdings.ts';

/** The subtypes of ISO 32000-1, 12.5.6.1, table 169. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    'Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret ' +
    'Ink Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact'
  ).split(' '),
);

/** Subtypes with rules of their own; a pop-up belongs to another annotation. */
const APART: ReadonlySet<string> = new Set(['Widget', 'Link', 'PrinterMark', 'TrapNet', 'Popup']);

/** The annotations that are seen, of the subtypes asked for. */
const seen = ({ annotations }: Subject, wanted: (subtype: string) => boolean): Annotation[] =>
  annotations.filter(({ isHidden, subtype }) => !isHidden && wanted(subtype));

const fault = ({ place }: Annotation, text: string): PdfFault => ({ text, place });

const inWhat = ({ element }: Annotation): string =>
  element ? `stands in ${element.own}` : 'is part of no structure element';

const article = (word: string): string => (/^[AEIOU3]/u.test(word) ? `an ${word}` : `a ${word}`);

const ofKind = (kind: string) => (subtype: string) => subtype === kind;

const isCommon = (subtype: string): boolean => KNOWN.has(subtype) && !APART.has(subtype);

/** Pieces of media that are played (ISO 32000-1, 13.2.4.2). */
const clips = ({ objects }: Subject) =>
  objects.filter(({ dict }) => nameAt(dict, 'S') === 'MCD' && nameAt(dict, 'Type') !== 'StructElem');

/** Whether a value is a text for each of one or more languages: both in turn (ISO 32000-1, 14.9.2.4). */
const hasTexts = (value: PDFObject | undefined): boolean => {
  const parts = value instanceof PDFArray ? listOf(value).map(textOf) : [];
  const isGood = (part: string | undefined, index: number): boolean =>
    part !== undefined && (index % 2 === 0 || part.trim() !== '');
  return parts.length > 0 && parts.length % 2 === 0 && parts.every(isGood);
};

const CONTAINER_RULES: readonly PdfRule[] = [
  ua('28-002', '7.18.1', 'Put the annotation into an `Annot` element.', (pdf) =>
    seen(pdf, isCommon)
      .filter(({ element }) => element?.type !== 'Annot')
      .map((one) => fault(one, `${article(one.subtype)} annotation ${inWhat(one)}, not in Annot`)),
  ),
  ua('28-010', '7.18.4', 'Put the form field into a `Form` element.', (pdf) =>
    seen(pdf, ofKind('Widget'))
      .filter(({ element }) => !within(element, 'Form'))
      .map((one) => fault(one, `a form field ${inWhat(one)}, not in Form`)),
  ),
  ua('28-011', '7.18.5', 'Put the link into a `Link` element.', (pdf) =>
    seen(pdf, ofKind('Link'))
      .filter(({ element }) => !within(element, 'Link'))
      .map((one) => fault(one, `a link ${inWhat(one)}, not in Link`)),
  ),
];

const DESCRIPTION_RULES: readonly PdfRule[] = [
  ua('28-004', '7.18.1', 'Describe the annotation in `Contents`.', (pdf) =>
    seen(pdf, (subtype) => isCommon(subtype) || subtype === 'Link')
      .filter((one) => !describes(one))
      .map((one) => fault(one, `${article(one.subtype)} annotation without a description`)),
  ),
  ua('28-005', '7.18.1', 'Describe the form field in `TU`.', (pdf) =>
    seen(pdf, ofKind('Widget'))
      .filter((one) => !fieldDescription(one) && !(one.element && textAt(one.element.dict, 'Alt')?.trim()))
      .map((one) => fault(one, 'a form field without a description')),
  ),
  ua('28-012', '7.18.5', 'Say in `Contents` where the link leads.', (pdf) =>
    seen(pdf, ofKind('Link'))
      .filter(({ dict }) => !textAt(dict, 'Contents')?.trim())
      .map((one) => fault(one, 'a link that does not say where it leads')),
  ),
];

const KIND_RULES: readonly PdfRule[] = [
  ua('28-006', '7.18.2', 'Tag and describe the annotation, or take it out.', (pdf) =>
    seen(pdf, (subtype) => !KNOWN.has(subtype))
      .filter((one) => one.element?.type !== 'Annot' || !describes(one))
      .map((one) =>
        fault(one, `an annotation of the unknown kind \`${one.subtype}\`, not tagged and described`),
      ),
  ),
  ua('28-007', '7.18.2', 'Take the annotation out.', ({ annotations }) =>
    annotations
      .filter(({ subtype }) => subtype === 'TrapNet')
      .map((one) => fault(one, 'an annotation of the kind TrapNet')),
  ),
  ua('28-014', '7.18.6.2', 'Say in `CT` of what kind the media are.', (pdf) =>
    clips(pdf)
      .filter(({ dict }) => valueAt(dict, 'CT') === undefined)
      .map(({ object }) => ({ text: 'media without their kind', place: atObject(object) })),
  ),
  ua('28-015', '7.18.6.2', 'Describe the media in `Alt`.', (pdf) =>
    clips(pdf)
      .filter(({ dict }) => !hasTexts(valueAt(dict, 'Alt')))
      .map(({ object }) => ({ text: 'media without a description', place: atObject(object) })),
  ),
  ua('28-016', '7.18.7', 'Name the attached file in `F` and `UF`.', (pdf) =>
    seen(pdf, ofKind('FileAttachment'))
      .filter(({ dict }) => {
        const file = dictAt(dict, 'FS');
        return !file || !isNamed(file);
      })
      .map((one) => fault(one, 'an attached file without its name')),
  ),
  ua('28-017', '7.18.8', 'Keep printer’s marks out of the structure.', ({ annotations }) =>
    annotations
      .filter(({ subtype, element }) => subtype === 'PrinterMark' && element)
      .map((one) => fault(one, 'a printer’s mark is part of the structure')),
  ),
  ua('28-018', '7.18.8', 'Mark what the printer’s mark shows as artifact.', ({ content }) =>
    spotted(content.unmarkedByPrinters, () => 'a printer’s mark that is not marked as artifact'),
  ),
];

const PAGE_RULES: readonly PdfRule[] = [
  ua('28-008', '7.18.3', 'Set `Tabs` to `S`.', ({ pages }) =>
    pages
      .filter((page) => hasAnnotations(page) && nameAt(page.dict, 'Tabs') === undefined)
      .map(({ number }) => ({
        text: 'a page with links or fields does not say in which order the tab key goes through them',
        place: onPage(number),
      })),
  ),
  ua('28-009', '7.18.3', 'Set `Tabs` to `S`.', ({ pages }) =>
    pages
      .filter((page) => hasAnnotations(page) && ![undefined, 'S'].includes(nameAt(page.dict, 'Tabs')))
      .map(({ number }) => ({
        text: 'the tab key goes through links and fields in another order than the structure’s',
        place: onPage(number),
      })),
  ),
];

export const ANNOTATION_RULES: readonly PdfRule[] = [
  ...CONTAINER_RULES,
  ...DESCRIPTION_RULES,
  ...KIND_RULES,
  ...PAGE_RULES,
];
