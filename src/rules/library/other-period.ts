import type { Place } from '../../diagnostics/place.ts';
import { fieldsOf, type FieldRequest } from '../../model/field.ts';
import type { Passage, Project } from '../../model/project.ts';
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
  finds: 'A merge field whose latest figure is of another year than the passage’s `period`',
  why: 'Readers would take the figure for one of that year, in every document at once.',
  examples: {
    ok: [asking('2023'), asking('2022 to 2023'), asking('2022', ':field[full]{period=2022}')],
    notOk: [asking('2024'), asking('2022')],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      const years: readonly string[] = passage.period?.match(/\d{4}/gu) ?? [];
      if (!years.length) continue;
      for (const { field, place, shown } of latestIn(passage, project)) {
        if (years.includes(shown.slice(0, 4))) continue;
        yield {
          place,
          text: `\`${passage.id}\` is of ${passage.period}, and its field \`${field.name}\` shows the figure of ${shown}`,
          remedy: `Correct the \`period\` of the passage, or ask for another: \`{period=…}\`.`,
          related: [{ place: passage.places['period'] ?? passage.place, text: 'the passage’s period' }],
        };
      }
    }
  },
};

/** The fields of a passage that say no period, each with the one that it shows. */
function* latestIn(
  { text, wordings, place: { file } }: Passage,
  { tables }: Project,
): Iterable<{ readonly field: FieldRequest; readonly place: Place; readonly shown: string }> {
  const fields = [text, ...wordings.map((wording) => wording.text)].flatMap((root) => fieldsOf(root));
  for (const field of fields) {
    const { line = 1, column = 1 } = field.position?.start ?? {};
    const shown = new Set([...tables.values()].flatMap((table) => periodShown(field, table, tables) ?? []));
    // Where several tables have the field, which of them is asked is for the edition to say.
    const [only, ...others] = shown;
    if (field.period === null && only && !others.length)
      yield { field, place: { file, line, column }, shown: only };
  }
}
