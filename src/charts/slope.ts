import type { Element } from 'hast';
import type { Chart, Point, Series } from '../model/chart.ts';
import { endLabels, LINE, roomFor } from './labels.ts';
import { missingNames } from './missing.ts';
import { fromZero, valuesOf, type Scale } from './scale.ts';
import { dot, rule, text, type Drawing } from './svg.ts';

const [LEFT, RIGHT] = [30, 52];
const TOP = 2.2;
/** Of the scale, unless the labels need more. */
const HEIGHT = 10;

/** A line for each place from the first time to the last, with its figures at both ends: which way things went. */
export const drawSlopes = ({ series, periods }: Chart): Drawing => {
  const ends = series.map(({ points, ...one }) => ({
    ...one,
    points: [points[0], points.at(-1)].flatMap((point) => point ?? []),
  }));
  const room = roomFor(ends.map(({ name, points }) => ({ label: `${points.at(-1)?.shown ?? ''} ${name}` })));
  const bottom = TOP + Math.max(HEIGHT, room);
  const scale = fromZero(valuesOf(ends), [bottom, TOP]);
  const missing = missingNames(
    ends.filter(({ points }) => points.at(-1)?.value === null),
    { x: 0, y: bottom + 0.6 },
  );
  return {
    height: bottom + 0.8 + missing.length * LINE,
    children: [
      text(periods[0] ?? '', { x: LEFT, y: 0.9, anchor: 'middle', classes: ['period'] }),
      text(periods.at(-1) ?? '', { x: RIGHT, y: 0.9, anchor: 'middle', classes: ['period'] }),
      rule([LEFT, TOP - 0.8], [LEFT, bottom], 'axis'),
      rule([RIGHT, TOP - 0.8], [RIGHT, bottom], 'axis'),
      ...ends.flatMap((one) => slopeOf(one, scale)),
      ...endLabels(labelsOf(ends, 0, scale), { x: LEFT, dx: -0.7, anchor: 'end' }, [TOP, bottom]),
      ...endLabels(labelsOf(ends, 1, scale), { x: RIGHT, dx: 0.7, anchor: 'start' }, [TOP, bottom]),
      ...missing,
    ],
  };
};

/** The figures of one side; behind those of the last time, the names. */
const labelsOf = (ends: readonly Series[], side: 0 | 1, scale: Scale) =>
  ends.flatMap(({ name, own, points }) => {
    const { value, shown }: Point = points[side] ?? { value: null, shown: '' };
    return value === null ? [] : [{ label: side ? `${shown} ${name}` : shown, y: scale(value), own }];
  });

/** A line where both figures are there, and a dot for each that is. */
const slopeOf = ({ own, points: [from, to] }: Series, scale: Scale): readonly Element[] => {
  const classes = [own ? 'own' : 'other'];
  const [start, end] = [from?.value ?? null, to?.value ?? null];
  const radius = own ? 0.3 : 0.22;
  return [
    ...(start === null || end === null
      ? []
      : [rule([LEFT, scale(start)], [RIGHT, scale(end)], 'slope', ...classes)]),
    ...(start === null ? [] : [dot(LEFT, scale(start), radius, ...classes)]),
    ...(end === null ? [] : [dot(RIGHT, scale(end), radius, ...classes)]),
  ];
};
