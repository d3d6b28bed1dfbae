/** How each sort of file is read: by itself, so that the same bytes, with the same given beside them, read the same. */

import type { IssuedDocument } from '../model/issued.ts';
import type { Table } from '../model/table.ts';
import { yamlComments } from './asides.ts';
import { readAudiences } from './audiences.ts';
import { readCalendar } from './calendar.ts';
import { readOffices } from './offices.ts';
import type { TablePaths } from './data/table-files.ts';
import { readTable } from './data/table.ts';
import { findExcuses } from './excuses.ts';
import { readIssued } from './issued.ts';
import type { Lines } from './lines.ts';
import { nameOf } from './names.ts';
import { readOrganisation } from './organisation.ts';
import { readPack } from './pack.ts';
import { readPlaces } from './places.ts';
import { reading, type Findings, type Reading, type Sort } from './reading.ts';
import { readSource, type Kinds, type ReadSource } from './source.ts';
import { readTemplate } from './template.ts';
import { readText } from './text.ts';
import { readVocabulary } from './vocabulary.ts';
import { readYaml, type Yaml } from './yaml.ts';

/** Reads one sort of file. `Given` is what its text alone doesn't tell: it is small, and hashed with the text. */
export interface Reader<Value, Given> {
  /** The sorts of names that such a file defines: where it can't be read, any may be among them. */
  readonly defines: (file: string) => readonly Sort[];
  /** Null where no value can be made out. */
  readonly read: (lines: Lines, given: Given, findings: Findings) => Value | null;
  /** Whether a reading may lie in the store. */
  readonly lasts: (reading: Reading<Value>) => boolean;
}

/** Reads a file; null stands for one that is not there. */
export const readFile = <Value, Given>(
  reader: Reader<Value, Given>,
  file: string,
  bytes: Uint8Array | null,
  given: Given,
): Reading<Value> =>
  reading((findings) => {
    const lines = readText(file, bytes, findings.say);
    if (!lines) findings.names.unsure(reader.defines(file));
    else findExcuses(lines, findings);
    return lines && reader.read(lines, given, findings);
  });

/** Reads a table from its two files; null stands for one that is not there. */
export const readTableFiles = (
  { csv, yaml }: TablePaths,
  described: Uint8Array | null,
  values: Uint8Array | null,
): Reading<Table> =>
  reading((findings) => {
    const { say } = findings;
    const [words, lines] = [readText(yaml, described, say), readText(csv, values, say)];
    if (words) findExcuses(words, findings);
    if (words) findings.setAside(yamlComments(words));
    const description = words && readYaml(words, say);
    return description && lines && readTable(nameOf(csv), description, lines, findings);
  });

type ReadYaml<Value, Given> = (yaml: Yaml, given: Given, findings: Findings) => Value | null;

const yamlFile = <Value, Given>(
  defines: (file: string) => readonly Sort[],
  read: ReadYaml<Value, Given>,
): Reader<Value, Given> => ({
  defines,
  lasts: () => true,
  read: (lines, given, findings) => {
    findings.setAside(yamlComments(lines));
    const yaml = readYaml(lines, findings.say);
    if (!yaml) findings.names.unsure(defines(lines.file));
    return yaml && read(yaml, given, findings);
  },
});

/** One of which the text tells all. */
const plainYaml = <Value>(
  defines: readonly Sort[],
  read: (yaml: Yaml, findings: Findings) => Value | null,
): Reader<Value, null> =>
  yamlFile(
    () => defines,
    (yaml, _given, findings) => read(yaml, findings),
  );

export const ORGANISATION = plainYaml(['printer'], readOrganisation);
export const VOCABULARY = plainYaml(['topic', 'kind'], readVocabulary);
export const AUDIENCES = plainYaml(['audience'], readAudiences);
export const CALENDAR = plainYaml([], readCalendar);
export const OFFICES = plainYaml([], readOffices);
export const PLACES = plainYaml([], readPlaces);
export const TEMPLATE = yamlFile((file) => [`slot of ${nameOf(file)}`], readTemplate);
export const SOURCE: Reader<ReadSource, Kinds> = {
  defines: () => ['passage'],
  read: readSource,
  // What is withdrawn leaves the store.
  lasts: ({ value }) => !value?.passages.some(({ status }) => status === 'withdrawn'),
};
export const PACK = yamlFile(() => [], readPack);
export const ISSUED: Reader<IssuedDocument, null> = {
  ...yamlFile(
    () => [],
    (yaml, _given, findings) => readIssued(nameOf(yaml.place([]).file), yaml, findings),
  ),
  // To whom it went is in the project alone.
  lasts: () => false,
};
