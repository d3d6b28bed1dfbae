import type { Place } from '../../diagnostics/place.ts';
import { fieldsOf, type Field } from '../../model/field.ts';
import { whyUnfilled } from '../../model/lack.ts';
import { pack } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';

const table = {
  'sources/data/seats.csv': 'code,seat\nW1,Ynys Môn\n',
  'sources/data/seats.yaml': 'title: Seats\nkey: code\nname: seat\n',
};

export const unfilledField: Rule<'pack'> = {
  id: 'unfilled-field',
  level: 'error',
  scope: 'pack',
  isFixed: true,
  finds: 'A headline or a summary with a merge field, in an edition without recipients who have it',
  why: 'The document would have a gap where the name or the figure belongs.',
  examples: {
    ok: [{ ...table, ...pack('', '    headline: Open homes in Ynys Môn') }],
    notOk: [
      { ...table, ...pack('', '    headline: Open homes in :field[name]') },
      { ...table, ...pack('summary: Homes in :field[name] are full.', '') },
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project, pack: own, edition } = selected;
    for (const { field, place, what } of fieldsIn(selected)) {
      const why = whyUnfilled([field], edition.recipients, project.tables);
      if (why === null) continue;
      yield {
        place,
        text: `The ${what} of ${own.id}/${edition.id} has the merge field \`${field.value}\`, and ${why}`,
        remedy:
          'Give the edition `recipients: …`, a table that has it, or words of its own without merge fields.',
        related: [{ place: edition.place, text: 'the edition' }],
      };
    }
  },
};

function* fieldsIn({ pack: own, edition }: Selected): Iterable<{ field: Field; place: Place; what: string }> {
  const texts = [
    ['headline', edition.headline],
    ['summary', edition.summary ?? own.summary],
  ] as const;
  for (const [what, text] of texts)
    for (const field of text ? fieldsOf(text.text) : []) {
      const { line, column } = field.position?.start ?? own.place;
      yield { field, place: { file: own.place.file, line, column }, what };
    }
}
