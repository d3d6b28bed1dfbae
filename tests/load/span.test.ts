import { describe, expect, test } from 'vitest';
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { readMarkdown } from '../../src/load/markdown.ts';
import { visit } from '../../src/model/visit.ts';
import type { LanguageSpan } from '../../src/model/span.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

/** The spans of a text, each with its braces and its words, and what else there is in them. */
const spans = (text: string): readonly (readonly string[])[] => {
  const found: LanguageSpan[] = [];
  const root = readMarkdown(text, (offset) => ({ line: 1, column: offset + 1, offset }));
  if (root) visit(root, 'span', (span) => void found.push(span));
  return found.map((span) => [
    span.written,
    toString(span).replaceAll('\n', '|'),
    ...span.children.map((child: Nodes) => child.type).filter((type) => type !== 'text'),
  ]);
};

describe('words in another language', () => {
  test.each<[string, readonly (readonly string[])[]]>([
    ['She said :span[Bore da]{lang=cy}.', [['lang=cy', 'Bore da']]],
    [
      ':span[Bore da]{lang="cy"} and :span[oui]{lang=fr}',
      [
        ['lang="cy"', 'Bore da'],
        ['lang=fr', 'oui'],
      ],
    ],
    [
      ':span[Bore **da** i [bawb](https://example.org) [yma]]{lang=cy}',
      [['lang=cy', 'Bore da i bawb [yma]', 'strong', 'link']],
    ],
    ['> :span[Bore\n> da]{lang=cy}', [['lang=cy', 'Bore|da']]],
    ['**:span[Bore da]{lang=cy}**', [['lang=cy', 'Bore da']]],
    [
      ':span[un :span[deux]{lang=fr} tri]{lang=cy}',
      [
        ['lang=cy', 'un deux tri', 'span'],
        ['lang=fr', 'deux'],
      ],
    ],
    [String.raw`:span[a \] b]{lang=cy}`, [['lang=cy', 'a ] b']]],
    [':span[Iechyd :field[name]]{lang=cy}', [['lang=cy', 'Iechyd :field[name]', 'field']]],
    [String.raw`\:span[Bore da]{lang=cy}`, []],
    [':span[]{lang=cy}', []],
    [':span[Bore da] {lang=cy}', []],
    [':span[Bore da', []],
    [':span[Bore da]{lang=cy', []],
    [':span[Bore\n\nda]{lang=cy}', []],
  ])('%j', (text, expected) => {
    expect(spans(text)).toEqual(expected);
  });
});

const LIBRARY = 'sources/library/okoro-2025.md';
const TEXT = 'Child protection investigations rose by **152%**.';

const saying = (words: string): Record<string, string> => {
  const base = baseProject();
  return { ...base, [LIBRARY]: (base[LIBRARY] ?? '').replace(TEXT, `${TEXT} ${words}`) };
};

describe('what is wrong with them', () => {
  test.each<[string, string, RegExp]>([
    [
      'It is :span[uchel]{lang=Welsh}.',
      '15:57 bad-attribute',
      /`lang=Welsh` stands behind .* Write `\{lang=cy\}`\./,
    ],
    ['It is :span[uchel]{}.', '15:57 bad-attribute', /Nothing stands behind words/],
    ['It is :span[uchel]{lang=cy_GB}.', '15:57 bad-attribute', /Write `\{lang=cy-GB\}`/],
    ['It is :span[uchel]{lang=qqq}.', '15:57 bad-attribute', /expected the tag of a language/],
    ['It is :span[uchel] {lang=cy}.', '15:57 unread-markup', /nothing between the brackets and the brace/],
    ['It is :span[uchel.', '15:57 unread-markup', /Write them as `:span\[Bore da\]\{lang=cy\}`/],
    ['It is [uchel]{lang=cy}.', '15:63 unread-markup', /Write them as `:span\[Bore da\]\{lang=cy\}`/],
    ['It is :span[uchel]{cy}.', '15:57 bad-attribute', /`cy` stands behind words/],
  ])('%j', async (words, line, like) => {
    const [first, ...others] = await said(saying(words));
    expect(first?.line).toBe(`${LIBRARY}:${line}`);
    expect(first?.words).toMatch(like);
    expect(others).toEqual([]);
  });
});
