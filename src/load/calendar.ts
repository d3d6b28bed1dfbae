import { z } from 'zod';
import type { Calendar } from '../model/calendar.ts';
import { day, keys, maybe, text } from './fields.ts';
import type { Findings } from './reading.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

const HOLIDAY = '{ on: 2025-04-18, name: Good Friday }';
const RECESS = '{ from: 2024-03-27, to: 2024-04-14, name: the Easter recess }';

const recess = keys({ from: day, to: day, name: text, area: maybe(text) }, RECESS).refine(
  ({ from, to }) => from <= to,
  `days of which \`to\` is no earlier than \`from\`, such as \`${RECESS}\``,
);

export const calendar = keys({
  'bank-holidays': z
    .array(keys({ on: day, name: text, area: maybe(text) }, HOLIDAY), {
      error: `a list of days, such as \`- ${HOLIDAY}\``,
    })
    .prefault([]),
  recesses: z.array(recess, { error: `a list, such as \`- ${RECESS}\`` }).prefault([]),
});

/** Reads `calendar.yaml`. */
export const readCalendar = (yaml: Yaml, { say }: Findings): Calendar | null => {
  const read = shape(calendar, yaml, say);
  return (
    read && {
      bankHolidays: read['bank-holidays'].map(({ on, ...one }) => ({ ...one, from: on, to: on })),
      recesses: read.recesses,
    }
  );
};
