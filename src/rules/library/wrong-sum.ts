import { fraction, placesOf, roundsTo, step, times, written, type Fraction } from '../../model/fraction.ts';
import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { namedInSum, readSum, resultOf, type SumResult } from '../../model/sum.ts';
import { passages } from '../examples.ts';
import { amountOf, isInPerCent, saysExactly, scaleOf } from '../measures/agrees.ts';
import type { Breach, Rule } from '../rule.ts';

const statistic = (id: string, unit: string, more: string, text: string) =>
  `::::statistic{#${id} period=2023 area=England unit="${unit}" locator="page 1" ${more}}\n${text}\n::::\n\n`;

const deriving = (value: string, sum: string, unit = '% of homes') =>
  passages(
    statistic('full', 'homes', 'value=74380', 'There are 74,380 full homes.') +
      statistic('all', 'homes', 'value=225400', 'There are 225,400 homes.') +
      statistic(
        'share',
        unit,
        `value=${value} derived="${sum}"`,
        `That is ${unit.startsWith('%') ? `${value}%` : `£${value}${unit.slice(1, 2)}`}.`,
      ),
  );

export const wrongSum: Rule<'library'> = {
  id: 'wrong-sum',
  level: 'error',
  scope: 'library',
  finds: 'A statistic whose `value`, or else `figure`, is not what it is `derived` from',
  why: 'A sum that does not come out is the easiest thing to find fault with, and takes the rest along.',
  examples: {
    ok: [
      deriving('33', '@full / @all'),
      deriving('33.0', '(@all - @full) / @all - 34%'),
      deriving('45', '(89.9 - 62) / 62'),
      deriving('15', '33 - 18'),
      deriving('33500000', '10% of £335 million', '£ a year'),
      deriving('33.5', '10% of 335 million', '£m'),
      passages(statistic('cost', '£', 'figure="£33.5m" derived="10% of £335m"', 'That is £33.5m.')),
    ],
    notOk: [
      deriving('34', '@full / @all'),
      deriving('46', '(89.9 - 62) / 62'),
      deriving('15', '18 - 33'),
      deriving('33', '1 / (2 - 2)'),
      deriving('33', '@share'),
      passages(statistic('cost', '£', 'figure="£34.5m" derived="10% of £335m"', 'That is £34.5m.')),
      passages(statistic('cost', '£', 'derived="10% of £335m"', 'That is £33.5m.')),
      passages(
        statistic('old', 'homes', '', 'There are 20 homes.') +
          statistic('new', 'homes', 'value=22 derived="@old + 2"', 'There are 22 homes.'),
      ),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      const fault = faultOf(passage, project);
      if (fault) yield { place: passage.places['derived'] ?? passage.place, ...fault };
    }
  },
};

const ADD_VALUE = 'Add its number without the unit, e.g. `value=33.3`.';

/** What is wrong with the sum of a passage; null where it comes out, or there is none that can be read. */
const faultOf = (
  { id, attributes }: Passage,
  { passages: all }: Project,
): Pick<Breach, 'text' | 'remedy'> | null => {
  const { derived, unit = '', value, figure } = attributes;
  const sum = derived === undefined ? null : readSum(derived);
  if (!sum || 'expected' in sum) return null;
  if (namedInSum(sum).some((named) => named.id === id))
    return { text: `\`${id}\` is derived from itself`, remedy: 'Name what it is derived from.' };
  const unvalued = namedInSum(sum).find((named) => !all.get(named.id)?.attributes['value']);
  if (unvalued) return { text: `\`${unvalued.id}\` has no value to reckon with`, remedy: ADD_VALUE };
  if (value === undefined && figure === undefined)
    return { text: `\`${id}\` is derived, and gives no value`, remedy: ADD_VALUE };
  const result = resultOf(sum, (named) => valueOf(all.get(named)));
  if (!result) return { text: `\`${derived}\` divides by 0`, remedy: 'Correct the sum.' };
  if (value === undefined ? saysResult(figure ?? '', unit, result) : isResult(value, unit, result))
    return null;
  const [given, name] = value === undefined ? [figure, 'figure'] : [value, 'value'];
  const sign = result.isShare && isInPerCent(unit) && !/%/u.test(given ?? '') ? ' per cent' : '';
  return {
    text: `\`${derived}\` is ${shown(result, unit, placesOf(value ?? '') + 1)}${sign}, and \`${name}\` is \`${given}\``,
    remedy: 'Correct the one or the other; a percentage in a sum is written with its sign: `33%`.',
  };
};

const valueOf = (passage: Passage | undefined): SumResult => {
  const { value = '0', unit = '' } = passage?.attributes ?? {};
  const amount = amountOf({ value, unit });
  const isShare = isInPerCent(unit);
  return { amount: isShare ? times(amount, fraction(1, 100)) : amount, isShare };
};

/** A result in terms of a unit: in per cent, where the unit is. */
const inUnit = ({ amount, isShare }: SumResult, unit: string): Fraction =>
  isShare && isInPerCent(unit) ? times(amount, fraction(100)) : amount;

const isResult = (value: string, unit: string, result: SumResult): boolean =>
  roundsTo(inUnit(result, unit), amountOf({ value, unit }), times(step(placesOf(value)), scaleOf(unit)));

/** Less and more are said in words beside a figure. */
const saysResult = (figure: string, unit: string, result: SumResult): boolean =>
  saysExactly(figure, unit, inUnit(result, unit));

const shown = (result: SumResult, unit: string, places: number): string => {
  const { above, below } = scaleOf(unit);
  return written(times(inUnit(result, unit), fraction(below, above)), places);
};
