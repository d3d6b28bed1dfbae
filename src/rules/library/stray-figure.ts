import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../../diagnostics/place.ts';
import { fieldsOf, type FieldRequest } from '../../model/field.ts';
import { requestsIn } from '../../model/field-syntax.ts';
import { readersOf, type Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const beside = (figure: string, text: string) =>
  passages(
    `::::statistic{#homes period=2024 area=England unit="% of homes" figure="${figure}" locator="page 1"}\n${text}\n::::`,
  );

const TABLE = {
  'sources/data/seats.csv': 'code,seat,full,of\nW1,Ynys Môn,52,W1\n',
  'sources/data/seats.yaml':
    'title: Seats\nsource: example\nkey: code\nname: seat\nperiod: 2024\ncolumns: { full: { column: full, label: Full, unit: "%" } }\ncompare: { region: { row: { code: W1 } } }\n',
};

export const strayFigure: Rule<'library'> = {
  id: 'stray-figure',
  level: 'error',
  scope: 'library',
  finds: 'A `figure` with a number that is not in the passage’s text, or not in a wording of it',
  why: 'The figure is set large above its sentence: where the two differ, one of them is wrong, and readers see it first.',
  examples: {
    ok: [
      beside('52%', 'Since then **52%** of homes have closed.'),
      beside('3 in 4', 'Three quarters of homes are full.'),
      { ...TABLE, ...beside(':field[full]', 'Of all homes :field[full] are full.') },
    ],
    notOk: [
      beside('52%', 'Since then 25% of homes have closed.'),
      beside(
        '52%',
        'Of all homes 52% have closed.\n\n:::wording{for=press}\nHalf of all homes have closed.\n:::',
      ),
      { ...TABLE, ...beside(':field[full]', 'Of all homes :field[full]{of=region} are full.') },
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) yield* strayIn(passage);
  },
};

/** A text that stands beside the figure. */
interface Beside {
  readonly text: Root;
  readonly place: Place;
  readonly of: string;
}

const besideFigure = (passage: Passage): readonly Beside[] => [
  { text: passage.text, place: passage.place, of: 'the text' },
  // A figure whose value is missing is not shown.
  ...passage.wordings.flatMap((wording) =>
    wording.whenMissing
      ? []
      : [{ text: wording.text, place: wording.place, of: `the wording ${readersOf(wording)}` }],
  ),
];

function* strayIn(passage: Passage): Iterable<Breach> {
  const { figure = '' } = passage.attributes;
  const fields = requestsIn(figure);
  const numbers = fields.length ? [] : (figure.match(/\d+(?:[.,]\d+)*/gu) ?? []);
  for (const { text, place, of } of besideFigure(passage)) {
    const said = text.children.map((block) => toString(block)).join(' ');
    const missing =
      numbers.find((number) => !holds(said, number)) ??
      fields.find((field) => !fieldsOf(text).some((one) => asksTheSame(one, field)))?.name;
    if (!missing) continue;
    yield {
      place,
      text: `The figure of \`${passage.id}\` is \`${figure}\`, and \`${missing}\` is not in ${of} beside it`,
      remedy: 'Write the same number in both, or take the figure out.',
      related: [{ place: passage.places['figure'] ?? passage.place, text: 'the figure' }],
    };
  }
}

const asksTheSame = (one: FieldRequest, other: FieldRequest): boolean =>
  (['name', 'period', 'of', 'compare', 'change'] as const).every((word) => one[word] === other[word]);

/** Whether a text has a number, not as a part of a longer one. */
const holds = (text: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\d.,])${number.replace('.', String.raw`\.`)}(?![\d]|[.,]\d)`, 'u').test(text) ||
  (SPELLED[number]?.test(text) ?? false);

/** How a sentence may write a small number of a figure: `3 in 4` as “three quarters”. */
const SPELLED: Readonly<Record<string, RegExp>> = {
  1: /\b(?:one|an?|once)\b/iu,
  2: /\b(?:two|twice|half|halves)\b/iu,
  3: /\b(?:three|thirds?)\b/iu,
  4: /\b(?:four|quarters?|fourths?)\b/iu,
  5: /\b(?:five|fifths?)\b/iu,
  6: /\b(?:six|sixths?)\b/iu,
  7: /\b(?:seven|sevenths?)\b/iu,
  8: /\b(?:eight|eighths?)\b/iu,
  9: /\b(?:nine|ninths?)\b/iu,
  10: /\b(?:ten|tenths?)\b/iu,
  11: /\beleven/iu,
  12: /\btwel(?:ve|fths?)\b/iu,
  20: /\btwent(?:y|ieths?)\b/iu,
  50: /\b(?:half|fifty)\b/iu,
};
