import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const measured = (more: string) =>
  passages(
    `::::statistic{#homes period=2024 area=England unit=homes locator="page 1" measure=homes${more}}\nThere are 40 homes.\n::::`,
  );

export const noValue: Rule<'library'> = {
  id: 'no-value',
  level: 'error',
  scope: 'library',
  finds: 'A statistic that names its `measure` and gives no `value`',
  why: 'There is nothing to compare with what others say of the same measure.',
  examples: { ok: [measured(' value=40')], notOk: [measured('')] },
  *check({ project }): Iterable<Breach> {
    for (const { id, attributes, place, places } of project.passages.values()) {
      if (!attributes['measure'] || attributes['value']) continue;
      yield {
        place: places['measure'] ?? place,
        text: `\`${id}\` names its measure, and gives no value`,
        remedy: 'Add its number without the unit, e.g. `value=33.3`.',
      };
    }
  },
};
