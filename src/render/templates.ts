/** Reads the templates' pages and partials, checks them against the view, and makes them ready to fill. */

import { posix } from 'node:path';
import Handlebars from 'handlebars';
import { error, type Message, type Say } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import { sha256 } from '../model/hash.ts';
import { lazy, memo, upTo } from '../model/memo.ts';
import type { Files, Round } from '../world/world.ts';
import type { Walked } from './partial-faults.ts';
import type { Shape } from './shape.ts';
import { checkTemplate } from './template-check.ts';
import type { Parsed } from './template-scope.ts';

/** Fills a template with a view and gives the page. */
export type Fill = (view: object) => string;

/** The partials that every template may use, by name. */
export type Partials = ReadonlyMap<string, Parsed>;

/** Reads `templates/partials/`. A partial's name is its path there without the ending. */
export const readPartials = async (files: Files, round: Round, say: Say): Promise<Partials> => {
  const folder = 'templates/partials/';
  const paths = await files.list([`${folder}**/*.hbs`]);
  const bytes = await Promise.all(paths.map((file) => files.read(file)));
  return new Map(
    paths.map((file, index) => {
      const parsed = parseTemplate(file, bytes[index] ?? null, round, say);
      // One that does not parse is known all the same, so that those who use it are not at fault.
      const known = parsed ?? { file, hash: '', program: () => Handlebars.parse('') };
      return [file.slice(folder.length, -'.hbs'.length), known];
    }),
  );
};

/** What fills a template: `key` tells its shape from any other. */
export interface ViewShape {
  readonly key: string;
  readonly shape: () => Shape;
}

/** A template that was read: how to fill it, null where something is wrong; and what its check found, for `blame`. */
export interface Prepared {
  readonly fill: Fill | null;
  readonly walked: Walked;
  /** The hash of its text and of the partials that it calls. */
  readonly hash: string;
}

/** What a template is made ready with. */
export interface Surroundings {
  readonly files: Files;
  readonly round: Round;
  readonly partials: Partials;
}

/** Makes the template at `file` ready for views of this shape. It is parsed and compiled when it is first filled. */
export const prepare = async (
  file: string,
  view: ViewShape,
  { files, round, partials }: Surroundings,
  say: Say,
): Promise<Prepared> => {
  const parsed = parseTemplate(file, await files.read(file), round, say);
  if (!parsed) return { fill: null, walked: { faults: [], calls: [] }, hash: '' };
  const hashes = Array.from(partials, ([name, { hash }]) => [name, hash]);
  const walked = round.of(
    `${file} with its partials`,
    sha256(JSON.stringify([parsed.hash, hashes, view.key])),
    () => checkTemplate(parsed, view.shape(), partials),
  );
  const compiled = lazy(() => compile(JSON.stringify([parsed.hash, hashes]), parsed, partials));
  const fill = walked.faults.length ? null : (data: object) => compiled()(data);
  return { fill, walked, hash: hashOf(parsed, walked, partials) };
};

const hashOf = (template: Parsed, { calls }: Walked, partials: Partials): string => {
  const called = [...new Set(calls.map(({ partial }) => partial))].toSorted(byCodeUnit);
  const parts = called.map((name) => [name, partials.get(name)?.hash]);
  return sha256(JSON.stringify([template.hash, parts]));
};

/** Null, and said, where there is no such file, or where it does not parse. */
const parseTemplate = (file: string, bytes: Uint8Array | null, round: Round, say: Say): Parsed | null => {
  if (!bytes) {
    const text = `There is no \`${posix.basename(file)}\` in \`${posix.dirname(file)}\``;
    const remedy = 'Write it: it is the page that the template makes.';
    say(error('missing-file', startOf(file), text, { remedy }));
    return null;
  }
  const hash = sha256(bytes);
  const program = () => parsed(JSON.stringify([file, hash]), file, bytes);
  const fault = round.of(file, hash, () => faultOf(file, program));
  if (fault) say(fault);
  return fault ? null : { file, hash, program };
};

/** By a file and its hash; throws where it does not parse. */
const parsed = upTo(500, (_asked, file: string, bytes: Uint8Array) =>
  Handlebars.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { srcName: file }),
);

const faultOf = (file: string, program: () => unknown): Message | null => {
  try {
    program();
    return null;
  } catch (fault) {
    return syntaxFault(file, fault);
  }
};

/** Handlebars tells the place of a fault in its message alone, and the rest over several lines. */
const syntaxFault = (file: string, fault: unknown) => {
  const text = fault instanceof Error ? fault.message : String(fault);
  const line = Number(/line (\d+)/u.exec(text)?.[1] ?? /- (\d+):\d+/u.exec(text)?.[1] ?? 1);
  const column = Number(/- \d+:(\d+)/u.exec(text)?.[1] ?? 0) + 1;
  const [first = '', ...rest] = text.split('\n');
  const what = first.startsWith('Parse error') ? (rest.at(-1) ?? first) : first.replace(/ - \d+:\d+$/u, '');
  return error('template-syntax', { file, line, column }, `The template does not parse: ${what}`, {
    remedy: 'Close every `{{#…}}` with its `{{/…}}`, and every `{{` with `}}`.',
  });
};

/** Every part strict: what the view lacks stops the page, though the check has found it before. */
const STRICT: CompileOptions = { strict: true, knownHelpersOnly: true, preventIndent: true };

/** By the hashes of a template and of all partials: most are as they were when the process read the project before. */
const compile = upTo(200, (_hashes, template: Parsed, partials: Partials): Fill => {
  const fill = memo(WORLDS, partials, () => worldOf(partials)).compile(template.program(), STRICT);
  return (view) => fill(view);
});

/** Where the partials of a project are compiled, once for all templates that call them. */
const WORLDS = new WeakMap<Partials, typeof Handlebars>();

const worldOf = (partials: Partials): typeof Handlebars => {
  const world = Handlebars.create();
  for (const [name, { program }] of partials) world.registerPartial(name, world.compile(program(), STRICT));
  return world;
};
