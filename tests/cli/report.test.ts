import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onOneLine, printable } from '../../src/cli/printable.ts';
import { report, tally, type Reporter } from '../../src/cli/report.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { error, MOST_OF_A_KIND, type Message } from '../../src/diagnostics/message.ts';

const shown = (messages: readonly Message[], reporter: Reporter): string =>
  report(messages, { reporter, colour: false, root: '.' });

const at = (file: string, line = 1) => ({ file, line, column: 1 });

/** Signs that steer a terminal or turn the direction of writing. */
const STEERING = [
  '\u001b[31m',
  '\u0007',
  '\r',
  '\b',
  '\u0000',
  '\u007f',
  '\u009b2J',
  '\u202e',
  '\u2066',
  '\u200b',
  '\u2028',
];

test('a file that comes with despatch is told as where it lies, and that the project may have its own', () => {
  const root = join(PACKAGE, 'tests');
  const place = at('templates/partials/page.hbs', 3);
  const message = error('bad-value', place, 'x', { remedy: 'Mend it.', related: [{ place, text: 'y' }] });
  const text = report([message], { reporter: 'text', colour: false, root });
  expect(text).toMatch(/^templates\/partials\/page\.hbs:3:1: error: x/u);
  expect(text).toContain('\n  templates/partials/page.hbs:3:1: y');
  expect(text).toContain('Mend it. This file comes with despatch: `despatch eject partials/page` copies');
  const [told] = JSON.parse(report([message], { reporter: 'json', colour: false, root })) as Message[];
  expect(told?.place?.file).toBe('../templates/partials/page.hbs');
  expect(shown([message], 'text')).not.toContain('comes with');
});

describe.each(['text', 'json'] as const)('as %s', (reporter) => {
  test.each(STEERING)('%j is escaped wherever it stands', (sign) => {
    const related = [{ place: at(`b${sign}.md`), text: `c${sign}c` }];
    const message = error('bad-value', at(`sources/a${sign}.md`), `d${sign}d`, {
      remedy: `e${sign}e`,
      related,
    });
    const text = shown([message], reporter);
    expect(text).not.toContain(sign);
    const code = sign.charCodeAt(0).toString(16).padStart(4, '0');
    if (reporter === 'text') expect(text.split(`\\u${code}`)).toHaveLength(6);
    else expect(JSON.parse(text)).toEqual([message]);
  });

  test('a line end in a name begins no message of its own', () => {
    const text = shown([error('bad-value', at('a\nb.md:1:1: error: forged'), 'x\nerror: y')], reporter);
    expect(text).not.toMatch(/^(?:b\.md|error)/mu);
  });

  test('of very many messages of a kind the first are shown, and the number of the others', () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      error('bad-value', at('a.md', index + 1), `x${index}`),
    );
    const other = error('bad-key', at('b.md'), 'y');
    const text = shown([...many, other], reporter);
    expect(text.split('bad-value')).toHaveLength(MOST_OF_A_KIND + 2);
    expect(text).toContain('x99');
    expect(text).not.toContain('x100');
    expect(text).toContain('19,900 more of this kind are not shown');
    expect(text).toContain('y');
    expect(tally([...many, other])).toBe('20001 errors');
  });

  test('as many as are shown are not counted', () => {
    const many = Array.from({ length: MOST_OF_A_KIND }, (_, index) =>
      error('bad-value', at('a.md', index + 1), 'x'),
    );
    expect(shown(many, reporter)).not.toContain('more of this kind');
  });
});

describe('a tally', () => {
  const of = (...severities: Message['severity'][]) =>
    tally(severities.map((severity) => ({ rule: 'bad-value', severity, text: 'x' })));
  test.each([
    [of(), ''],
    [of('error'), '1 error'],
    [of('warning', 'warning'), '2 warnings'],
    [of('warning', 'error'), '1 error and 1 warning'],
    [of('information', 'warning', 'error', 'information'), '1 error, 1 warning and 2 for information'],
  ])('%s', (told, expected) => expect(told).toBe(expected));
});

test('results keep their lines, and escape what steers', () => {
  expect(printable('a\nb\u001b[2J é – 😀')).toBe('a\nb\\u001b[2J é – 😀');
  expect(onOneLine('a\nb')).toBe('a\\nb');
});

test('of the places that a message names besides its own the first are shown, and the number of the others', () => {
  const related = (count: number) =>
    Array.from({ length: count }, (_, line) => ({ place: at('b.md', line + 1), text: 'here too' }));
  const places = (count: number) => {
    const text = shown([error('bad-value', at('a.md'), 'Text', { related: related(count) })], 'text');
    return text.split('\n').slice(1, -1);
  };
  expect(places(10)).toHaveLength(10);
  expect(places(12)).toHaveLength(11);
  expect(places(12).at(-1)).toBe('  and 2 places more');
});
