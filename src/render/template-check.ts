/**
 * Checks a template and its partials against the view they will get, before anything is rendered: what it reads is
 * there, what may be missing is asked for first, and each value lands where its format may stand. Handlebars' strict
 * mode sees less: no branch that is not taken, no arguments of `#if` and `#each`, no nulls.
 */

import { error, type Message, type Say } from '../model/message.ts';
import { oneOf, suggest } from '../model/nearest.ts';
import { CONTENT, follow, type Spot } from './markup.ts';
import type { Scalar, Shape } from './shape.ts';

type AST = hbs.AST.Node;

/** A parsed template or partial. */
export interface Parsed {
  /** The path from the project's root, e.g. `templates/partials/notes.hbs`. */
  readonly file: string;
  readonly program: hbs.AST.Program;
}

/** Checks a template for a view of this shape. `partials` are those that it may use, by name. */
export const checkTemplate = (
  template: Parsed,
  view: Shape,
  partials: ReadonlyMap<string, Parsed>,
): readonly Message[] => {
  const messages = new Map<string, Message>();
  // A partial that is used twice is checked twice, in each context; what is wrong in both is said once.
  const say: Say = (message) => messages.set(JSON.stringify([message.place, message.text]), message);
  const walk: Walk = { partials, say, root: view, open: [], spot: { now: CONTENT } };
  program(template.program, {
    ...walk,
    file: template.file,
    contexts: [scope(view)],
    locals: new Map(),
    block: null,
  });
  return [...messages.values()];
};

/** What stays the same through a template and its partials. */
interface Walk {
  readonly partials: ReadonlyMap<string, Parsed>;
  readonly say: Say;
  readonly root: Shape;
  /** The partials that are being gone through, the outermost first. */
  readonly open: readonly string[];
  /** Where in the page the output stands; moves along. */
  readonly spot: { now: Spot };
}

interface Here extends Walk {
  readonly file: string;
  /** The innermost last. */
  readonly contexts: readonly Scope[];
  /** Block parameters and `@index` and the like, by name. */
  readonly locals: ReadonlyMap<string, Shape>;
  /** What `{{> @partial-block}}` stands for. */
  readonly block: (() => void) | null;
}

/** A context, with the paths in it that are known not to be null. */
interface Scope {
  readonly shape: Shape;
  readonly present: ReadonlySet<string>;
}

const scope = (shape: Shape): Scope => ({ shape, present: new Set() });

const program = (node: hbs.AST.Program | undefined, here: Here): void =>
  node?.body.forEach((statement) => (visitors[statement.type] ?? refuse)(statement, here));

const visitors: Readonly<Record<string, (node: AST, here: Here) => void>> = {
  ContentStatement: (node, here) => {
    here.spot.now = follow(here.spot.now, (node as hbs.AST.ContentStatement).value);
  },
  CommentStatement: () => {},
  MustacheStatement: (node, here) => output(node as hbs.AST.MustacheStatement, here),
  BlockStatement: (node, here) => block(node as hbs.AST.BlockStatement, here),
  PartialStatement: (node, here) => partial(node as hbs.AST.PartialStatement, here),
  PartialBlockStatement: (node, here) => partial(node as hbs.AST.PartialBlockStatement, here),
};

const refuse = (node: AST, here: Here): void =>
  fault(here, node, 'template-syntax', 'Inline partials and decorators are not let through in a template', {
    remedy: 'Put the partial into a file of its own in `templates/partials/`.',
  });

const fault = (here: Here, node: AST, rule: string, text: string, rest: { remedy?: string } = {}): void => {
  const { line, column } = node.loc.start;
  here.say(error(rule, { file: here.file, line, column: column + 1 }, text, rest));
};

// ---- paths ----

interface Found {
  readonly shape: Shape;
  /** Whether it may be null here. */
  readonly missing: boolean;
}

/** What an expression reads; null, and said, where the view lacks it. */
const resolve = (node: AST, here: Here): Found | null => {
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
): Found | null => {
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
      });
      return null;
    }
    shape = field;
    walked = walked ? `${walked}.${part}` : part;
  }
  return { shape, missing: shape.nullable && !from.present.has(walked) };
};

const unasked = (node: AST, path: string, here: Here): void =>
  fault(here, node, 'template-view', `\`${path}\` may be missing, and the template reads it unasked`, {
    remedy: `Read it inside \`{{#if ${path}}}\` or \`{{#with ${path}}}\`.`,
  });

// ---- output ----

const output = (node: hbs.AST.MustacheStatement, here: Here): void => {
  if (!node.escaped)
    fault(
      here,
      node,
      'template-syntax',
      'Unexpected `{{{` or `{{&`, which would put raw text into the page',
      {
        remedy: 'Write `{{…}}`: what is HTML in the view is not escaped.',
      },
    );
  if (node.params.length || node.hash?.pairs.length)
    return fault(here, node, 'template-syntax', `There is no helper \`${original(node.path)}\``, {
      remedy: 'The view holds values ready for the page; helpers are `if`, `unless`, `each` and `with`.',
    });
  const found = resolve(node.path, here);
  if (!found) return;
  if (found.missing) return unasked(node, original(node.path), here);
  const { is } = found.shape;
  if (is === 'object' || is === 'list')
    return fault(
      here,
      node,
      'template-view',
      `\`${original(node.path)}\` is ${is === 'list' ? 'a list' : 'an object'}`,
      {
        remedy: 'Read a value inside it.',
      },
    );
  landing(node, is, here);
};

const ADDRESS_ATTRIBUTES = new Set([
  'href',
  'src',
  'srcset',
  'action',
  'formaction',
  'poster',
  'data',
  'cite',
  'ping',
]);

/** Whether a value of this format may stand where the output is. */
const landing = (node: hbs.AST.MustacheStatement, is: Scalar, here: Here): void => {
  const spot = here.spot.now;
  const name = original(node.path);
  const wrong = (text: string, remedy: string) => fault(here, node, 'template-markup', text, { remedy });
  if (spot.in === 'tag')
    return wrong(
      `\`${name}\` stands ${spot.attribute ? `unquoted in \`${spot.attribute}\`` : 'between the attributes of a tag'}`,
      `Write it inside quotation marks: \`${spot.attribute ?? 'name'}="{{${name}}}"\`.`,
    );
  if (spot.in === 'script' || spot.in === 'comment' || (spot.in === 'style' && is !== 'css'))
    return wrong(`\`${name}\` may not stand in a ${spot.in}`, 'Put values into elements or attributes.');
  if (spot.in === 'attribute') {
    const { attribute } = spot;
    if (attribute.startsWith('on') || attribute === 'style' || attribute === 'srcdoc')
      return wrong(`\`${name}\` may not stand in \`${attribute}\``, 'Use a class and the style sheet.');
    if (ADDRESS_ATTRIBUTES.has(attribute) && is !== 'address')
      return wrong(
        `\`${name}\` is no address and may not stand in \`${attribute}\``,
        'Use an address of the view.',
      );
    if (is === 'html' || is === 'css')
      return wrong(`\`${name}\` is ${is} and may not stand in an attribute`, 'Put it into an element.');
    return;
  }
  if (spot.in === 'title' && is === 'html')
    return wrong(`\`${name}\` is HTML, and the title holds text alone`, 'Use `name` or `title`.');
  if (spot.in === 'content' && is === 'css') wrong(`\`${name}\` is CSS`, 'Put it into a `style` element.');
};

const original = (node: AST): string => (node as hbs.AST.PathExpression).original ?? '';

// ---- blocks ----

const block = (node: hbs.AST.BlockStatement, here: Here): void => {
  const name = original(node.path);
  const [argument, ...more] = node.params;
  const known = blocks[name];
  if (!known)
    return fault(here, node, 'template-syntax', `There is no block helper \`${name}\``, {
      remedy: `Write ${oneOf(Object.keys(blocks))}.`,
    });
  if (!argument || more.length)
    return fault(here, node, 'template-syntax', `\`#${name}\` takes one name; it has ${node.params.length}`);
  const found = resolve(argument, here);
  if (!found) return;
  // Both branches start where the block does; markup that differs between them must end alike.
  const start = here.spot.now;
  known(node, argument as hbs.AST.PathExpression, found, here, () => (here.spot.now = start));
};

type Block = (
  node: hbs.AST.BlockStatement,
  argument: hbs.AST.PathExpression,
  found: Found,
  here: Here,
  rewind: () => void,
) => void;

const blocks: Readonly<Record<string, Block>> = {
  if: (node, argument, _found, here, rewind) => {
    program(node.program, knowing(argument, here));
    rewind();
    program(node.inverse, here);
  },
  unless: (node, argument, _found, here, rewind) => {
    program(node.program, here);
    rewind();
    program(node.inverse, knowing(argument, here));
  },
  with: (node, _argument, { shape }, here, rewind) => {
    program(node.program, inside(node, shape, here));
    rewind();
    program(node.inverse, here);
  },
  each: (node, argument, { shape, missing }, here, rewind) => {
    if (missing) return unasked(argument, argument.original, here);
    if (shape.is !== 'list')
      return fault(here, argument, 'template-view', `\`${argument.original}\` is no list to go through`);
    const counted = new Map<string, Shape>([
      ['@index', { is: 'number', nullable: false }],
      ['@first', { is: 'boolean', nullable: false }],
      ['@last', { is: 'boolean', nullable: false }],
    ]);
    const inner = inside(node, shape.of, here);
    program(node.program, { ...inner, locals: new Map([...inner.locals, ...counted]) });
    rewind();
    program(node.inverse, here);
  },
};

/** Inside `#with` and `#each`: a context of its own, or a block parameter. */
const inside = (node: hbs.AST.BlockStatement, shape: Shape, here: Here): Here => {
  const present = { ...shape, nullable: false } as Shape;
  const [parameter] = node.program.blockParams ?? [];
  const locals = parameter ? new Map([...here.locals, [parameter, present]]) : here.locals;
  return { ...here, contexts: [...here.contexts, scope(present)], locals };
};

/** The same place, where a path is known not to be null. */
const knowing = (path: hbs.AST.PathExpression, here: Here): Here => {
  const at = here.contexts.length - 1 - path.depth;
  if (path.data || !here.contexts[at]) return here;
  const parts = path.parts as readonly string[];
  const contexts = here.contexts.map((context, index) =>
    index === at ? { ...context, present: new Set([...context.present, parts.join('.')]) } : context,
  );
  return { ...here, contexts };
};

// ---- partials ----

const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, here: Here): void => {
  if (node.name.type !== 'PathExpression')
    return fault(here, node, 'template-syntax', 'The name of a partial has to be written out');
  const name = original(node.name);
  if (name === '@partial-block')
    return here.block
      ? here.block()
      : fault(here, node, 'template-syntax', 'There is no block for `@partial-block` here');
  const found = here.partials.get(name);
  if (!found)
    return fault(here, node, 'unknown-partial', `There is no partial \`${name}\``, {
      remedy: suggest(name, here.partials.keys()),
    });
  if (here.open.includes(name))
    return fault(here, node, 'template-syntax', `The partial \`${name}\` calls itself`);
  const context = partialContext(node, here);
  if (!context) return;
  const inner = node.type === 'PartialBlockStatement' ? node.program : null;
  program(found.program, {
    ...here,
    file: found.file,
    open: [...here.open, name],
    contexts: [context],
    locals: new Map(),
    block: inner && (() => program(inner, here)),
  });
};

/** A partial's context: the present one or the one named, with the hash arguments on top. */
const partialContext = (
  node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement,
  here: Here,
): Scope | null => {
  const named = node.params[0] ? resolve(node.params[0], here) : null;
  if (node.params[0] && !named) return null;
  if (named?.missing) {
    unasked(node, original(node.params[0] as AST), here);
    return null;
  }
  const base: Scope = named ? scope(named.shape) : (here.contexts.at(-1) ?? scope(here.root));
  if (base.shape.is !== 'object') return base;
  const fields = new Map(base.shape.fields);
  for (const pair of node.hash?.pairs ?? []) {
    const value = literal(pair.value) ?? resolve(pair.value, here)?.shape;
    if (!value) return null;
    fields.set(pair.key, value);
  }
  return { shape: { ...base.shape, fields }, present: base.present };
};

const literal = (node: AST): Shape | null => {
  if (node.type === 'StringLiteral') return { is: 'text', nullable: false };
  if (node.type === 'NumberLiteral') return { is: 'number', nullable: false };
  return node.type === 'BooleanLiteral' ? { is: 'boolean', nullable: false } : null;
};
