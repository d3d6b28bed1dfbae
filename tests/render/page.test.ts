import { describe, expect, test } from 'vitest';
import { checkPage, forPrint, parsePage } from '../../src/render/page.ts';
import { writePage } from '../../src/render/write-page.ts';

const page = (body: string, head = '<title>T</title>', lang = ' lang="en-GB"') =>
  parsePage(`<!doctype html><html${lang}><head>${head}</head><body>${body}</body></html>`);

const promised = {
  file: 'templates/brief/page.hbs',
  document: 'bill/mp',
  path: 'bill/mp.html',
  files: new Set(['bill/x', 'assets/a b.png']),
  passages: [],
  notice: null,
  imprint: null,
  licences: null,
  draft: null,
  embargo: null,
};
const check = (tree: ReturnType<typeof page>, over: Partial<Parameters<typeof checkPage>[1]> = {}) =>
  checkPage(tree, { ...promised, ...over }).map(({ rule }) => rule);

test('a sound page passes', () => {
  const body =
    '<h1>A</h1><nav role="doc-toc"><ol><li><a href="#b">B  c</a> 2</ol></nav><h2 id="b">B <i>c</i></h2><p id="p">Sample <a role="doc-noteref" href="#note-1">1</a></p><ol><li id="note-1"></li></ol><img alt="" src="x">';
  expect(check(page(body), { passages: ['p'], notice: 'Sample' })).toEqual([]);
});

describe('what a page breaks is found', () => {
  test.each([
    ['page-title', page('<h1>A</h1>', '<title> </title>')],
    ['page-language', page('<h1>A</h1>', '<title>T</title>', '')],
    ['page-headings', page('<h2>A</h2>')],
    ['page-headings', page('<h1>A</h1><h1>B</h1>')],
    ['page-headings', page('<h1>A</h1><h3>B</h3>')],
    ['page-ids', page('<h1 id="a">A</h1><p id="a"></p>')],
    ['page-links', page('<h1>A</h1><a href="#b">b</a>')],
    ['image-text', page('<h1>A</h1><img src="x">')],
    [
      'contents-words',
      page('<h1>A</h1><nav role="doc-toc"><a href="#b">Sources and more</a></nav><h2 id="b">Sources</h2>'),
    ],
    [
      'note-order',
      page(
        '<h1>A</h1><a role="doc-noteref" href="#note-2">2</a><a role="doc-noteref" href="#note-1">1</a><i id="note-1"></i><i id="note-2"></i>',
      ),
    ],
  ])('%s', (rule, tree) => expect(check(tree)).toContain(rule));

  test('a headline that is missing is told once, whatever the headings below it are', () => {
    expect(check(page('<h2>A</h2><h3>B</h3>'))).toEqual(['page-headings']);
    expect(check(page('<h3>A</h3><h5>B</h5>'))).toEqual(['page-headings', 'page-headings']);
  });

  test.each([
    '<script>x</script>',
    '<iframe src="x"></iframe>',
    '<base href="x">',
    '<p onclick="x()">x</p>',
    '<a href="javascript:x()">x</a>',
    '<a href="vbscript:x()">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="blob:https://e.org/x">x</a>',
    '<a href="http://[">x</a>',
    '<a href="x" ping="https://e.org/">x</a>',
    '<img alt="" src="https://e.org/x.png">',
    '<img alt="" src="//e.org/x.png">',
    '<img alt="" src="https://despatch.invalid/site/bill/x">',
    '<img alt="" src="/site/bill/x">',
    '<img alt="" src="x?y">',
    '<img alt="" src="y">',
    '<img alt="" src="%">',
    '<img alt="" src="x" srcset="x, y 2x">',
    '<link rel="dns-prefetch" href="//e.org">',
    '<link rel="unheard-of" href="x">',
    '<link rel="alternate stylesheet" href="https://e.org/x.css">',
    '<meta http-equiv="refresh" content="0">',
    '<meta http-equiv="refresh" content="0; url=https://e.org/x.html">',
    '<meta http-equiv="refresh" content="0; url=//e.org/x.html">',
    '<meta http-equiv="refresh" content="0; url=../x.html">',
    '<meta http-equiv="refresh" content="0; url=x.html?y">',
    '<meta http-equiv="refresh" content="0; url=x.html url=//e.org">',
    '<meta http-equiv="set-cookie" content="0; url=x.html">',
    '<blockquote cite="javascript:x()">x</blockquote>',
    '<button>x</button>',
    '<x-y>x</x-y>',
    '<p unheard-of="x">x</p>',
    '<svg><use href="x.svg#a"></use></svg>',
  ])('%s runs or loads what is not ours', (markup) =>
    expect(check(page(`<h1>A</h1>${markup}`))).toContain('unsafe-markup'),
  );
  test.each([
    '<a href="https://e.org/">e</a><a href="mailto:x@e.org">x</a><a href="tel:+441132960000">t</a><a href="//e.org">e</a>',
    '<a href="x.pdf">e</a><a href="../../x.pdf" rel="noopener">e</a><a href="#" id="top--" download>e</a>',
    '<img alt="" src="x"><img alt="" src="../bill/x"><img alt="" src="../assets/a%20b.png" srcset="x 1x, ./x 2x">',
    '<p style="color: red; width: calc(1px + 2em)" data-x-1="https://e.org" aria-label="https://e.org">x</p>',
    '<svg viewBox="0 0 1 1"><defs><clipPath id="c"><rect width="1" height="1"/></clipPath></defs><path clip-path="url(#c)" d="M0 0h1"/></svg>',
    '<meta http-equiv="refresh" content="0; url=a-new-name.html">',
    '<link rel="canonical" href="https://e.org/"><meta property="og:image" content="https://e.org/x.png">',
  ])('%s does not', (markup) => {
    expect(check(page(`<h1>A</h1>${markup}`)).filter((rule) => rule !== 'page-links')).toEqual([]);
  });
  test('a draft and an embargo that the page keeps to itself', () => {
    expect(check(page('<h1>A</h1>'), { draft: 'Draft', embargo: '00:01, Monday' })).toEqual([
      'draft-missing',
      'embargo-missing',
    ]);
    expect(
      check(page('<h1>A</h1><p>DRAFT until 00:01, Monday'), { draft: 'Draft', embargo: '00:01, Monday' }),
    ).toEqual([]);
  });
  test('an address that is no right encoding is a dead link', () => {
    expect(check(page('<h1>A</h1><a href="#100%">x</a>'))).toEqual(['page-links']);
  });
  test('a passage that the template does not place, and a missing notice', () => {
    expect(check(page('<h1>A</h1>'), { passages: ['p'], notice: 'Sample' })).toEqual([
      'slot-not-placed',
      'notice-missing',
    ]);
  });
});

describe('for printing', () => {
  const body =
    '<nav data-web><a href="mp.pdf">PDF</a></nav><p><a href="mp.txt">text</a> <a href="#a">a</a> <a href="https://e.org/">e</a> <a href="mailto:x@e.org">x</a></p>';
  test('what is for the web goes, links beside the page lead to the site', () => {
    expect(writePage(forPrint(page(body), 'https://example.org/bill/mp.html'))).toContain(
      '<body><p><a href="https://example.org/bill/mp.txt">text</a> <a href="#a">a</a> <a href="https://e.org/">e</a> <a href="mailto:x@e.org">x</a></p>',
    );
  });
  test('without a site they give way to their text', () => {
    expect(writePage(forPrint(page(body), null))).toContain('<p>text <a href="#a">a</a>');
  });
  test.each([
    ['<td></td>', '<td>\u00a0</td>'],
    ['<td> </td>', '<td>\u00a0</td>'],
    ['<td><!-- none --></td>', '<td>\u00a0</td>'],
    ['<th></th>', '<th>\u00a0</th>'],
    ['<td>0</td>', '<td>0</td>'],
    ['<td><img src="a.png" alt="A"></td>', '<td><img src="a.png" alt="A"></td>'],
  ])('%s: an empty cell gets a space that is drawn, no other does', (cell, printed) => {
    const table = `<table><tbody><tr>${cell}</tr></tbody></table>`;
    expect(writePage(forPrint(page(table), null))).toContain(`<tr>${printed}</tr>`);
  });
  test('the page itself is not changed', () => {
    const tree = page(body);
    const before = writePage(tree);
    forPrint(tree, null);
    expect(writePage(tree)).toBe(before);
  });
});
