import type { Root } from 'mdast';
import type { Position } from 'unist';
import type { Place } from '../../diagnostics/place.ts';
import { exhibitsOf } from '../../model/exhibit.ts';
import { BARE, fieldsOf, type FieldRequest } from '../../model/field.ts';
import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { periodShown } from '../../model/recipient.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const asking = (period: string, field = ':field[full]') => ({
  'sources/data/seats.csv': 'code,seat,before,now\nW1,Ynys Môn,50,52\n',
  'sources/data/seats.yaml':
    'title: Seats\nsource: example\nkey: code\nname: seat\ncolumns: { full: { columns: { 2022: before, 2023: now }, label: Full, unit: "%" } }\n',
  ...passages(
    `::::statistic{#homes period="${period}" area=England unit="% of homes" locator="page 1"}\nOf all homes ${field} are full.\n::::`,
  ),
});

export const otherPeriod: Rule<'library'> = {
  id: 'other-period',
  level: 'error',
  scope: 'library',
  finds:
    'A merge field, or a chart or table, whose latest figure is of another year than the passage’s `period`',
  why: 'Readers would take the figure for one of that year, in every document at once.',
  examples: {
    ok: [
      asking('2023'),
      asking('2022 to 2023'),
      asking('2022', ':field[full]{period=2022}'),
      asking('2022', 'as in:\n\n::chart{of=full periods=2022}\n\nMost'),
    ],
    notOk: [
      asking('2024'),
      asking('2022'),
      asking('2022', 'as in:\n\n::chart{of=full}\n\nMost'),
      asking('2021', 'as in:\n\n::table{of=full periods=2}\n\nMost'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      const years: readonly string[] = passage.period?.match(/\d{4}/gu) ?? [];
      if (!years.length) continue;
      for (const { field, place, shown } of latestIn(passage, project)) {
        if (years.includes(shown.slice(0, 4))) continue;
        yield {
          place,
          text: `\`${passage.id}\` is of ${passage.period}, and \`${field.name}\` is shown as of ${shown}`,
          remedy: `Correct the \`period\` of the passage, or ask for another: \`{period=…}\`.`,
          related: [{ place: passage.places['period'] ?? passage.place, text: 'the passage’s period' }],
        };
      }
    }
  },
};

/** What a passage shows of a column's latest figures, each with the period that these are of. */
function* latestIn(
  { text, wordings, place: { file } }: Passage,
  { tables }: Project,
): Iterable<{ readonly field: FieldRequest; readonly place: Place; readonly shown: string }> {
  for (const { field, position } of [text, ...wordings.map((wording) => wording.text)].flatMap(fieldsIn)) {
    const { line = 1, column = 1 } = position?.start ?? {};
    const shown = new Set([...tables.values()].flatMap((table) => periodShown(field, table, tables) ?? []));
    // Where several tables have the field, which of them is asked is for the edition to say.
    const [only, ...others] = shown;
    if (field.period === null && only && !others.length)
      yield { field, place: { file, line, column }, shown: only };
  }
}

/** What a text asks for, in its fields and in its charts and tables. */
const fieldsIn = (text: Root): readonly { readonly field: FieldRequest; readonly position?: Position }[] => [
  ...fieldsOf(text).map((field) => ({ field, ...(field.position && { position: field.position }) })),
  ...exhibitsOf(text).flatMap(({ request, position }) =>
    (Array.isArray(request.periods) ? [] : request.of).map((name) => ({
      field: { ...BARE, name },
      ...(position && { position }),
    })),
  ),
];
