import { describe, expect, test } from 'vitest';
import { supplements } from '../../src/start/npm-project.ts';

const own = supplements({ name: 'Our Group', short: 'O&G Leeds', site: 'https://example.org' }, '1.2.3');
const after = (path: string, before: string | null): string | null => own[path]?.(before) ?? null;
const json = (before: object | null): unknown =>
  JSON.parse(after('package.json', before && JSON.stringify(before)) ?? 'null');

const SCRIPTS = { build: 'despatch build', check: 'despatch check' };

describe('package.json', () => {
  test('is written where there is none', () => {
    expect(json(null)).toEqual({
      name: 'o-g-leeds-briefings',
      private: true,
      scripts: SCRIPTS,
      dependencies: { despatch: '^1.2.3' },
    });
  });
  test.each([
    ['another package', { dependencies: { other: '1' } }, { other: '1', despatch: '^1.2.3' }],
    ['nothing', {}, { despatch: '^1.2.3' }],
    ['a file of despatch', { dependencies: { despatch: 'file:x.tgz' } }, { despatch: 'file:x.tgz' }],
    ['despatch for development', { devDependencies: { despatch: '1' } }, undefined],
  ])('that needs %s keeps it', (_, before, dependencies) => {
    expect(json({ name: 'mine', ...before })).toEqual({
      name: 'mine',
      ...before,
      scripts: SCRIPTS,
      ...(dependencies ? { dependencies } : {}),
    });
  });
  test('keeps scripts of its own', () => {
    expect(json({ scripts: { build: 'make' } })).toMatchObject({ scripts: { ...SCRIPTS, build: 'make' } });
  });
  test('stays as it is where it has all', () => {
    expect(after('package.json', after('package.json', null))).toBeNull();
  });
  test.each([
    ['\t', '\n'],
    ['    ', '\n'],
    ['  ', '\r\n'],
  ])('keeps its manner: indented by %j, rows that end with %j', (indent, end) => {
    const before = ['{', `${indent}"name": "mine"`, '}', ''].join(end);
    const scripts = [
      `${indent}"scripts": {`,
      ...['build', 'check'].map(
        (name, index) => `${indent}${indent}"${name}": "despatch ${name}"${index ? '' : ','}`,
      ),
      `${indent}},`,
    ];
    const needs = [`${indent}"dependencies": {`, `${indent}${indent}"despatch": "^1.2.3"`, `${indent}}`];
    expect(after('package.json', before)).toBe(
      ['{', `${indent}"name": "mine",`, ...scripts, ...needs, '}', ''].join(end),
    );
  });
  test('that has all is not written in another manner', () => {
    const whole = after('package.json', null) ?? '';
    expect(after('package.json', JSON.stringify(JSON.parse(whole), null, '\t'))).toBeNull();
  });
  test.each(['', '{', '[]', 'null', '"x"'])('is no JSON of a package: %j', (text) => {
    expect(() => after('package.json', text)).toThrow(SyntaxError);
  });
});

test.each([
  [null, 'node_modules/\n/output/\n'],
  ['', 'node_modules/\n/output/\n'],
  ['*.log', '*.log\nnode_modules/\n/output/\n'],
  ['node_modules/\r\n*.log\r\n', 'node_modules/\r\n*.log\r\n/output/\r\n'],
  ['/output/\nnode_modules/', null],
])('.gitignore %j becomes %j', (before, expected) => {
  expect(after('.gitignore', before)).toBe(expected);
});

test('a README is written where there is none, and else left alone', () => {
  expect(after('README.md', null)).toContain('Our Group');
  expect(after('README.md', 'mine')).toBeNull();
});
