/** Where the check of a template stands: what may be read there, and how its faults are said. */

import { error } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import type { Place } from '../diagnostics/place.ts';
import type { ReadingId } from '../diagnostics/reading.ts';
import type { MarkupSpot } from './markup.ts';
import type { Call, TemplateFault } from './partial-faults.ts';
import type { Shape } from './shape.ts';

export type AST = hbs.AST.Node;

/** A parsed template or partial. */
export interface Parsed {
  /** The path from the project's root, e.g. `templates/partials/notes.hbs`. */
  readonly file: string;
  /** The SHA-256 of its text. */
  readonly hash: string;
  readonly program: () => hbs.AST.Program;
}

/** What stays the same through a template and its partials. */
export interface Walk {
  readonly partials: ReadonlyMap<string, Parsed>;
  readonly say: (fault: TemplateFault) => void;
  /** Takes each call of a partial that is gone into. */
  readonly enter: (call: Call) => void;
  readonly root: Shape;
  /** The partials that are being gone through, the outermost first. */
  readonly open: readonly string[];
  /** Where in the page the output stands; moves along. */
  readonly spot: { now: MarkupSpot };
}

export interface Here extends Walk {
  readonly file: string;
  /** The innermost last. */
  readonly contexts: readonly Scope[];
  /** Block parameters and `@index` and the like, by name. */
  readonly locals: ReadonlyMap<string, Shape>;
  /** The call of the partial that stands here; null in a page. */
  readonly call: Call | null;
  /** What `{{> @partial-block}}` stands for. */
  readonly block: (() => void) | null;
}

/** A context, with the paths in it that are known not to be null. */
export interface Scope {
  readonly shape: Shape;
  readonly present: ReadonlySet<string>;
}

export const scope = (shape: Shape): Scope => ({ shape, present: new Set() });

export const fault = (
  here: Here,
  node: AST,
  rule: ReadingId,
  text: string,
  { reads, ...rest }: { readonly remedy?: string; readonly reads?: string } = {},
): void =>
  here.say({
    message: error(rule, placeOf(node, here), text, rest),
    reads: reads ?? null,
    isWithin: here.contexts.length > 1,
    call: here.call,
  });

export const placeOf = (node: AST, { file }: Here): Place => {
  const { line, column } = node.loc.start;
  return { file, line, column: column + 1 };
};

export const original = (node: AST): string => (node as hbs.AST.PathExpression).original ?? '';

export interface FoundValue {
  readonly shape: Shape;
  /** Whether it may be null here. */
  readonly missing: boolean;
}

/** What an expression reads; null, and said, where the view lacks it. */
export const resolve = (node: AST, here: Here): FoundValue | null => {
  if (node.type !== 'PathExpression') {
    fault(here, node, 'template-syntax', 'Unexpected value; expected the name of something in the view');
    return null;
  }
  const path = node as hbs.AST.PathExpression;
  const parts = path.parts as readonly string[];
  const [head = '', ...tail] = parts;
  if (path.data) {
    if (head === 'root') return descend(path, scope(here.root), tail, here);
    const local = here.locals.get(`@${head}`);
    if (local && !tail.length) return { shape: local, missing: false };
    fault(here, node, 'template-view', `Unexpected \`@${parts.join('.')}\`; there is no such thing here`);
    return null;
  }
  const local = path.depth === 0 ? here.locals.get(head) : undefined;
  if (local) return descend(path, scope(local), tail, here);
  const context = here.contexts.at(-1 - path.depth);
  if (context) return descend(path, context, parts, here);
  fault(here, node, 'template-view', `\`${path.original}\` climbs out of the view`);
  return null;
};

const descend = (
  path: hbs.AST.PathExpression,
  from: Scope,
  parts: readonly string[],
  here: Here,
): FoundValue | null => {
  let shape = from.shape;
  let walked = '';
  for (const part of parts) {
    if (walked && shape.nullable && !from.present.has(walked)) {
      unasked(path, walked, here);
      return null;
    }
    const field = shape.is === 'object' ? shape.fields.get(part) : undefined;
    if (!field) {
      const known = shape.is === 'object' ? [...shape.fields.keys()] : [];
      fault(here, path, 'template-view', `The view has no \`${part}\`${walked ? ` in \`${walked}\`` : ''}`, {
        remedy: known.length ? suggest(part, known) : 'It holds a single value.',
        reads: walked ? `${walked}.${part}` : part,
      });
      return null;
    }
    shape = field;
    walked = walked ? `${walked}.${part}` : part;
  }
  return { shape, missing: shape.nullable && !from.present.has(walked) };
};

export const unasked = (node: AST, path: string, here: Here): void =>
  fault(here, node, 'template-view', `\`${path}\` may be missing, and the template reads it unasked`, {
    remedy: `Read it inside \`{{#if ${path}}}\` or \`{{#with ${path}}}\`.`,
    reads: path,
  });
