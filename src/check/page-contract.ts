/** Rules on a printed document: what its template promises of pages, type and fonts. */

import { error, type Message } from '../diagnostics/message.ts';
import { MISSING } from '../model/missing-font.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage, Template } from '../model/project.ts';
import type { Measures } from '../world/world.ts';

/** A document as printed; `place` is where its edition stands in the pack. */
export interface PrintedDocument {
  /** e.g. `childrens-wellbeing-bill/mp`. */
  readonly name: string;
  readonly place: Place;
  readonly pages: number;
  readonly measures: Measures;
  /** Addresses that the page asked for and that were refused. */
  readonly refused: readonly string[];
  /** Fonts in the PDF that the template did not embed. */
  readonly strangeFonts: readonly string[];
}

/** Holds a printed document against its template. */
export const checkContract = (template: Template, printed: PrintedDocument): readonly Message[] => [
  ...pages(template, printed),
  // What is too wide makes the browser shrink the whole page: then its type tells nothing of the style sheet.
  ...(printed.measures.overflowing.length ? [] : type(template, printed)),
  ...printed.refused.map((address) =>
    error(
      'refused-address',
      template.place,
      `The page asks for \`${address}\`, which is not part of the project, in ${printed.name}`,
      {
        remedy: 'Put the file into the project.',
      },
    ),
  ),
  ...printed.strangeFonts.map((font) =>
    font === MISSING
      ? error(
          'missing-character',
          printed.place,
          `${printed.name} holds a character that none of its template's fonts has`,
          {
            remedy:
              'Look for the boxes in the page, and write another character or embed a font that has it.',
          },
        )
      : error(
          'strange-font',
          template.place,
          `The PDF of ${printed.name} holds the font ${font}, which its template does not embed`,
          {
            remedy:
              'Embed each font, weight and style that the style sheet uses; variable fonts and made-up bold do not print.',
          },
        ),
  ),
];

/** A document that runs over its pages, whatever it gives. */
export interface Overlong {
  readonly name: string;
  /** Where its edition stands in the pack. */
  readonly place: Place;
  readonly pages: number;
  /** Millimetres. */
  readonly over: number;
  /** Ids of all that it would have left out. */
  readonly dropped: readonly string[];
  /** What stands in it then, with its height in millimetres. */
  readonly passages: readonly { readonly passage: Passage; readonly height: number }[];
}

/** Says by how much a document runs over, and how tall its passages are, so that one sees what to cut. */
export const runsOver = (
  template: Template,
  { name, place, pages, over, dropped, passages }: Overlong,
): Message => {
  const without = dropped.length ? ` and without ${dropped.map((id) => `\`${id}\``).join(', ')}` : '';
  const tallest = passages.toSorted((a, b) => b.height - a.height);
  return error(
    'page-contract',
    place,
    `${name} runs ${over.toFixed(1)} mm over its ${count(pages)}, in its smallest type${without}`,
    {
      remedy:
        'Shorten what is tall, give this audience shorter wordings, name fewer passages, or lower a slot’s `max` in the pack.',
      related: [
        { place: template.pages.place, text: `the contract of the template \`${template.id}\`` },
        ...tallest.map(({ passage: { id, place, priority }, height }) => ({
          place,
          text: `\`${id}\` is ${height.toFixed(1)} mm tall, priority ${priority}`,
        })),
      ],
    },
  );
};

const count = (pages: number): string => `${pages} ${pages === 1 ? 'page' : 'pages'}`;

const pages = (template: Template, { name, place, pages: found }: PrintedDocument): readonly Message[] => {
  const { min, max, multiple, place: contract } = template.pages;
  const related = [{ place: contract, text: `the contract of the template \`${template.id}\`` }];
  const say = (asked: string, remedy: string) => [
    error('page-contract', place, `${name} has ${count(found)}; its template ${asked}`, { remedy, related }),
  ];
  if (max !== null && found > max)
    return say(
      `allows ${max}`,
      'Shorten its texts, or those of `sources/organisation.yaml` that it shows, give the audience shorter wordings, or lower a slot’s `max` in the pack.',
    );
  if (found < min) return say(`asks for ${min} at least`, 'Let it hold more.');
  return found % multiple ? say(`asks for a multiple of ${multiple}`, 'Let it hold more, or less.') : [];
};

const type = ({ type: contract }: Template, { name, measures }: PrintedDocument): readonly Message[] =>
  [
    { found: measures.smallest, least: contract.min, what: 'Text' },
    { found: measures.smallestNote, least: contract.notes, what: 'A note or small print' },
  ].flatMap(({ found, least, what }) =>
    // Chrome's sizes are in pixels to some decimals: a hundredth of a point is no fault.
    found && found.size < least - 0.01
      ? [
          error(
            'small-type',
            contract.place,
            `${what} of ${name} is set in ${found.size.toFixed(1)}pt: “${found.text}”; its template allows ${least}pt`,
            {
              remedy: 'Mend the style sheet.',
            },
          ),
        ]
      : [],
  );
