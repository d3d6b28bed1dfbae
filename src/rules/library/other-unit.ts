import { passages } from '../examples.ts';
import { byMeasure, isSameUnit } from '../measures/measured.ts';
import type { Breach, Rule } from '../rule.ts';

const two = (unit: string, value: string) =>
  passages(
    [
      ['first', '2023', '% of homes', '33', '33%'],
      ['second', '2024', unit, value, unit.startsWith('%') ? `${value}%` : value],
    ]
      .map(
        ([id, period, of, amount, said]) =>
          `::::statistic{#${id} period=${period} area=England unit="${of}" locator="page 1" measure="homes that are full" value=${amount}}\nThere are ${said} of them.\n::::\n`,
      )
      .join('\n'),
  );

export const otherUnit: Rule<'library'> = {
  id: 'other-unit',
  level: 'error',
  scope: 'library',
  finds: 'Statistics of one `measure` with other units',
  why: 'What is counted in two units is two measures: nobody can compare the one with the other.',
  examples: {
    ok: [two('% of homes', '36')],
    notOk: [two('homes', '3600'), two('% of places', '36')],
  },
  *check({ project }): Iterable<Breach> {
    for (const [first, ...others] of byMeasure(project.passages.values()).values())
      for (const other of first ? others.filter((one) => !isSameUnit(first, one)) : []) {
        const { passage, unit } = other;
        yield {
          place: passage.places['unit'] ?? passage.place,
          text: `\`${passage.id}\` counts ${passage.attributes['measure']} in “${unit}”, and \`${first?.passage.id}\` in “${first?.unit}”`,
          remedy: 'Write one unit for both, or give what is not the same measure another name.',
          ...(first && {
            related: [{ place: first.passage.places['unit'] ?? first.passage.place, text: 'the other unit' }],
          }),
        };
      }
  },
};
