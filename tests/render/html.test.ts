import { expect, test } from 'vitest';
import type { Root } from 'mdast';
import { toHtml, toInlineHtml } from '../../src/render/html.ts';

const html = (value: string): string => toInlineHtml([{ type: 'text', value }]).toString();

test.each([
  ['in 2022–23 it', 'in <span class="joined">2022–23</span> it'],
  [
    '£540–£1,180, well-being',
    '<span class="joined">£540–£1,180,</span> <span class="joined">well-being</span>',
  ],
  ['(multi-agency) teams', '<span class="joined">(multi-agency)</span> teams'],
  ['section 47', 'section 47'],
  ['homes – and more', 'homes – and more'],
  ['−3 and - a', '−3 and - a'],
  [
    'a Llanfairpwllgwyngyll-Llantysiliogogogoch',
    'a <span class="long">Llanfairpwllgwyngyll-Llantysiliogogogoch</span>',
  ],
  [`${'a'.repeat(24)} ${'b'.repeat(25)}`, `${'a'.repeat(24)} <span class="long">${'b'.repeat(25)}</span>`],
])(
  'no line ends within a range or a compound, and a word that fits no column may break: %s',
  (text, expected) => {
    expect(html(text)).toBe(expected);
  },
);

test('what is joined is read through its markup', () => {
  const phrases = toInlineHtml([
    { type: 'text', value: 'the ' },
    { type: 'emphasis', children: [{ type: 'text', value: 'well-known' }] },
  ]);
  expect(phrases.toString()).toBe('the <em><span class="joined">well-known</span></em>');
});

test('a link is left whole', () => {
  const link = toInlineHtml([
    { type: 'link', url: 'https://e.org/', children: [{ type: 'text', value: 'of 2018-19' }] },
  ]);
  expect(link.toString()).toBe('<a href="https://e.org/">of 2018-19</a>');
});

test('a long word in a link may break, and the link is left whole', () => {
  const value = `of ${'a'.repeat(25)} now`;
  const link = toInlineHtml([{ type: 'link', url: 'https://e.org/', children: [{ type: 'text', value }] }]);
  expect(link.toString()).toBe(`<a href="https://e.org/" class="long">${value}</a>`);
});

test('a text is what it is for its own document, whoever had it before', () => {
  const text = (url: string): Root => ({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'image', url, alt: 'Homes' }] }],
  });
  const plain: Root = {
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: 'One' }] }],
  };
  const at = (folder: string) => ({ image: (path: string) => `${folder}/${path}` });
  expect(toHtml(text('a.png'), at('x')).toString()).toBe('<p><img src="x/a.png" alt="Homes"></p>');
  expect(toHtml(text('a.png'), at('y')).toString()).toBe('<p><img src="y/a.png" alt="Homes"></p>');
  expect(toHtml(plain, { ...at('x'), id: 'a' }).toString()).toBe('<p id="a">One</p>');
  expect(toHtml(plain, { ...at('x'), id: 'b' }).toString()).toBe('<p id="b">One</p>');
  expect(toHtml(plain, { ...at('x'), of: 'b' }).toString()).toBe('<p data-of="b">One</p>');
  expect(toHtml(plain, at('x')).toString()).toBe('<p>One</p>');
});
