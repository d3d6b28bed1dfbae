import { z } from 'zod';
import { error, type Say } from '../diagnostics/message.ts';
import { KINDS, ownKind, type Kind } from '../model/kind.ts';
import type { Abbreviation, Topic, Vocabulary } from '../model/vocabulary.ts';
import { choice, flag, keys, list, matching, maybe, named, slug, text, words } from './fields.ts';
import { sayReserved } from './names.ts';
import type { Findings, Names } from './reading.ts';
import { shape } from './shape.ts';
import type { Path, Yaml } from './yaml.ts';

/** A topic as written: its name alone, or its name and the topics below it. */
interface Branch {
  readonly name: string;
  readonly topics: Readonly<Record<string, Branch>>;
}

const nameAlone = (value: unknown): unknown => (typeof value === 'string' ? { name: value } : value);

const branch: z.ZodType<Branch> = z.lazy(() =>
  z.preprocess(
    nameAlone,
    keys(
      { name: text, topics: named(slug, branch).prefault({}) },
      '{ name: Children, topics: { adoption: Adoption } }',
    ),
  ),
);

const kind = keys(
  {
    name: text,
    cited: flag.prefault('true'),
    needs: list(slug, 'a list of attribute names').prefault([]),
  },
  '{ name: Myth, cited: true, needs: [term] }',
);

const shortForm = matching('a short form such as `DfE`, without spaces', /^[\p{L}\p{N}][\p{L}\p{N}&./+-]*$/u);

const abbreviation = z.preprocess(
  (value) => (typeof value === 'string' ? { expansion: value } : value),
  keys(
    { expansion: text, plural: maybe(text), expand: choice(['first', 'never']).prefault('first') },
    '{ expansion: local authority, plural: local authorities }',
  ),
);

export const vocabulary = keys({
  topics: named(slug, branch).prefault({}),
  kinds: named(slug, kind, 'myth: { name: Myth }').prefault({}),
  abbreviations: named(shortForm, abbreviation).prefault({}),
  words: words(text, 'words with spaces between them, or a list').prefault([]),
  mistakes: named(text, text, 'Childrens Act: Children Act').prefault({}),
});

/** Reads `vocabulary.yaml`; where it is faulty, the names in it are known all the same. */
export const readVocabulary = (yaml: Yaml, { names, say }: Findings): Vocabulary | null => {
  defineTopics(yaml, ['topics'], '', names);
  for (const id of yaml.keys(['topics'])) sayReserved(id, 'topic', yaml.keyPlace(['topics', id]), say);
  for (const { id } of KINDS) names.define('kind', id, yaml.place([]));
  const own = ownKinds(yaml, say);
  for (const id of own) names.define('kind', id, yaml.keyPlace(['kinds', id]));
  const read = shape(vocabulary, yaml, say);
  if (!read) return null;
  const topics = new Map<string, Topic>();
  collectTopics(yaml, ['topics'], '', read.topics, topics);
  const kinds = own.flatMap((id) => ownKindOf(id, read.kinds[id]));
  return {
    topics,
    kinds: new Map([...KINDS, ...kinds].map((each) => [each.id, each])),
    abbreviations: new Map(
      Object.entries(read.abbreviations).map(([short, each]) => [short, expanded(short, each)]),
    ),
    words: read.words,
    mistakes: Object.entries(read.mistakes),
  };
};

/** What stands in for a vocabulary that could not be read. */
export const BUILT_IN: Vocabulary = {
  topics: new Map(),
  kinds: new Map(KINDS.map((kind) => [kind.id, kind])),
  abbreviations: new Map(),
  words: [],
  mistakes: [],
};

const ownKindOf = (id: string, read: z.output<typeof kind> | undefined): readonly Kind[] =>
  read ? [ownKind(id, read.name, read.cited, read.needs)] : [];

const expanded = (
  short: string,
  { expansion, plural, expand }: z.output<typeof abbreviation>,
): Abbreviation => ({
  short,
  expansion,
  plural: plural ?? pluralOf(expansion),
  expand,
});

/** Of a name with `of` or `for` in it, the word before that is many: `Members of Parliament`. */
const pluralOf = (expansion: string): string =>
  expansion.replace(/^.*?(?= (?:of|for|in|to|at|on|with)\b)|^.*$/su, (head) =>
    /[^aeiou]y$/u.test(head)
      ? head.replace(/y$/u, 'ies')
      : `${head}${/(?:[sxz]|ch|sh)$/u.test(head) ? 'es' : 's'}`,
  );

/** Every topic by its path, however faulty what is said of it. */
const defineTopics = (yaml: Yaml, path: Path, above: string, names: Names): void => {
  for (const id of yaml.keys(path)) {
    names.define('topic', above + id, yaml.keyPlace([...path, id]));
    defineTopics(yaml, [...path, id, 'topics'], `${above}${id}/`, names);
  }
};

/** Puts the topics of a branch where they belong: each before those below it. */
const collectTopics = (
  yaml: Yaml,
  path: Path,
  above: string,
  branches: Branch['topics'],
  topics: Map<string, Topic>,
): void => {
  for (const id of yaml.keys(path)) {
    const topic = branches[id];
    if (!topic) continue;
    topics.set(above + id, { path: above + id, name: topic.name });
    collectTopics(yaml, [...path, id, 'topics'], `${above}${id}/`, topic.topics, topics);
  }
};

/** The project's own kinds, those whose names are taken apart, which are said. */
const ownKinds = (yaml: Yaml, say: Say): readonly string[] => {
  const taken = new Set(['wording', ...KINDS.map(({ id }) => id)]);
  return yaml.keys(['kinds']).filter((id) => {
    const isFree = !taken.has(id);
    taken.add(id);
    const place = yaml.keyPlace(['kinds', id]);
    const remedy = 'Give the kind another name.';
    if (!isFree)
      say(error('reserved-name', place, `\`${id}\` is a name that despatch has already`, { remedy }));
    return isFree;
  });
};
