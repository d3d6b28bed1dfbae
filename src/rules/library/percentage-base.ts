import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const of = (unit: string, more = '') =>
  passages(
    `::::statistic{#homes period=2024 area=England unit="${unit}" locator="page 1"${more}}\nOf all homes 52% are full.\n::::`,
  );

export const percentageBase: Rule<'library'> = {
  id: 'percentage-base',
  level: 'warning',
  scope: 'library',
  finds: 'A percentage without what it is a percentage of',
  why: 'Of whom or of what decides what it means: half of those who answered are not half of all.',
  examples: {
    ok: [of('% of homes'), of('% change'), of('%', ' base="all homes"')],
    notOk: [of('%'), of('per cent')],
  },
  *check({ project }): Iterable<Breach> {
    for (const { id, attributes, place, places } of project.passages.values()) {
      const { unit, base } = attributes;
      if (unit === undefined || base || !/^(?:%|per ?cent(?:age)?)$/iu.test(unit)) continue;
      yield {
        place: places['unit'] ?? place,
        text: `The \`unit\` of \`${id}\` is \`${unit}\`, and nothing says of what`,
        remedy: 'Write it into the unit, `unit="% of homes"`, or give the `base`.',
      };
    }
  },
};
