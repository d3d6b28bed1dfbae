import { posix } from 'node:path';
import { error, type Say } from '../../diagnostics/message.ts';
import { startOf } from '../../diagnostics/place.ts';

/** What spreadsheets and programs of statistics save tables as. */
const OTHER = /\.(xlsx?|xlsm|xlsb|ods|numbers|tsv|tab|sav|parquet|json)$/iu;

/** The two files that a table is read from. */
export interface TablePaths {
  readonly csv: string;
  readonly yaml: string;
}

/** The tables among the files of `sources/data/`. Says those that are half there, and those in another form. */
export const findTables = (files: readonly string[], say: Say): readonly TablePaths[] => {
  for (const file of files) sayOther(file, say);
  const known = new Set(files);
  return files.flatMap((file): readonly TablePaths[] => {
    const ending = /\.(?:csv|yaml)$/u.exec(file)?.[0];
    if (!ending) return [];
    const stem = file.slice(0, -ending.length);
    const paths = { csv: `${stem}.csv`, yaml: `${stem}.yaml` };
    if (known.has(paths.csv) && known.has(paths.yaml)) return ending === '.csv' ? [paths] : [];
    const text =
      ending === '.csv'
        ? `The table \`${file}\` has no description beside it`
        : `The description \`${file}\` has no table beside it`;
    const remedy =
      ending === '.csv'
        ? `Write \`${paths.yaml}\`: which of its columns is the key, and what the others hold.`
        : `Save the table as \`${paths.csv}\`.`;
    say(error('missing-file', startOf(file), text, { remedy }));
    return [];
  });
};

const sayOther = (file: string, say: Say): void => {
  const ending = OTHER.exec(file)?.[1];
  if (!ending) return;
  const name = posix.basename(file);
  const text = `\`${name}\` is not read: tables are CSV, and this is ${ending.toUpperCase()}`;
  const remedy = `Save it as “CSV UTF-8 (comma delimited)”, called \`${posix.basename(file, posix.extname(file))}.csv\`, and move this one out of \`sources/data/\`.`;
  say(error('file-kind', startOf(file), text, { remedy }));
};
