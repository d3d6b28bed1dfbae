/** Tables as their files read: what no column shows is not among it. */

import { sha256, valueHash } from '../model/hash.ts';
import { upTo } from '../model/memo.ts';
import type { Table } from '../model/table.ts';
import { FRESH } from '../world/readings.ts';
import type { Files, Round } from '../world/world.ts';
import type { TablePaths } from './data/table-files.ts';
import { readTableFiles } from './readers.ts';
import type { Reading } from './reading.ts';

/** Nothing else of its files comes into a project. */
export const tableOf = async (
  files: Pick<Files, 'read'>,
  round: Pick<Round, 'of'>,
  paths: TablePaths,
): Promise<Reading<Table>> => {
  const [described, values] = await Promise.all([files.read(paths.yaml), files.read(paths.csv)]);
  const key = JSON.stringify([described && sha256(described), values && sha256(values)]);
  return round.of(
    paths.yaml,
    key,
    () => readLast(`${paths.csv} ${paths.yaml} ${key}`, paths, described, values),
    () => true,
  );
};

/** What was read to see whether anything has changed is not read again to build anew. */
const readLast = upTo(3, (_key, ...asked: Parameters<typeof readTableFiles>) => readTableFiles(...asked));

/** A hash of all that a table reads as: while it is the same, whatever is made of the table is. */
export const hashOfTable = async (
  files: Pick<Files, 'read'>,
  paths: TablePaths,
  round: Pick<Round, 'of'> = FRESH,
): Promise<string> => valueHash(await tableOf(files, round, paths));
