import { requestsIn } from '../../model/field-syntax.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const counting = (figure: string, unit: string) =>
  passages(
    `::::statistic{#homes period=2024 area=England unit="${unit}" figure="${figure}" locator="page 1"}\nThere are 40 now.\n::::`,
  );

export const figureUnit: Rule<'library'> = {
  id: 'figure-unit',
  level: 'warning',
  scope: 'library',
  finds: 'A `figure` in another measure than its `unit`: per cent, money or a multiple',
  why: 'A share that is read as a number, or a number as a share, is a false statement in the largest type of the page.',
  examples: {
    ok: [
      counting('40%', '% of homes'),
      counting('£40m', '£ a year'),
      counting('40×', 'times the rate'),
      counting('40', 'people'),
    ],
    notOk: [
      counting('40%', 'people'),
      counting('£40m', '% change'),
      counting('40×', 'people'),
      counting('40', '% of homes'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const { attributes, place, places } of project.passages.values()) {
      const { figure, unit } = attributes;
      const isKnown = figure && unit !== undefined && !requestsIn(figure).length;
      const why = isKnown ? contradiction(figure, unit) : null;
      if (why === null) continue;
      yield {
        place: places['figure'] ?? place,
        text: `\`figure\` is \`${figure}\` and \`unit\` is \`${unit}\`: ${why}`,
        remedy:
          'Write the figure with the sign of its unit, e.g. `figure="40%" unit="% of homes"` or `figure="£5m" unit="£ a year"`.',
      };
    }
  },
};

const CURRENCY = /[£$€]/u;
const PER_CENT = /%|\bper ?cent\b/iu;

/** Where a figure counts something else than its unit says: how the two differ; null where they don't. */
const contradiction = (figure: string, unit: string): string | null => {
  const isShare = /\b(?:share|proportion|percentage|rate|part)\b/iu.test(unit);
  const measure = /^\W*(?:%|per ?cent\b)/iu.test(unit) ? 'percent' : CURRENCY.test(unit) ? 'money' : 'other';
  const sign = CURRENCY.exec(figure)?.[0];
  if (PER_CENT.test(figure))
    return measure === 'percent' || (isShare && !/\bpoints?\b/iu.test(unit)) || PER_CENT.test(unit)
      ? null
      : 'the figure is in per cent, the unit is not';
  if (sign) return unit.includes(sign) ? null : `the figure is in ${sign}, the unit is not`;
  if (/\d\s*[×x]$/u.test(figure))
    return /\btimes\b|[×x]/u.test(unit) ? null : 'the figure is a multiple, the unit is not';
  // A share may also be said as `3 in 4`.
  if (/\bin\b|½|[¼-¾]|[⅐-⅞]|\d\/\d/u.test(figure)) return null;
  if (measure === 'percent') return 'the unit is in per cent, the figure is not';
  return measure === 'money' ? `the unit is in ${CURRENCY.exec(unit)?.[0]}, the figure is not` : null;
};
