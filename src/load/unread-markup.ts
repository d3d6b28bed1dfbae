import type { Mistake } from './mistakes.ts';

type UnreadMark = readonly [pattern: RegExp, text: string, remedy: string];

const BESIDE = 'for a sign that is meant as such.';
const LINE = String.raw`^[\s>]*`;

/** Signs of Markdown that make nothing where they stand. Each pattern is held against a text whose escapes are blank. */
const RULES: readonly UnreadMark[] = [
  [
    /!\[|\]\(|\[\[|\] \((?=https?:|www\.|mailto:|#|[^\s)]+\.[a-z]{3,4}\))/iu,
    'A link or a picture is meant here and is not read as one',
    'Write it as `[text](https://…)` or `![What it shows](../images/chart.png)`, its address without spaces (`%20` stands for one).',
  ],
  [
    /:span\s*[[{(]|\]\{lang\s*=/iu,
    'Words in another language are meant here and are not read as such',
    'Write them as `:span[Bore da]{lang=cy}`, in one paragraph, with nothing between the brackets and the brace.',
  ],
  [
    new RegExp(`${LINE}(?:\\||[\\s:|-]*-[\\s:]*\\|[\\s:|-]*$)`, 'mu'),
    'A table is meant here and is not read as one',
    `Give the line below its head as many groups of dashes as the head has cells, \`| --- | --- |\`; write \`\\|\` ${BESIDE}`,
  ],
  [
    /(?<![*\s])\*(?![*\S])|(?<![*\s])\*(?=[\s.,;:!?)’”])|(?<=\d)\*(?=\d)/u,
    'A star stands here, and begins or ends no italics',
    'Write `\\*` for the star of a note or a grade, `×` for “times”, and `*italics*` without spaces within their stars.',
  ],
  [
    /\*{2,}|(?<=\S)\*|\*(?=\S)|~~|==(?=\w)|__|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u,
    'A sign of emphasis stands here and emphasises nothing',
    `Write \`**bold**\` and \`*italics*\` with no space within their signs, and one or a stop outside; \`\\*\` or \`\\_\` ${BESIDE}`,
  ],
  [
    /(?<=[\p{L}\p{N})\].])(?:\^(?=[[({]|-?\d)|~(?=\d+~))/u,
    'A raised or lowered figure is meant here and is not read as one',
    `Write \`²\` or \`³\`, the figure on the line (\`CO2\`), or a backslash before it ${BESIDE} A note is made from the passage’s source and its \`locator\`.`,
  ],
  [/`/u, 'A backtick stands here', 'Write a quotation mark in its place, or `\\`` for the sign itself.'],
  [
    new RegExp(`${LINE}\\[[ xX]?\\](?!\\()`, 'mu'),
    'A box to tick stands here, and nobody can tick it in a document',
    'Say in words what is done and what is not.',
  ],
  [
    new RegExp(`${LINE}(?:[-+](?=\\p{L})|\\d{1,3}[.)](?=\\p{L}))`, 'mu'),
    'A list is meant here and is not read as one',
    `Write a space behind its sign, and an empty line before the first; a backslash before it ${BESIDE}`,
  ],
  [
    new RegExp(`${LINE}#{2,}(?=[^\\s#])`, 'mu'),
    'A heading is meant here and is not read as one',
    'Write a space behind its signs: `## Heading`.',
  ],
  [/<\/?[a-z]/iu, 'A part of an HTML tag stands here', `Take it out, or write \`\\<\` ${BESIDE}`],
];

const CODE = /&(?:#x?[\da-f]+|[a-z]{2,}\d*)\b;?/u;

/**
 * The first thing in a text that looks like markup and was not read as such. `written` is how it stands in the file,
 * `value` how it would be printed, `begins` whether it is the first on its line, and `next` what follows it there.
 */
export const unreadMarkup = (
  written: string,
  value: string,
  { begins, next }: { readonly begins: boolean; readonly next: string },
): Mistake | null => {
  // What a backslash stands before is meant as it is; what follows other words on its line begins none.
  const own = (begins ? '' : 'x') + written.replace(/\\[!-/:-@[-`{-~]/gu, '  ');
  // An address is a link by itself, whatever was meant with it.
  const shown = own + (/^(?:https?:|www\.)/iu.exec(next)?.[0] ?? '');
  const rule = 'unread-markup';
  for (const [pattern, text, remedy] of RULES) {
    const found = pattern.exec(shown);
    // The place is that of the sign, not of the spaces before it.
    const space = found ? (/^[\s>]*/u.exec(found[0])?.[0].length ?? 0) : 0;
    if (found) return { rule, index: Math.max(0, found.index + space - (begins ? 0 : 1)), text, remedy };
  }
  if (CODE.test(value) && !written.includes('\\&')) {
    const remedy = `Write the character itself, or \`\\&\` ${BESIDE}`;
    return {
      rule,
      index: Math.max(0, written.search(CODE)),
      text: 'A character is written in code here',
      remedy,
    };
  }
  if (!/\\[^\d]/u.test(value) || written.includes('\\\\')) return null;
  const remedy = `Take it out, or write \`\\\\\` ${BESIDE}`;
  return {
    rule,
    index: Math.max(0, written.search(/\\/u)),
    text: 'A backslash stands here and escapes nothing',
    remedy,
  };
};
