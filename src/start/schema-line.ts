import { posix } from 'node:path';
import type { SortOfFile } from '../load/json-schema.ts';

/** The folder of a project's schemas: it is no source, as its name begins with a full stop. */
export const SCHEMAS = 'sources/.schemas';

/** The comment by which editors know the schema of a file in a folder of the project. */
export const schemaLine = (sort: SortOfFile, folder: string): string =>
  `# yaml-language-server: $schema=${posix.relative(folder, `${SCHEMAS}/${sort}.json`)}`;
