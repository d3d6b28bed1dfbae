import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import {
  byMeasure,
  currentIn,
  isSameValue,
  mostExact,
  occasionOf,
  type MeasuredPassage,
} from '../measures/measured.ts';

const measured = (id: string, more: string, text: string) =>
  `::::statistic{#${id} unit="% of homes" locator="page 1" measure="homes that are full" ${more}}\n${text}\n::::\n\n`;

const two = (more: string, value: string) =>
  passages(
    measured('first', 'value=33.3 period=2022-23 area=England', 'A third of homes are full.') +
      measured('second', `value=${value} ${more}`, `Of all homes ${value}% are full.`),
  );

export const otherValue: Rule<'library'> = {
  id: 'other-value',
  level: 'error',
  scope: 'library',
  finds: 'Statistics of one `measure`, for the same period and area, with other values',
  why: 'One of the two is wrong, and whoever has both documents sees it.',
  examples: {
    ok: [
      two('period="2022/23" area=England', '33'),
      two('period=2023-24 area=England', '36'),
      two('period=2022-23 area=Leeds', '36'),
      two('period=2022-23 area=England supersedes=first', '36'),
    ],
    notOk: [two('period="2022 - 2023" area=england', '36'), two('period=2022-23 area=England', '33.4')],
  },
  *check({ project }): Iterable<Breach> {
    for (const group of byMeasure(project.passages.values(), sameThing).values()) {
      const current = currentIn(group);
      const exact = mostExact(current);
      for (const one of current)
        if (exact && !isSameValue(one.value, exact.value)) yield contradiction(one, exact);
    }
  },
};

const sameThing = (one: MeasuredPassage): string => `${occasionOf(one)}|${one.unit}`;

const contradiction = (
  { passage, value, period, area }: MeasuredPassage,
  other: MeasuredPassage,
): Breach => ({
  place: passage.places['value'] ?? passage.place,
  text: `\`${passage.id}\` says ${value} of ${passage.attributes['measure']}, ${period}, ${area}, and \`${other.passage.id}\` says ${other.value}`,
  remedy:
    'Look it up, and correct one of them; or, where the one corrects the other, say so by `supersedes`; or give what is not the same measure another name.',
  related: [{ place: other.passage.places['value'] ?? other.passage.place, text: `${other.value} here` }],
});
