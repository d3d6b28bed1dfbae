import type { Blockquote, Emphasis, Heading, List, ListItem, Nodes, Paragraph, Parents, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Lines } from './lines.ts';

/** What was typed as text and is read as Markdown, or the other way round: where, what, and how to mend it. */
export interface Accident {
  readonly node: Nodes;
  /** The line where it is not the node's first. */
  readonly line?: number;
  readonly text: string;
  readonly remedy: string;
}

/** A figure, perhaps of money: what a sign stands before that is meant as less, more or about. */
const FIGURE = /^[=<>~]?\s*[£$€]?\d/u;

const NAMES: Partial<Record<Nodes['type'], string>> = {
  list: 'list',
  heading: 'heading',
  blockquote: 'quotation',
  table: 'table',
  thematicBreak: 'line across the page',
};

/** What begins or goes on in a node by accident. */
export const accidentsIn = (
  node: Nodes,
  before: Nodes | undefined,
  parent: Parents | undefined,
  lines: Lines,
): readonly Accident[] => {
  const found = underText(node, before, parent);
  if (found) return [found];
  const own = ownAccident(node, parent, lines);
  return own ? [own] : [];
};

const ownAccident = (node: Nodes, parent: Parents | undefined, lines: Lines): Accident | null => {
  if (node.type === 'list') return listAccident(node, parent, lines);
  if (node.type === 'heading') return underlined(node, lines);
  if (node.type === 'blockquote') return moreThan(node);
  if (node.type === 'emphasis') return withinWord(node, lines);
  if (node.type === 'table') return rowOfText(node, lines);
  return node.type === 'paragraph' ? swallowed(node, parent, lines) : null;
};

const firstLine = (node: Nodes): number => node.position?.start.line ?? 0;
const lastLine = (node: Nodes): number => node.position?.end.line ?? 0;

/** A block that no empty line sets off from the text above it; a list that a colon leads to is meant. */
const underText = (node: Nodes, before: Nodes | undefined, parent: Parents | undefined): Accident | null => {
  const name = NAMES[node.type];
  if (!name || before?.type !== 'paragraph' || firstLine(node) !== lastLine(before) + 1) return null;
  if (node.type === 'list') {
    const led = /:\s*$/u.test(toString(before)) && node.children.length > 1;
    if (led || parent?.type === 'listItem') return null;
  }
  return {
    node,
    text: `A ${name} begins here, directly under a line of text`,
    remedy: 'Put an empty line before it, or a backslash before its sign if that is meant as such.',
  };
};

/** The number that an item is written with; null for a bullet. */
const numberOf = (item: ListItem, lines: Lines): number | null => {
  const { line = 0, column = 1 } = item.position?.start ?? {};
  const found = /^\d+(?=[.)])/u.exec(lines.line(line).slice(column - 1));
  return found ? Number(found[0]) : null;
};

const listAccident = (list: List, parent: Parents | undefined, lines: Lines): Accident | null => {
  const [first] = list.children;
  const alone = list.children.length === 1 && first;
  if (!list.ordered) return alone ? bulletAccident(list, alone, parent, lines) : null;
  const start = list.start ?? 1;
  if (start > 1 && goesOn(list, start, parent))
    return {
      node: list,
      text: `This is read as a list that begins at ${start}: the text above it ends the list before`,
      remedy:
        'Begin that text with three spaces if it belongs to the item before it, so that the list goes on.',
    };
  if (start > 1 && alone)
    return {
      node: list,
      text: `This is read as a list that begins at ${start}`,
      remedy: `Write \`${start}\\.\` where a sentence begins with the number.`,
    };
  const numbers = list.children.map((item) => numberOf(item, lines));
  const wrong = numbers.findIndex((number, index) => number !== start + index);
  if (wrong < 0 || numbers.every((number) => number === start)) return null;
  return {
    node: list.children[wrong] ?? list,
    text: `This item is written as ${numbers[wrong]} and would be printed as ${start + wrong}`,
    remedy: 'Number the items one after the other; write `\\.` behind a number that begins a sentence.',
  };
};

/** The blocks above one. */
const before = (node: Nodes, parent: Parents | undefined): readonly Nodes[] => {
  const nodes: readonly Nodes[] = parent?.children ?? [];
  return nodes.slice(0, nodes.indexOf(node));
};

/** What a list of one item was meant as: a figure with its sign, or a note by a star. */
const bulletAccident = (
  list: List,
  only: ListItem,
  parent: Parents | undefined,
  lines: Lines,
): Accident | null => {
  if (FIGURE.test(toString(only)))
    return {
      node: list,
      text: 'The sign before this figure is read as the bullet of a list',
      remedy: 'Write it close to its figure, or a backslash before it; begin a list’s only item with a word.',
    };
  const { line = 0, column = 1 } = only.position?.start ?? {};
  const above = before(list, parent);
  const isNote =
    lines.line(line)[column - 1] === '*' && above.some((node) => /[^\s*]\*(?!\*)/u.test(toString(node)));
  return isNote
    ? {
        node: list,
        text: 'This star is read as the bullet of a list, and a text above it has a star for a note',
        remedy: 'Write `\\*` in both places.',
      }
    : null;
};

/** Whether a list goes on where another one above it in the same text has ended. */
const goesOn = (list: List, start: number, parent: Parents | undefined): boolean => {
  const above = before(list, parent);
  const last = above.findLast((node): node is List => node.type === 'list' && node.ordered === true);
  return last !== undefined && (last.start ?? 1) + last.children.length === start;
};

const underlined = (heading: Heading, lines: Lines): Accident | null => {
  const { line = 0, column = 1 } = heading.position?.start ?? {};
  return lines.line(line).startsWith('#', column - 1)
    ? null
    : {
        node: heading,
        text: 'This is read as a heading, since a line of dashes or equals signs stands under it',
        remedy: 'Write a heading as `## Heading`; put an empty line above dashes that are meant as a line.',
      };
};

const moreThan = (quotation: Blockquote): Accident | null =>
  FIGURE.test(toString(quotation))
    ? {
        node: quotation,
        text: 'The sign before this figure is read as the beginning of a quotation',
        remedy:
          'Write `\\>` for “more than”; begin a quotation that opens with a figure with its quotation mark.',
      }
    : null;

const withinWord = (emphasis: Emphasis, lines: Lines): Accident | null => {
  const { start, end } = emphasis.position ?? {};
  const around = (offset = 0) => /[\p{L}\p{N}]/u.test(lines.text.charAt(offset));
  return around((start?.offset ?? 0) - 1) && around(end?.offset)
    ? {
        node: emphasis,
        text: 'The signs around this are read as italics within a word',
        remedy: 'Write `×` for “times”, or `\\*` for a sign that is meant as such.',
      }
    : null;
};

/** A line without a bar directly under a table makes a row of it. */
const rowOfText = (table: Table, lines: Lines): Accident | null => {
  const row = table.children.find((one) => !/(?<!\\)\|/u.test(lines.line(firstLine(one))));
  return row
    ? {
        node: row,
        text: 'This line is read as a row of the table above it',
        remedy: 'Put an empty line before it; a row has `|` between its cells.',
      }
    : null;
};

/** A line that goes on what stands above it, though it has neither its sign nor its indentation. */
const swallowed = (paragraph: Paragraph, parent: Parents | undefined, lines: Lines): Accident | null => {
  if (parent?.type !== 'blockquote' && parent?.type !== 'listItem') return null;
  const first = firstLine(paragraph);
  const head = lines.line(first).slice(0, (paragraph.position?.start.column ?? 1) - 1);
  const signs = head.replace(/[^>]/gu, '').length;
  for (let line = first + 1; line <= lastLine(paragraph); line += 1) {
    const [before = ''] = /^[\s>]*/u.exec(lines.line(line)) ?? [];
    const kept = before.replace(/[^>]/gu, '').length >= signs;
    if (kept && (parent.type === 'blockquote' || /\s\s?$/u.test(before))) continue;
    const name = parent.type === 'blockquote' ? 'quotation' : 'item';
    return {
      node: paragraph,
      line,
      text: `This line is read as part of the ${name} above it`,
      remedy:
        parent.type === 'blockquote'
          ? 'Begin it with `> ` if it is; else put an empty line before it.'
          : 'Begin it with two spaces if it is; else put an empty line before it.',
    };
  }
  return null;
};
