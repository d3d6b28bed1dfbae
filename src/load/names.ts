import { posix } from 'node:path';
import { error, warning, type Say } from '../diagnostics/message.ts';
import { startOf, type Place } from '../diagnostics/place.ts';
import { SITE_NAMES } from '../model/public.ts';
import { ID } from './attribute-values.ts';
import { slugOf } from './meant.ts';

/** Names that `output/` uses itself, and `templates/` for what is no template. */
export const RESERVED = {
  edition: new Set(['index', 'assets', 'site']),
  pack: new Set(['site', ...SITE_NAMES]),
  passage: new Set(['index']),
  source: new Set(['index']),
  topic: new Set(['index']),
  template: new Set(['annex', 'partials', 'site', 'styles']),
};

/** Says what has pages that would take the place of what despatch writes itself. */
export const sayReserved = (name: string, what: keyof typeof RESERVED, place: Place, say: Say): void => {
  if (!RESERVED[what].has(name)) return;
  const text = `\`${name}\` is a name that despatch needs itself`;
  say(error('reserved-name', place, text, { remedy: `Give the ${what} another name.` }));
};

/** A file's name without its ending, or a template's folder: what the thing in it is called. */
export const nameOf = (file: string): string =>
  file.startsWith('templates/')
    ? posix.basename(posix.dirname(file))
    : posix.basename(file, posix.extname(file));

/** Says a file whose name is none. */
export const sayMisnamed = (file: string, say: Say): void => {
  const name = nameOf(file);
  if (ID.test(name)) return;
  const text = `\`${name}\` is no name: it is made of small letters, figures and single hyphens`;
  say(error('file-name', startOf(file), text, { remedy: `Call it \`${slugOf(name) || 'another-name'}\`.` }));
};

/** Says a link that is not followed. */
export const sayOutward = (link: string, say: Say): void => {
  const text = `\`${link}\` is a link that leads out of the project, and is not followed`;
  const remedy = 'Put what it leads to into the project, or take the link away.';
  say(error('outward-link', startOf(link), text, { remedy }));
};

/** The files of a project that are read, each sort sorted by path. */
export interface Found {
  readonly library: readonly string[];
  readonly packs: readonly string[];
  readonly issued: readonly string[];
  readonly templates: readonly string[];
  /** All files beside tables of data, whatever they are. */
  readonly data: readonly string[];
}

const GLOBS = [
  'sources/library/**/*',
  'sources/packs/**/*',
  'sources/data/**/*',
  'sources/issued/**/*',
  'templates/*/*',
];

/** What people write texts in, and would expect to be read. */
const WRITTEN = /^sources\/library\/.*\.(docx?|odt|rtf|pages|txt)$/i;

/** Sorts a project's files; says those that look like a source, pack or template and would not be read as one. */
export const sortFiles = (files: readonly string[], say: Say): Found => {
  for (const file of files) {
    const expected = expectedName(file);
    if (!expected) continue;
    const text = `This file would not be read: it is called \`${posix.basename(file)}\``;
    say(error('file-name', startOf(file), text, { remedy: `Call it \`${expected}\`.` }));
  }
  for (const file of files) {
    const ending = WRITTEN.exec(file)?.[1];
    if (!ending || /^readme\./i.test(posix.basename(file))) continue;
    const text = `\`${posix.basename(file)}\` is not read: the library holds Markdown alone, and this is ${ending.toUpperCase()}`;
    const remedy = `Save its text as \`${posix.basename(file, posix.extname(file))}.md\`, with what it is at its head and a fence around each passage; or move it out of \`sources/library/\`.`;
    say(warning('file-kind', startOf(file), text, { remedy }));
  }
  if (!files.some((file) => file.startsWith('sources/packs/'))) sayNoPacks(say);
  const matching = (pattern: RegExp) => files.filter((file) => pattern.test(file));
  return {
    library: matching(/^sources\/library\/.*\.md$/),
    packs: matching(/^sources\/packs\/[^/]*\.yaml$/),
    issued: matching(/^sources\/issued\/[^/]*\.yaml$/),
    templates: matching(/^templates\/[^/]*\/template\.yaml$/),
    data: matching(/^sources\/data\/[^/]*$/),
  };
};

const sayNoPacks = (say: Say): void => {
  const text = 'The project has no packs: there are no documents to make';
  const remedy = 'Write one: `despatch new pack "What it is about"`.';
  say(warning('no-packs', startOf('sources/packs'), text, { remedy }));
};

export { GLOBS };

/** What a file that would be passed over was meant to be called; null where it was meant as nothing that is read. */
const expectedName = (file: string): string | null => {
  const source = /^sources\/library\/(.*)\.(?:md|markdown|mdown)$/i.exec(file);
  if (source) return file.endsWith('.md') ? null : `sources/library/${source[1]}.md`;
  const flat = /^sources\/(packs|issued)\/(?:.*\/)?([^/]*)\.ya?ml$/i.exec(file);
  const data = /^sources\/data\/(?:.*\/)?([^/]*)\.(csv|ya?ml)$/i.exec(file);
  if (data)
    return asNamed(file, `sources/data/${data[1]}.${data[2]?.toLowerCase() === 'csv' ? 'csv' : 'yaml'}`);
  const template = /^templates\/([^/]*)\/template\.ya?ml$/i.exec(file);
  const expected = flat
    ? `sources/${flat[1]?.toLowerCase()}/${flat[2]}.yaml`
    : template
      ? `templates/${template[1]}/template.yaml`
      : file;
  return asNamed(file, expected);
};

const asNamed = (file: string, expected: string): string | null => (expected === file ? null : expected);
