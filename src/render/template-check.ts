/**
 * Checks a template and its partials against the view they will get, before anything is rendered: what it reads is
 * there, what may be missing is asked for first, and each value lands where its format may stand. Handlebars' strict
 * mode sees less: no branch that is not taken, no arguments of `#if` and `#each`, no nulls.
 */

import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { CONTENT, follow } from './markup.ts';
import type { Call, TemplateFault, Walked } from './partial-faults.ts';
import type { Shape } from './shape.ts';
import { output } from './template-output.ts';
import {
  fault,
  original,
  placeOf,
  resolve,
  scope,
  unasked,
  type AST,
  type FoundValue,
  type Here,
  type Parsed,
  type Scope,
  type Walk,
} from './template-scope.ts';

/** Checks a template for a view of this shape. `partials` are those that it may use, by name; `blame` says what it found. */
export const checkTemplate = (
  template: Parsed,
  view: Shape,
  partials: ReadonlyMap<string, Parsed>,
): Walked => {
  const faults = new Map<string, TemplateFault>();
  const calls: Call[] = [];
  // A partial that is used twice is checked twice, in each context; what is wrong in both is told once.
  const say = (fault: TemplateFault) =>
    void faults.set(
      JSON.stringify([fault.message.place, fault.message.text, fault.reads && fault.call]),
      fault,
    );
  const enter = (call: Call) => void calls.push(call);
  const walk: Walk = { partials, say, enter, root: view, open: [], spot: { now: CONTENT } };
  program(template.program(), {
    ...walk,
    file: template.file,
    contexts: [scope(view)],
    locals: new Map(),
    call: null,
    block: null,
  });
  return { faults: [...faults.values()], calls };
};

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

const block = (node: hbs.AST.BlockStatement, here: Here): void => {
  const name = original(node.path);
  const [argument, ...more] = node.params;
  const known = blocks.get(name);
  if (!known)
    return fault(here, node, 'template-syntax', `There is no block helper \`${name}\``, {
      remedy: `Write ${oneOf(blocks.keys())}.`,
    });
  if (!argument || more.length)
    return fault(here, node, 'template-syntax', `\`#${name}\` takes one name; it has ${node.params.length}`);
  const found = resolve(argument, here);
  if (!found) return;
  known(node, argument as hbs.AST.PathExpression, found, here);
};

type BlockCheck = (
  node: hbs.AST.BlockStatement,
  argument: hbs.AST.PathExpression,
  found: FoundValue,
  here: Here,
) => void;

/** Checks both branches of a block, each from where the block stands in the markup; they must end alike. */
const branches = (node: hbs.AST.BlockStatement, here: Here, taken: Here, other: Here): void => {
  const start = here.spot.now;
  program(node.program, taken);
  const end = JSON.stringify(here.spot.now);
  here.spot.now = start;
  program(node.inverse, other);
  if (JSON.stringify(here.spot.now) !== end)
    fault(
      here,
      node,
      'template-markup',
      `\`#${original(node.path)}\` opens a tag, a quotation mark or an element like \`script\` that it does not close`,
      {
        remedy: 'Open and close it in the same branch.',
      },
    );
};

const blocks = new Map<string, BlockCheck>([
  ['if', (node, argument, _found, here) => branches(node, here, knowing(argument, here), here)],
  ['unless', (node, argument, _found, here) => branches(node, here, here, knowing(argument, here))],
  [
    'with',
    (node, argument, { shape }, here) => {
      // Handlebars opens no context for the one that it is in.
      if (!argument.parts.length && !argument.data)
        return fault(
          here,
          argument,
          'template-syntax',
          'Unexpected `this`; expected the name of something in the view',
        );
      return branches(node, here, inside(node, shape, here), here);
    },
  ],
  [
    'each',
    (node, argument, { shape, missing }, here) => {
      if (missing) return unasked(argument, argument.original, here);
      if (shape.is !== 'list')
        return fault(here, argument, 'template-view', `\`${argument.original}\` is no list to go through`, {
          reads: argument.original,
        });
      const counted = new Map<string, Shape>([
        ['@index', { is: 'number', nullable: false }],
        ['@first', { is: 'boolean', nullable: false }],
        ['@last', { is: 'boolean', nullable: false }],
      ]);
      const inner = inside(node, shape.of, here);
      return branches(node, here, { ...inner, locals: new Map([...inner.locals, ...counted]) }, here);
    },
  ],
]);

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

const partial = (node: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement, here: Here): void => {
  if (node.name.type !== 'PathExpression')
    return fault(here, node, 'template-syntax', 'The name of a partial has to be written out');
  const name = original(node.name);
  // A block reads in the context that the partial was called with: within `#with` or `#each` it would read in another.
  if (name === '@partial-block' && here.contexts.length > 1)
    return fault(here, node, 'template-syntax', '`@partial-block` stands within `#with` or `#each`', {
      remedy: 'Place it outside.',
    });
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
  const gives = node.hash?.pairs.map(({ key }) => key) ?? [];
  const call: Call = { partial: name, place: placeOf(node, here), gives, outer: here.call };
  here.enter(call);
  program(found.program(), {
    ...here,
    file: found.file,
    call,
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
  const hidden = new Set(node.hash?.pairs.map(({ key }) => key));
  const present = [...base.present].filter((path) => !hidden.has(path.split('.')[0] ?? ''));
  return { shape: { ...base.shape, fields }, present: new Set(present) };
};

const literal = (node: AST): Shape | null => {
  if (node.type === 'StringLiteral') return { is: 'text', nullable: false };
  if (node.type === 'NumberLiteral') return { is: 'number', nullable: false };
  return node.type === 'BooleanLiteral' ? { is: 'boolean', nullable: false } : null;
};
