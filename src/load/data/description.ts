/** What `sources/data/NAME.yaml` says of the table beside it. */

import { z } from 'zod';
import { DECIMAL } from '../../model/decimal.ts';
import { field, keys, list, matching, maybe, named, slug, text } from '../fields.ts';

/** A column's name, as it stands at the head of the file. */
const header = field('the name of a column', (written) => written || null);
const sign = field('a sign, such as `x`', (written) => written || null);
const fieldName = matching(
  'small letters, figures, and single hyphens or underscores, such as `vacancy_rate`',
  /^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/u,
);

/** A period begins with its year, so that periods have an order; `202324` is `2023-24`, as some tables write it. */
export const readPeriod = (written: string): string | null => {
  const [, first = '', second = ''] = /^(\d\d(\d\d))(\d\d)$/u.exec(written)?.slice(0, 3) ?? [];
  if (first && Number(written.slice(4)) === (Number(second) + 1) % 100) return `${first}-${written.slice(4)}`;
  return /^\d{4}(?:\D.*)?$/u.test(written) ? written : null;
};

const PERIOD = 'a period that begins with its year, such as `2024` or `2023-24`';
const period = field(PERIOD, readPeriod);

/** Something that is the same for all rows, or stands in a column. */
const either = <T extends z.ZodType>(value: T) =>
  z.preprocess(
    (written) => (typeof written === 'string' ? { all: written } : written),
    keys({ all: maybe(value), column: maybe(header) }, '{ column: region_name }'),
  );

const column = keys(
  {
    label: text,
    unit: text,
    column: maybe(header),
    columns: maybe(named(period, header)),
    period: maybe(period),
    decimals: maybe(
      field('a whole number from 0 to 10', (written) =>
        /^(?:\d|10)$/u.test(written) ? Number(written) : null,
      ),
    ),
    about: maybe(
      field('a number, such as `0.5`', (written) =>
        DECIMAL.test(written) && !written.startsWith('-') ? written : null,
      ),
    ),
    source: maybe(slug),
    locator: maybe(text),
  },
  '{ column: vac_rate, label: Vacancy rate, unit: "%" }',
);

const comparison = keys(
  { name: maybe(either(text)), row: maybe(named(header, text)), column: maybe(header) },
  '{ name: England, row: { level: National } }',
);

const nation = z.preprocess(
  (written) => (typeof written === 'string' ? { all: written } : written),
  keys({ all: maybe(text), column: maybe(header), code: maybe(header) }, '{ column: country }'),
);

const REASONS = '{ x: not available }';

export const description = keys({
  title: text,
  source: maybe(slug),
  locator: maybe(text),
  key: header,
  name: header,
  nation: maybe(nation),
  period: maybe(either(period)),
  rows: named(header, list(text, 'a value or a list of values')).prefault({}),
  'leave-out': named(sign, text, '{ E09000001: too few workers }').prefault({}),
  missing: named(sign, text, REASONS).prefault({}),
  salutation: maybe(header),
  role: maybe(header),
  columns: named(fieldName, column).prefault({}),
  compare: named(fieldName, comparison).prefault({}),
  join: named(fieldName, keys({ table: slug, by: header }, '{ table: councils, by: la_code }')).prefault({}),
});

export type Description = z.output<typeof description>;
