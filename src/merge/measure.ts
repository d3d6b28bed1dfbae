/** The figures that an exhibit shows, by place and period. */

import { periodsOf, type ExhibitRequest } from '../model/exhibit.ts';
import { columnOf, figuresOf, type Figure, type Recipient } from '../model/recipient.ts';
import type { Column, Period } from '../model/table.ts';

/** The figures of one column: of a place in each row, of a time in each of its members. */
export interface Measure {
  readonly column: Column;
  readonly periods: readonly [Period, ...Period[]];
  /** Its own place is the first. */
  readonly places: readonly PlaceFigures[];
}

export interface PlaceFigures {
  readonly name: string;
  /** One for each period, the latest last. */
  readonly figures: readonly Figure[];
}

/** The figures of a column: of each place, then of what the first of them is compared with, each row once. */
export const measureOf = (request: ExhibitRequest, name: string, places: readonly Recipient[]): Measure => {
  const [lead] = places;
  const column = lead ? columnOf(lead, name) : null;
  if (!lead || !column) throw new Error(`no table has ${name}`);
  const periods = periodsOf(request, column);
  const at = (period: Period) => [
    ...places.flatMap((place) => figuresOf(place, { name, period, of: null })),
    // What a place has no row for is nothing to compare it with.
    ...request.with.flatMap((of) =>
      figuresOf(lead, { name, period, of }).filter((figure) => figure.column !== null),
    ),
  ];
  const times = periods.map(at);
  // By row, so that each is there once.
  const shown = new Map(
    times[0]?.map(({ row }, index) => [
      row,
      { name: row.name, figures: times.flatMap((figures) => figures[index] ?? []) },
    ]),
  );
  return { column, periods, places: [...shown.values()] };
};
