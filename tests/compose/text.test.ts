import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { append, BETWEEN, shiftHeadings, withoutReferences } from '../../src/compose/text.ts';
import { toHtml } from '../../src/render/html.ts';

const depthsOf = (depths: readonly (1 | 2 | 3 | 4 | 5 | 6)[], above: number): readonly number[] => {
  const tree: Root = {
    type: 'root',
    children: depths.map((depth) => ({ type: 'heading', depth, children: [] })),
  };
  shiftHeadings(tree, above);
  return tree.children.map((node) => (node.type === 'heading' ? node.depth : 0));
};

test.each([
  [[1, 2, 3] as const, 2, [3, 4, 5]],
  [[2, 4] as const, 1, [2, 4]],
  [[1, 2, 3] as const, 4, [5, 6, 6]],
  [[1, 6] as const, 5, [6, 6]],
  [[3] as const, 6, [6]],
])(
  'headings %j under one of level %i stand on %j: none is deeper than the sixth',
  (depths, above, expected) => {
    expect(depthsOf(depths, above)).toEqual(expected);
  },
);

const parsed = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

const shown = (tree: Root): string =>
  String(toHtml(tree, { image: (path) => path })).replaceAll(/\n\s*/gu, '');

/** A text with the number of its note, as the page has it. */
const noted = (markdown: string): string => {
  const tree = parsed(markdown);
  append(tree, { type: 'text', value: '¹' }, 'Source:');
  return shown(tree);
};

const PICTURE = '<img src="a.png" alt="A chart of homes">';
const SOURCE = '<p>Source: ¹</p>';

const NOTED = [
  ['behind the last words', 'Homes.', '<p>Homes.¹</p>'],
  ['behind those of the last paragraph', 'Homes.\n\nCuts.', '<p>Homes.</p><p>Cuts.¹</p>'],
  ['behind the stop after bold words', 'By **152%**.', '<p>By <strong>152%</strong>.¹</p>'],
  ['behind bold words', '**152%**', '<p><strong>152%</strong>¹</p>'],
  ['behind a link', '[Homes](https://a.example/)', '<p><a href="https://a.example/">Homes</a>¹</p>'],
  ['in the last item of a list', '- Homes\n- Cuts', '<ul><li>Homes</li><li>Cuts¹</li></ul>'],
  [
    'in the last item of a list within a list',
    '- Homes\n  - Cuts',
    '<ul><li>Homes<ul><li>Cuts¹</li></ul></li></ul>',
  ],
  ['in a quotation', '> Homes.', '<blockquote><p>Homes.¹</p></blockquote>'],
  ['under a picture, with a label', '![A chart of homes](a.png)', `<p>${PICTURE}</p>${SOURCE}`],
  [
    'under a picture below text',
    'Homes.\n\n![A chart of homes](a.png)',
    `<p>Homes.</p><p>${PICTURE}</p>${SOURCE}`,
  ],
  ['under a picture with a stop', '![A chart of homes](a.png).', `<p>${PICTURE}.</p>${SOURCE}`],
  [
    'under two pictures',
    '![A chart of homes](a.png)\n![A chart of homes](a.png)',
    `<p>${PICTURE}${PICTURE}</p>${SOURCE}`,
  ],
  [
    'under a picture that is a link',
    '[![A chart of homes](a.png)](https://a.example/)',
    `<p><a href="https://a.example/">${PICTURE}</a></p>${SOURCE}`,
  ],
  ['under a bold picture', '**![A chart of homes](a.png)**', `<p><strong>${PICTURE}</strong></p>${SOURCE}`],
  [
    'behind words before a picture, not beside that',
    'Homes. ![A chart of homes](a.png)',
    `<p>Homes.¹ ${PICTURE}</p>`,
  ],
  [
    'behind words on the line above a picture',
    'Homes:\\\n![A chart of homes](a.png)',
    `<p>Homes:¹<br>${PICTURE}</p>`,
  ],
  [
    'behind bold words before a picture',
    '**Homes**![A chart of homes](a.png)',
    `<p><strong>Homes</strong>¹${PICTURE}</p>`,
  ],
  ['behind words after a picture', '![A chart of homes](a.png) Homes.', `<p>${PICTURE} Homes.¹</p>`],
  [
    'under a table',
    '| A | B |\n| --- | --- |\n| 1 | 2 |',
    `<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>${SOURCE}`,
  ],
  [
    'under a list that ends in a picture',
    '- Homes\n- ![A chart of homes](a.png)',
    `<ul><li>Homes</li><li>${PICTURE}</li></ul>${SOURCE}`,
  ],
  [
    'under a quotation that ends in a picture',
    '> ![A chart of homes](a.png)',
    `<blockquote><p>${PICTURE}</p></blockquote>${SOURCE}`,
  ],
  ['under a list that ends in an empty item', '- Homes\n-', `<ul><li>Homes</li><li></li></ul>${SOURCE}`],
  ['under a heading', '## Homes', `<h2>Homes</h2>${SOURCE}`],
  ['under a line across the page', 'Homes.\n\n---', `<p>Homes.</p><hr>${SOURCE}`],
] as const;

test.each(NOTED)('the number of a note stands %s', (_, markdown, expected) => {
  expect(noted(markdown)).toBe(expected);
});

test.each(NOTED)('that stands %s is taken away again, and one beside it', (_, markdown) => {
  const tree = parsed(markdown);
  const reference = (number: number) =>
    ({ type: 'noteReference', number, use: 1, label: `Note ${number}` }) as const;
  append(tree, reference(3), 'Source:');
  append(tree, { type: 'text', value: BETWEEN }, '');
  append(tree, reference(1), 'Source:');
  const { text, notes } = withoutReferences(tree, 'Source:');
  expect(notes).toEqual([3, 1]);
  expect(shown(text)).toBe(shown(parsed(markdown)));
  expect(shown(tree)).toContain('note--3');
});
