/** Reads the templates' pages and partials, checks them against the view, and makes them ready to fill. */

import { posix } from 'node:path';
import Handlebars from 'handlebars';
import { error, type Say } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import { byCodeUnit } from '../diagnostics/order.ts';
import { sha256 } from '../model/hash.ts';
import type { Files } from '../world/world.ts';
import type { Walked } from './partial-faults.ts';
import type { Shape } from './shape.ts';
import { checkTemplate } from './template-check.ts';
import type { Parsed } from './template-scope.ts';

/** Fills a template with a view and gives the page. */
export type Fill = (view: object) => string;

/** The partials that every template may use, by name. */
export type Partials = ReadonlyMap<string, Parsed>;

/** Reads `templates/partials/`. A partial's name is its path there without the ending. */
export const readPartials = async (files: Files, say: Say): Promise<Partials> => {
  const folder = 'templates/partials/';
  const partials = new Map<string, Parsed>();
  for (const file of await files.list([`${folder}**/*.hbs`])) {
    const parsed = await parseTemplate(files, file, say);
    // One that does not parse is known all the same, so that those who use it are not at fault.
    partials.set(
      file.slice(folder.length, -'.hbs'.length),
      parsed ?? { file, hash: '', program: Handlebars.parse('') },
    );
  }
  return partials;
};

/** A template that was read: how to fill it, null where something is wrong; and what its check found, for `blame`. */
export interface Prepared {
  readonly fill: Fill | null;
  readonly walked: Walked;
  /** The hash of its text and of the partials that it calls. */
  readonly hash: string;
}

/** Makes the template at `file` ready for views of this shape. */
export const prepare = async (
  files: Files,
  file: string,
  shape: Shape,
  partials: Partials,
  say: Say,
): Promise<Prepared> => {
  const parsed = await parseTemplate(files, file, say);
  if (!parsed) return { fill: null, walked: { faults: [], calls: [] }, hash: '' };
  const walked = checkTemplate(parsed, shape, partials);
  const fill = walked.faults.length ? null : compile(parsed, partials);
  return { fill, walked, hash: hashOf(parsed, walked, partials) };
};

const hashOf = (template: Parsed, { calls }: Walked, partials: Partials): string => {
  const called = [...new Set(calls.map(({ partial }) => partial))].toSorted(byCodeUnit);
  const parts = called.map((name) => [name, partials.get(name)?.hash]);
  return sha256(JSON.stringify([template.hash, parts]));
};

const parseTemplate = async (files: Files, file: string, say: Say): Promise<Parsed | null> => {
  const bytes = await files.read(file);
  if (!bytes) {
    say(
      error(
        'missing-file',
        startOf(file),
        `There is no \`${posix.basename(file)}\` in \`${posix.dirname(file)}\``,
        {
          remedy: 'Write it: it is the page that the template makes.',
        },
      ),
    );
    return null;
  }
  try {
    return {
      file,
      hash: sha256(bytes),
      program: Handlebars.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { srcName: file }),
    };
  } catch (fault) {
    say(syntaxFault(file, fault));
    return null;
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
const compile = (template: Parsed, partials: Partials): Fill => {
  const world = Handlebars.create();
  const options: CompileOptions = { strict: true, knownHelpersOnly: true, preventIndent: true };
  for (const [name, { program }] of partials) world.registerPartial(name, world.compile(program, options));
  const fill = world.compile(template.program, options);
  return (view) => fill(view);
};
