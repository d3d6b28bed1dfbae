import { posix } from 'node:path';
import { z } from 'zod';
import type { Kind } from '../model/kind.ts';
import { LICENCE_IDS, LICENCES, type Licence, type LicenceId } from '../model/licence.ts';
import type { NamedOriginal } from '../model/original.ts';
import { SOURCE_TYPES, type Source } from '../model/source.ts';
import { type Passage } from '../model/passage.ts';
import { error, type Say } from '../diagnostics/message.ts';
import { sourceAsides, yamlComments } from './asides.ts';
import { findComments } from './comments.ts';
import { licenceMeant } from './meant.ts';
import {
  choice,
  day,
  keys,
  language,
  list,
  matching,
  maybe,
  partialDate,
  path,
  text,
  topic,
  webAddress,
  words,
} from './fields.ts';
import { readFences } from './fences.ts';
import { findFrontMatter, guessedNext } from './front-matter.ts';
import type { Lines } from './lines.ts';
import { nameOf } from './names.ts';
import { readPassage } from './passage.ts';
import type { Findings } from './reading.ts';
import { readPartly } from './read-partly.ts';
import { shape } from './shape.ts';
import { readYaml, type Span, type Yaml } from './yaml.ts';

/** By its path alone, or with the hash by which any change of it is found. */
const original = z.preprocess(
  (value) => (typeof value === 'string' ? { file: value } : value),
  keys(
    {
      file: path,
      sha256: maybe(matching('a SHA-256: 64 figures and letters from `a` to `f`', /^[0-9a-f]{64}$/u)),
    },
    '{ file: originals/jones-2025.pdf, sha256: … }',
  ),
);

export const citation = keys({
  title: text,
  author: list(text, 'a name or a list of names').prefault([]),
  publisher: maybe(text),
  container: maybe(text),
  issued: partialDate,
  type: choice(SOURCE_TYPES),
  url: maybe(webAddress),
  accessed: maybe(day),
  language: maybe(language),
  licence: maybe(choice(LICENCE_IDS, licenceMeant)),
  attribution: maybe(text),
  original: maybe(original),
  topics: words(topic, 'topics with spaces between them, or a list').prefault([]),
});

type Citation = Omit<Source, 'id' | 'file' | 'passages' | 'place'>;

/** A source that was read; `source` is null where its citation could not be. */
export interface ReadSource {
  readonly source: Source | null;
  readonly passages: readonly Passage[];
}

/** What is given with the text of a source or a template. */
export type Kinds = ReadonlyMap<string, Kind>;

/** Reads a source: its citation and its passages. Faults in the one leave the other readable. */
export const readSource = (lines: Lines, kinds: Kinds, findings: Findings): ReadSource => {
  const { say } = findings;
  const id = nameOf(lines.file);
  const front = findFrontMatter(lines, say);
  const cited = front && readCitation(lines, front.span, findings);
  const next = front?.next ?? guessedNext(lines);
  const comments = findComments(lines, next, say);
  const fenced = readFences(lines, next, comments, new Set(kinds.keys()), say);
  findings.setAside([
    ...(front ? yamlComments(lines, next) : []),
    ...sourceAsides(lines, next, comments, fenced),
  ]);
  const topics = cited?.topics ?? [];
  const passages = fenced.flatMap((each) => {
    const passage = readPassage(each, { ...findings, lines, comments, kinds, source: id, topics });
    return passage ? [passage] : [];
  });
  const source = cited && {
    ...cited,
    id,
    file: lines.file,
    passages: passages.map((passage) => passage.id),
    place: lines.at(1),
  };
  return { source, passages };
};

const readCitation = (lines: Lines, span: Span, { names, say }: Findings): Citation | null => {
  const yaml = readYaml(lines, say, span);
  if (!yaml) return null;
  const read = shape(citation, yaml, say);
  const { topics: named = [] } = read ?? readPartly(citation, yaml);
  named.forEach((name, index) => names.use('topic', name, yaml.wordPlace(['topics'], index)));
  if (!read) return null;
  const { author, topics, ...rest } = read;
  sayIdle(rest, yaml, say);
  return {
    ...rest,
    issuedPlace: yaml.place(['issued']),
    authors: author,
    original: rest.original && namedOriginal(rest.original, yaml),
    topics: [...new Set(topics)],
  };
};

/** Says words that no licence asks for. */
const sayIdle = (
  { licence, attribution }: { licence: LicenceId | null; attribution: string | null },
  yaml: Yaml,
  say: Say,
): void => {
  const { asks = null }: Partial<Licence> = licence === null ? {} : LICENCES[licence];
  if (attribution === null || asks) return;
  const text = licence === null ? 'no `licence` is given' : `\`${licence}\` asks for none`;
  const remedy =
    'Give the licence under which it is published, such as `licence: OGL-UK-3.0`, or take it out.';
  say(
    error('contradiction', yaml.place(['attribution']), `\`attribution\` is given, and ${text}`, { remedy }),
  );
};

const namedOriginal = ({ file, sha256 }: z.output<typeof original>, yaml: Yaml): NamedOriginal => {
  const [place, hashPlace] = ['file', 'sha256'].map((key) => yaml.place(['original', key]));
  const whole = yaml.place(['original']);
  return { file: posix.join('sources', file), sha256, place: place ?? whole, hashPlace: hashPlace ?? whole };
};
