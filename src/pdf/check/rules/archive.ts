/** What PDF/A-2 and PDF/A-3 (ISO 19005-2, -3), level A, ask for besides: of what PDFs made by a browser can break. */

import type { PDFArray } from '../../library.ts';
import { NAMESPACES } from '../../read/metadata.ts';
import {
  arrayAt,
  dictAt,
  dictOf,
  flagAt,
  listOf,
  nameAt,
  nameOf,
  numberAt,
  streamAt,
  valueAt,
} from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import type { Swept } from '../../read/sweep.ts';
import { atObject, type PdfFault, type PdfRule, spotted } from '../rule.ts';

const archive = (name: string, clause: string, remedy: string, find: PdfRule['find']): PdfRule => ({
  id: `archive-${name}`,
  clause: `ISO 19005-2, ${clause}`,
  remedy,
  find,
});

/** A fault for each object that something is wrong with. */
const objectsWhere = ({ objects }: Subject, say: (swept: Swept) => string | null): PdfFault[] =>
  objects.flatMap((swept) => {
    const text = say(swept);
    return text === null ? [] : [{ text, place: atObject(swept.object) }];
  });

/** The part of ISO 19005 that a PDF says it follows, e.g. `2`; null where it says none. */
export const archivePart = ({ metadata }: Subject): string | null =>
  metadata?.property(NAMESPACES.pdfaid, 'part') ?? null;

/** ISO 19005-2, 6.5.1: actions that do something to the reader's machine, or are not known everywhere. */
const FORBIDDEN_ACTIONS: ReadonlySet<string> = new Set(
  'Launch Sound Movie ResetForm ImportData Hide SetOCGState Rendition Trans GoTo3DView JavaScript'.split(' '),
);

/** The flags of ISO 32000-1, 12.5.3: printed; not invisible, hidden, without view, or switched. */
const [PRINT, UNSEEN] = [4, 1 | 2 | 32 | 256];

const isAction = ({ dict }: Swept): boolean =>
  FORBIDDEN_ACTIONS.has(nameAt(dict, 'S') ?? '') && !(nameAt(dict, 'Type') ?? 'Action').startsWith('Struct');

/** The profile of the PDF's output intent for archives (6.2.3); undefined where it has none. */
const profile = ({ catalog }: Subject) =>
  listOf(arrayAt(catalog, 'OutputIntents'))
    .map(dictOf)
    .filter((intent) => nameAt(intent, 'S') === 'GTS_PDFA1')
    .map((intent) => streamAt(intent, 'DestOutputProfile'))
    .find(Boolean);

/** How many colours an output profile has: what each way of giving colours without a profile needs (6.2.4.3). */
const COMPONENTS: Readonly<Record<string, number>> = { DeviceRGB: 3, DeviceCMYK: 4 };

function* colours(pdf: Subject): Generator<PdfFault> {
  const components = numberAt(profile(pdf)?.dict, 'N');
  for (const [space, spots] of pdf.content.colours) {
    const needed = COMPONENTS[space];
    const isSaid = components !== undefined && (needed === undefined || needed === components);
    if (!isSaid)
      yield* spotted(spots, () => `colours of ${space} without a profile that says what they look like`);
  }
}

const filters = ({ dict }: Swept): (string | undefined)[] => listOf(valueAt(dict, 'Filter')).map(nameOf);

const hasSize = (rectangle: PDFArray | undefined): boolean => {
  const [left, bottom, right, top] = listOf(rectangle).map(String);
  return left !== right || bottom !== top;
};

/** Annotations that have to have a look of their own (6.3.3): all but pop-ups, links, and those without size. */
const needsLook = ({ dict, subtype }: Subject['annotations'][number]): boolean =>
  !['Popup', 'Link'].includes(subtype) && hasSize(arrayAt(dict, 'Rect'));

/** The header, and a comment of four bytes that no text has, so that programs send the file as it is. */
const HEADER = /^%PDF-1\.[0-7][\r\n]{1,2}%[\u0080-\u00ff]{4}/u;

const FILE_RULES: readonly PdfRule[] = [
  archive('header', '6.1.2', 'Begin the file with its header.', ({ bytes }) =>
    HEADER.test(Buffer.from(bytes.subarray(0, 32)).toString('latin1'))
      ? []
      : [{ text: 'the file does not begin as one of PDF 1.7 and before' }],
  ),
  archive('identifier', '6.1.3', 'Give the file an identifier (`ID`).', ({ context }) =>
    context.trailerInfo.ID ? [] : [{ text: 'the file has no identifier' }],
  ),
  archive('filter', '6.1.7.2', 'Pack the stream by Flate.', (pdf) =>
    objectsWhere(pdf, (swept) =>
      swept.stream && filters(swept).some((filter) => filter === 'LZWDecode' || filter === 'Crypt')
        ? 'a stream is packed in a way that archives do not take'
        : null,
    ),
  ),
];

const LOOK_RULES: readonly PdfRule[] = [
  archive('colours', '6.2.4.3', 'Give the PDF an output intent for its colours.', colours),
  archive('images', '6.2.8', 'Take `Interpolate` out.', (pdf) =>
    objectsWhere(pdf, ({ dict, stream }) =>
      stream && nameAt(dict, 'Subtype') === 'Image' && flagAt(dict, 'Interpolate')
        ? 'an image that is drawn smoother than it is'
        : null,
    ),
  ),
  archive('annotation-flags', '6.3.2', 'Let the annotation print, and not be hidden.', ({ annotations }) =>
    annotations
      .filter(({ subtype }) => subtype !== 'Popup')
      .filter(({ dict }) => {
        const flags = numberAt(dict, 'F') ?? 0;
        return !(flags & PRINT) || (flags & UNSEEN) !== 0;
      })
      .map(({ subtype, place }) => ({
        text: `an annotation (${subtype}) that is hidden or does not print`,
        place,
      })),
  ),
  archive('annotation-look', '6.3.3', 'Give the annotation an appearance.', ({ annotations }) =>
    annotations
      .filter(
        (annotation) => needsLook(annotation) && valueAt(dictAt(annotation.dict, 'AP'), 'N') === undefined,
      )
      .map(({ subtype, place }) => ({ text: `an annotation (${subtype}) without an appearance`, place })),
  ),
  archive('actions', '6.5.1', 'Take the action out.', (pdf) =>
    objectsWhere(pdf, (swept) => (isAction(swept) ? `the action ${nameAt(swept.dict, 'S')}` : null)),
  ),
];

const DESCRIPTION_RULES: readonly PdfRule[] = [
  archive('extension', '6.6.2.3.3', 'Describe `pdfuaid` in an extension schema.', ({ metadata }) =>
    metadata?.property(NAMESPACES.pdfuaid, 'part') && !metadata.property(NAMESPACES.pdfaExtension, 'schemas')
      ? [{ text: 'the metadata use `pdfuaid` without a description of it' }]
      : [],
  ),
  archive('part', '6.6.4', 'Let the metadata say part 2 or 3.', (pdf) =>
    ['2', '3'].includes(archivePart(pdf) ?? '')
      ? []
      : [{ text: 'the metadata do not say that the PDF follows PDF/A-2 or PDF/A-3' }],
  ),
  archive('level', '6.6.4', 'Let the metadata say level A, B or U.', ({ metadata }) =>
    ['A', 'B', 'U'].includes(metadata?.property(NAMESPACES.pdfaid, 'conformance') ?? '')
      ? []
      : [{ text: 'the metadata do not say which level of PDF/A the PDF follows' }],
  ),
  archive('attachments', '6.8', 'Follow PDF/A-3, or attach nothing.', (pdf) =>
    archivePart(pdf) === '2'
      ? objectsWhere(pdf, ({ dict }) =>
          dictAt(dict, 'EF') ? 'a file is attached, which PDF/A-2 does not take' : null,
        )
      : [],
  ),
  archive('relationship', '6.8', 'Say in `AFRelationship` what the file is to the document.', (pdf) =>
    archivePart(pdf) === '3'
      ? objectsWhere(pdf, ({ dict }) =>
          dictAt(dict, 'EF') && nameAt(dict, 'AFRelationship') === undefined
            ? 'an attached file does not say what it is to the document'
            : null,
        )
      : [],
  ),
];

export const ARCHIVE_RULES: readonly PdfRule[] = [...FILE_RULES, ...LOOK_RULES, ...DESCRIPTION_RULES];
