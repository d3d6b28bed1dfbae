import type { ReadingId } from '../diagnostics/reading.ts';
import { withoutFields } from '../model/field-syntax.ts';

/** What one line may not hold. Each finding names the place within the line, what is wrong and how to mend it. */
export interface Mistake {
  readonly rule: ReadingId;
  /** Offset in the line, from 0. */
  readonly index: number;
  readonly text: string;
  readonly remedy: string;
}

/** Two colons or a brace, as officers and their word processors write them. */
const FENCE_SIGNS = /[:：∶]{2,}|[{}｛｝]/u;
/** More markers of quotations and lists in a row than any text needs; reading thousands of them takes minutes. */
const NESTED = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s))){9}/;

const ESCAPE = 'Write `\\{`, `\\}` or `\\:` for a sign that is meant as such.';

/** What is a mistake wherever it stands, and how to mend it. */
export type Pattern = readonly [rule: ReadingId, pattern: RegExp, text: string, remedy: string];

const TEMPLATE: Pattern = [
  'template-markup',
  /\{\{|\}\}/,
  'Template markup stands here; it works in templates only',
  'Write the text itself.',
];

const FIELD = /(?<!\\):field\s*[[{(]/iu;

/** In values, which are the same for everybody. */
const STRAY: readonly Pattern[] = [
  [
    'merge-field',
    FIELD,
    'A merge field stands here, in a value that is the same for all recipients',
    'Write the value out.',
  ],
  TEMPLATE,
];

const RULES: readonly Pattern[] = [
  [
    'merge-field',
    FIELD,
    'A merge field is meant here and is not read as one',
    'Write it on one line as `:field[name]`, or with what it asks for besides: `:field[name]{of=england}`; `\\:` for a sign that is meant as such.',
  ],
  TEMPLATE,
  [
    'code-block',
    /^[\s>]*(?:`{3}|~{3})/,
    'A code block begins here',
    'Write the text as a paragraph, a list or a quotation (`> `).',
  ],
  [
    'comment',
    /<!|--!?>/,
    'Part of a comment stands here',
    'Write a comment whole, `<!-- … -->`, with no other text on its lines.',
  ],
  ['nesting', NESTED, 'Quotations or lists stand too deep in one another', 'Take levels out.'],
];

const COPIED: readonly Pattern[] = [
  [
    'pasted-bullet',
    /^[\s>]*[•‣⁃◦▪▫●○■□❖➢➔✓✔·\u{f0a7}\u{f0b7}\u{f0d8}]/u,
    'A bullet that was copied begins this line, and makes no list',
    'Write `- ` in its place, and an empty line before the first.',
  ],
  [
    'tab',
    /(?<!^[\s>]*(?:[-+*]|\d{1,9}[.)])?)\t/u,
    'A tab stands here, and prints as a space',
    'Write a space, or a table: `| one | two |`.',
  ],
];

/** What was copied into a line of text and is read as another than it was; null where there is none. */
export const copiedIn = (line: string): Mistake | null => first(COPIED, line);

/** A merge field or template markup in a text that takes none; null where there is none. */
export const stray = (text: string): Mistake | null => first(STRAY, text);

/** The first thing wrong with a line that is neither a fence nor part of a comment; null where it is right. */
export const mistakeIn = (line: string, kinds: ReadonlySet<string>): Mistake | null => {
  const own = withoutSpans(line.includes(':field[') ? withoutFields(line) : line);
  return first(RULES, own) ?? looksLikeFence(own, kinds);
};

/** With the braces of spans blanked out, which may end on another line: where they are wrong, those who check the text say so. */
const withoutSpans = (line: string): string =>
  line.includes(']')
    ? line.replace(line.includes(':span[') ? BRACES : LANGUAGE, (whole) => 'x'.repeat(whole.length))
    : line;

const BRACES = /(?<=\])\s?\{[^{}]*\}/gu;
const LANGUAGE = /(?<=\])\{lang\s*=[^{}]*\}/gu;

/** Whether a line holds what fences are made of. */
export const hasFenceSigns = (line: string): boolean => FENCE_SIGNS.test(withoutEscapes(line));

const first = (rules: readonly Pattern[], line: string): Mistake | null => {
  for (const [rule, pattern, text, remedy] of rules) {
    const index = line.search(pattern);
    if (index >= 0) return { rule, index, text, remedy };
  }
  return null;
};

const looksLikeFence = (line: string, kinds: ReadonlySet<string>): Mistake | null => {
  const plain = withoutEscapes(line);
  const found = FENCE_SIGNS.exec(plain);
  const remedy = `A passage opens with \`::::kind{#id …}\` on a line of its own and closes with \`::::\`. ${ESCAPE}`;
  const text = 'This looks like a part of a passage’s fence and is none';
  if (found) return { rule: 'suspect-line', index: found.index, text: `${text}: \`${found[0]}\``, remedy };
  const name = /^\s*[:;.：∶]+\s*([a-z-]+)/iu.exec(plain)?.[1]?.toLowerCase();
  return name && kinds.has(name) ? { rule: 'suspect-line', index: 0, text, remedy } : null;
};

/** The line with each `\{` blanked out, so that columns stay. */
const withoutEscapes = (line: string): string => line.replace(/\\[{}:]/g, '  ');
