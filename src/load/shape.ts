import type { z } from 'zod';
import { error, type Message, type Say } from '../diagnostics/message.ts';
import { nearest, suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import { alike } from './alike.ts';
import type { Mistake } from './mistakes.ts';
import type { Path, Yaml } from './yaml.ts';

/** The most that is said of one map: a file with more wrong in it is another kind of file. */
const MOST_SAID = 50;

/** Reads a YAML text by its schema, every default filled in; null, with each fault said at its place, where it does not fit. */
export const shape = <T>(schema: z.ZodType<T>, yaml: Yaml, say: Say): T | null => {
  const result = schema.safeParse(yaml.value);
  if (result.success) return result.data;
  const { issues } = result.error;
  if (isEmpty(yaml.value) && issues.length > 1) say(emptyFile(issues, yaml));
  else for (const issue of issues.slice(0, MOST_SAID)) explain(issue, issues, yaml).forEach(say);
  return null;
};

type Issue = z.core.$ZodIssue;

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Object.keys(value).length;

/** All that a file without a key lacks, said once. */
const emptyFile = (issues: readonly Issue[], yaml: Yaml): Message => {
  const needed = issues.map(({ path }) => `\`${String(path[0])}: …\``);
  const remedy = `Write each of its keys on a line of its own: ${needed.join(', ')}.`;
  return error('missing-key', yaml.place([]), 'The file says nothing', { remedy });
};

const explain = (issue: Issue, issues: readonly Issue[], yaml: Yaml): readonly Message[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_SAID).map((key) => unknownKey(key, issue, yaml));
  if (issue.code === 'invalid_key') return [badKey(issue.path, issue.issues[0]?.message ?? '', yaml)];
  const found = valueAt(issue.path, yaml.value);
  if (found === undefined) return mistyped(issue, issues) ? [] : [missingKey(issue, yaml)];
  const mistake = mistakeOf(issue);
  if (mistake)
    return [
      error(mistake.rule, placeIn(issue.path, mistake.index, yaml), mistake.text, { remedy: mistake.remedy }),
    ];
  if (typeof found === 'string' && isUnbracketed(found, issue, yaml))
    return issue === firstOf(issue, issues) ? [unbracketed(found, issue.path.slice(0, -1), yaml)] : [];
  const text = `${nameOf(issue.path)} is ${shown(found)}; expected ${issue.message}`;
  const remedy = typeof found === 'string' ? remedyFor(found, issue) : null;
  return [error('bad-value', yaml.place(issue.path), text, remedy ? { remedy } : {})];
};

const remedyFor = (found: string, issue: Issue): string | null => {
  if (found === '') return 'Give it a value, or take the key out.';
  const { meant = null } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  if (typeof meant === 'string') return `Write \`${meant}\`.`;
  const near = nearest(found, amongst(issue));
  return near && `Did you mean \`${near}\`?`;
};

/** Whether a member that is none stands in a list of names written with other signs between them than spaces. */
const isUnbracketed = (found: string, { path }: Issue, yaml: Yaml): boolean =>
  typeof path.at(-1) === 'number' &&
  typeof valueAt(path.slice(0, -1), yaml.value) === 'string' &&
  /[,;[\]()]/u.test(found);

const firstOf = ({ path }: Issue, issues: readonly Issue[]): Issue | undefined =>
  issues.find((other) => other.path.slice(0, -1).join('\n') === path.slice(0, -1).join('\n'));

const unbracketed = (found: string, path: Path, yaml: Yaml): Message => {
  const members = found.match(/[^\s,;[\]()]+/gu) ?? [];
  const text = `${nameOf(path)} is \`${excerpt(found)}\`; expected a list in square brackets`;
  return error('bad-value', yaml.place(path), text, {
    remedy: `Write \`[${excerpt(members.join(', '))}]\`.`,
  });
};

const mistakeOf = (issue: Issue): Mistake | null =>
  issue.code === 'custom' ? ((issue.params?.['mistake'] as Mistake | undefined) ?? null) : null;

/** Where a character of a value stands; its blanks at the ends are not counted. */
const placeIn = (path: Path, index: number, yaml: Yaml): Place => {
  const { text, offsets } = yaml.text(path);
  const offset = offsets[index + text.search(/\S|$/)];
  return offset === undefined ? yaml.place(path) : yaml.lines.place(offset);
};

/** The values that there are, where an issue is that a value is none of a few. */
const amongst = (issue: Issue): readonly string[] =>
  issue.code === 'custom' && Array.isArray(issue.params?.['among']) ? issue.params['among'] : [];

const unknownKey = (key: string, issue: Issue, yaml: Yaml): Message => {
  const known = issue.message.split(' ');
  const [name = '', ...rest] = key.split(':');
  if (rest.length && known.includes(name)) {
    const text = `No space follows the colon behind \`${name}\``;
    const remedy = `Write \`${name}: ${rest.join(':')}\`.`;
    return error('missing-space', yaml.keyPlace([...issue.path, key]), text, { remedy });
  }
  return error(
    'unknown-key',
    yaml.keyPlace([...issue.path, key]),
    `\`${key}\` is not a key that is known here`,
    {
      remedy: suggest(key, known),
    },
  );
};

const badKey = (path: Path, expected: string, yaml: Yaml): Message =>
  error('bad-key', yaml.keyPlace(path), `\`${String(path.at(-1))}\` is no name; expected ${expected}`, {
    remedy: 'Rename it.',
  });

const missingKey = ({ path, message }: Issue, yaml: Yaml): Message => {
  const key = String(path.at(-1));
  const owner = path.length > 1 ? ` of ${nameOf(path.slice(0, -1))}` : '';
  return error('missing-key', yaml.keyPlace(path.slice(0, -1)), `The key \`${key}\`${owner} is missing`, {
    remedy: `Add \`${key}: …\`: ${message}.`,
  });
};

/** Whether a missing key stands there under a mistyped name, which is said by itself. */
const mistyped = ({ path }: Issue, issues: readonly Issue[]): boolean =>
  issues.some(
    (other) =>
      other.code === 'unrecognized_keys' &&
      other.path.join('\n') === path.slice(0, -1).join('\n') &&
      other.keys.some((key) => alike(key.split(':')[0] ?? '', String(path.at(-1)))),
  );

/** The value at a path; a text that was read as a list stands for its members. */
export const valueAt = (path: Path, value: unknown): unknown => {
  let at = value;
  for (const step of path) {
    if (typeof at === 'string') return at;
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[step];
  }
  return at;
};

/** e.g. `` `slots.facts.max` ``. */
const nameOf = (path: Path): string => (path.length ? `\`${path.join('.')}\`` : 'The file');

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return value.length ? 'a list' : 'an empty list';
  if (typeof value !== 'string') return 'a map of keys';
  return value ? `\`${excerpt(value)}\`` : 'empty';
};

const excerpt = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};
