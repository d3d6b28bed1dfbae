import { expect, test } from 'vitest';
import { parsePage } from '../../src/render/page.ts';
import { toPlainText } from '../../src/render/plain-text.ts';

const text = (body: string) =>
  toPlainText(parsePage(`<!doctype html><html><head><title>x</title></head><body>${body}</body></html>`));

test('headings, paragraphs and lists keep their order and shape', () => {
  expect(
    text(
      '<h1>Councils need homes</h1><p>One\n  line.</p><h2>Asks</h2><ol><li><p>First</p></li><li>Second</li></ol><ul><li>a</li></ul>',
    ),
  ).toBe('COUNCILS NEED HOMES\n\nOne line.\n\nAsks\n----\n\n1. First\n2. Second\n\n- a\n');
});

test('lines are wrapped at 72 characters and a long address stays whole', () => {
  const long = `https://example.org/${'a'.repeat(80)}`;
  const lines = text(`<p>${'word '.repeat(40)} ${long}</p>`).split('\n');
  expect(lines.filter((line) => !line.includes('https')).every((line) => line.length <= 72)).toBe(true);
  expect(lines).toContain(long);
});

test('list items hang under their number, however wide', () => {
  const items = Array.from({ length: 10 }, (_, index) => `<li>${'word '.repeat(20)}${index}</li>`).join('');
  const lines = text(`<ol>${items}</ol>`).split('\n');
  expect(lines[0]).toMatch(/^1\. {2}word/);
  expect(lines[1]).toMatch(/^ {4}word/);
  expect(lines.at(-3)).toMatch(/^10\. word/);
});

test('a list that starts later counts from there, a nested one stands under its item', () => {
  expect(text('<ol start="3"><li>c<ul><li>in</li></ul></li></ol>')).toBe('3. c\n\n   - in\n');
});

test('references to notes and links are kept, an address is not said twice', () => {
  expect(
    text(
      '<p>Up 152%<sup><a role="doc-noteref" href="#note-1">1</a></sup>. See <a href="https://e.org/x">here</a>, <a href="mailto:a@e.org">a@e.org</a>, <a href="#p">above</a>.</p>',
    ),
  ).toBe('Up 152% [1]. See here <https://e.org/x>, a@e.org, above.\n');
});

test('an address stands once: where it is spelled out, else where it comes first', () => {
  const link = '<a href="https://e.org/x">here</a>';
  expect(text(`<p>See ${link}.</p><p>And ${link}.</p>`)).toBe('See here <https://e.org/x>.\n\nAnd here.\n');
  expect(text(`<p>See ${link}.</p><p><a href="https://e.org/x">https://e.org/x</a></p>`)).toBe(
    'See here.\n\nhttps://e.org/x\n',
  );
  expect(text(`<p data-web>See ${link}.</p><p>And ${link}.</p>`)).toBe('And here <https://e.org/x>.\n');
});

test('a picture is its alternative text, unless it only decorates', () => {
  expect(text('<p>Before <img src="a.png" alt="A chart: 3 in 4"> after<img src="b.png" alt=""></p>')).toBe(
    'Before [A chart: 3 in 4] after\n',
  );
});

test('what is hidden or for the web alone is left out', () => {
  expect(
    text(
      '<p>a<span aria-hidden="true">b</span><span data-web>c</span></p><nav data-web>d</nav><p hidden>e</p><a role="doc-backlink">f</a><svg><title>g</title></svg>',
    ),
  ).toBe('a\n');
});

test('line breaks and non-breaking spaces: the one is kept, the other is a space that does not break', () => {
  expect(text('<p>1 Mill Lane<br>Leeds</p>')).toBe('1 Mill Lane\nLeeds\n');
  expect(text(`<p>${'x'.repeat(66)} £33.5\u00a0million</p>`)).toBe(`${'x'.repeat(66)}\n£33.5 million\n`);
});

test('a table has a line a row, a quotation is set in', () => {
  expect(
    text(
      '<table><thead><tr><th>Year</th><th>Homes</th></tr></thead><tbody><tr><td>2024</td><td>3</td></tr></tbody></table>',
    ),
  ).toBe('Year | Homes\n2024 | 3\n');
  expect(text('<blockquote><p>“Too late.”</p></blockquote>')).toBe('  “Too late.”\n');
});

test('what the page sets in capitals stands in capitals, addresses do not', () => {
  expect(
    text(
      '<p data-capitals>Ends</p><p><span data-capitals>Embargo <a href="https://e.org/x">here</a></span>: no',
    ),
  ).toBe('ENDS\n\nEMBARGO HERE <https://e.org/x>: no\n');
});
