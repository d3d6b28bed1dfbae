import { z } from 'zod';
import type { Office } from '../model/office.ts';
import { firstDay, lastDay } from '../model/time.ts';
import { keys, list, maybe, named, partialDate, text } from './fields.ts';
import type { Findings } from './reading.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

const HOLDER = '{ name: Bridget Phillipson, from: 2024-07-05 }';

const holder = keys({ name: text, from: partialDate, to: maybe(partialDate) }, HOLDER).refine(
  ({ from, to }) => to === null || firstDay(from) <= lastDay(to),
  `somebody whose \`to\` is no earlier than \`from\`, such as \`${HOLDER}\``,
);

export const offices = named(
  text,
  keys(
    {
      also: list(text, 'a list of names, such as `[Education Secretary]`').prefault([]),
      holders: z.array(holder, { error: `a list, such as \`- ${HOLDER}\`` }),
    },
    `holders: [${HOLDER}]`,
  ),
);

/** Reads `offices.yaml`. */
export const readOffices = (yaml: Yaml, { say }: Findings): readonly Office[] | null => {
  const read = shape(offices, yaml, say);
  return read && Object.entries(read).map(([name, { also, holders }]) => ({ name, also, holders }));
};
