/** Writes JSON Schemas of a project's YAML files, by which editors complete and check them, and names them in these. */

import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { load } from '../load/load.ts';
import { jsonSchema, type ProjectNames, type SortOfFile } from '../load/json-schema.ts';
import type { Project } from '../model/project.ts';
import { textOf } from '../world/file-text.ts';
import { writeFiles } from '../world/new-files.ts';
import type { Files } from '../world/world.ts';
import { SCHEMAS, schemaLine } from '../start/schema-line.ts';

/** Where files of each sort lie. */
const PLACES: Readonly<Record<Exclude<SortOfFile, 'source'>, string>> = {
  organisation: 'sources/organisation.yaml',
  vocabulary: 'sources/vocabulary.yaml',
  audiences: 'sources/audiences.yaml',
  places: 'sources/places.yaml',
  calendar: 'sources/calendar.yaml',
  offices: 'sources/offices.yaml',
  template: 'templates/*/template.yaml',
  pack: 'sources/packs/*.yaml',
  data: 'sources/data/*.yaml',
  issued: 'sources/issued/*.yaml',
};

/** Writes what is new or has changed, and gives the paths; none where all is as it should be. */
export const writeSchemas = async (files: Files, root: string): Promise<readonly string[]> => {
  const { value: project } = await load(files);
  const names = namesOf(project);
  const [fresh, changed] = [new Map<string, string>(), new Map<string, string>()];
  for (const [sort, place] of Object.entries(PLACES) as [keyof typeof PLACES, string][]) {
    const path = `${SCHEMAS}/${sort}.json`;
    const text = `${JSON.stringify(jsonSchema(sort, names), null, 2)}\n`;
    const before = await readFile(join(root, path), 'utf8').catch(() => null);
    if (before !== text) (before === null ? fresh : changed).set(path, text);
    for (const file of await files.own([place])) {
      // What is not UTF-8 would be another file afterwards; a check tells of it.
      const own = await textOf(files, file);
      if (own !== null && !NAMED.test(own))
        changed.set(file, named(own, schemaLine(sort, posix.dirname(file))));
    }
  }
  await writeFiles(root, fresh, changed);
  return [...fresh.keys(), ...changed.keys()].toSorted();
};

/** A file that names a schema, whichever. */
const NAMED = /^\s*#\s*yaml-language-server\s*:/mu;

/** The text with a first line, which ends as its own lines do; a byte order mark stays in front. */
const named = (text: string, line: string): string => {
  const [mark, rest] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
  return `${mark}${line}${rest.includes('\r\n') ? '\r\n' : '\n'}${rest}`;
};

const namesOf = ({
  audiences,
  vocabulary,
  passages,
  organisation,
  templates,
  sources,
  tables,
}: Project): ProjectNames => ({
  audience: [...audiences.keys()],
  kind: [...vocabulary.kinds.keys()],
  passage: [...passages.keys()],
  printer: [...organisation.printers.keys()],
  slot: [...new Set([...templates.values()].flatMap(({ slots }) => slots.map(({ id }) => id)))],
  source: [...sources.keys()],
  table: [...tables.keys()],
  template: [...templates.keys()],
  topic: [...vocabulary.topics.keys()],
});
