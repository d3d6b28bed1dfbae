import { error, type Say } from '../../diagnostics/message.ts';
import { byCodeUnit } from '../../diagnostics/order.ts';
import { halfUnit } from '../../model/decimal.ts';
import { BUILT_IN_FIELDS } from '../../model/field.ts';
import type { Column, Period } from '../../model/table.ts';
import { sortOf, TEXT } from '../../model/unit.ts';
import type { Yaml } from '../yaml.ts';
import type { Description } from './description.ts';
import type { Headers } from './headers.ts';

/** What reading the columns of a table needs to know. */
interface ColumnContext {
  readonly described: Description;
  readonly headers: Headers;
  /** The periods of a table with a row for each of them; none where rows hold all periods. */
  readonly inRows: readonly Period[];
  readonly yaml: Yaml;
  readonly say: Say;
}

/** The period of what is of no time, such as names. */
const TIMELESS: Period = '';

/** A table's columns, and its periods. */
export const readColumns = (
  context: ColumnContext,
): { readonly columns: ReadonlyMap<string, Column>; readonly periods: readonly Period[] } => {
  const { described, inRows, yaml } = context;
  const names = yaml.keys(['columns']);
  const cells = new Map(names.map((id) => [id, cellsOf(id, context)]));
  const own = [...cells.values()].flatMap((found) => [...(found?.keys() ?? [])]);
  const periods = inRows.length ? inRows : [...new Set(own)];
  const whole = periods.length ? periods : [TIMELESS];
  const columns = names.flatMap((id): Column[] => {
    const written = described.columns[id];
    if (!written) return [];
    sayReserved(id, context);
    const { label, unit } = written;
    const decimals = written.decimals ?? sortOf(unit).decimals;
    const index =
      written.column === null ? null : context.headers.at(['columns', id, 'column'], written.column);
    const at = cells.get(id) ?? new Map(index === null ? [] : whole.map((period) => [period, index]));
    return [
      {
        id,
        label,
        unit,
        decimals,
        about: written.about ?? halfUnit(decimals),
        source: written.source ?? described.source,
        locator: written.locator ?? described.locator,
        cells: new Map([...at].toSorted(([a], [b]) => byCodeUnit(a, b))),
        place: yaml.keyPlace(['columns', id]),
      },
    ];
  });
  sayUnsourced(columns, context.say);
  return { columns: new Map(columns.map((column) => [column.id, column])), periods: whole };
};

/** Where a column that is of times of its own has each of them; null for one that has those of the table. */
const cellsOf = (id: string, context: ColumnContext): ReadonlyMap<Period, number> | null => {
  const { described, headers, inRows, yaml, say } = context;
  const path = ['columns', id];
  const written = described.columns[id];
  if (!written) return null;
  const fault = (text: string, remedy: string): null => {
    say(error('contradiction', yaml.keyPlace(path), text, { remedy }));
    return null;
  };
  if ((written.column === null) === (written.columns === null))
    return fault(
      `\`${id}\` needs either \`column\` or \`columns\``,
      'Write `column: …`, or `columns: { 2023: …, 2024: … }` where each period has a column of its own.',
    );
  if (inRows.length && (written.columns || written.period))
    return fault(
      `\`${id}\` has a period of its own, and the table has a row for each period`,
      'Take it out, or the table’s `period`.',
    );
  if (written.columns)
    return new Map(
      Object.entries(written.columns).flatMap(([period, name]) => {
        const index = headers.at([...path, 'columns', period], name);
        return index === null ? [] : [[period, index] as const];
      }),
    );
  const period = written.period ?? described.period?.all ?? null;
  if (inRows.length || (period === null && written.unit === TEXT)) return null;
  if (period === null)
    return fault(`\`${id}\` has no period`, 'Write `period: 2024` in it, or for all columns of the table.');
  const index = headers.at([...path, 'column'], written.column ?? '');
  return new Map(index === null ? [] : [[period, index]]);
};

/** Says once that figures have no source, where neither the table nor their columns name one. */
const sayUnsourced = (columns: readonly Column[], say: Say): void => {
  const [first, ...others] = columns.filter(({ source, unit }) => source === null && unit !== TEXT);
  if (!first) return;
  const more = others.length ? `, and ${others.length} more,` : '';
  const text = `The figures of \`${first.id}\`${more} have no source`;
  const remedy = 'Write `source: …`, the name of a source in the library, for the table or in the column.';
  say(error('missing-key', first.place, text, { remedy }));
};

const sayReserved = (id: string, { yaml, say }: ColumnContext): void => {
  if (!BUILT_IN_FIELDS.has(id)) return;
  const text = `\`${id}\` is a field that every table has`;
  say(
    error('reserved-name', yaml.keyPlace(['columns', id]), text, { remedy: 'Give the column another name.' }),
  );
};
