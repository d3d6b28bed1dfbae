import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { onOneLine, printable } from '../../src/cli/printable.ts';
import { report, REPORTERS, tally, type Reporter } from '../../src/cli/report.ts';
import type { ReportOptions } from '../../src/cli/reporters/report-options.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { error, MOST_OF_A_KIND, type Message } from '../../src/diagnostics/message.ts';

const manner = (more: Partial<ReportOptions> = {}): ReportOptions => ({
  colour: false,
  root: '.',
  read: () => null,
  pageOf: () => null,
  version: '1.2.3',
  ...more,
});

const shown = (
  messages: readonly Message[],
  reporter: Reporter,
  more: Partial<ReportOptions> = {},
): Promise<string> => report(messages, reporter, manner(more));

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

test('a file that comes with despatch is told as where it lies, and that the project may have its own', async () => {
  const root = join(PACKAGE, 'tests');
  const place = at('templates/partials/page.hbs', 3);
  const message = error('bad-value', place, 'x', { remedy: 'Mend it.', related: [{ place, text: 'y' }] });
  const text = await shown([message], 'text', { root });
  expect(text).toMatch(/^templates\/partials\/page\.hbs:3:1: error: x/u);
  expect(text).toContain('\n  templates/partials/page.hbs:3:1: y');
  expect(text).toContain('Mend it. This file comes with despatch: `despatch eject partials/page` copies');
  const [told] = JSON.parse(await shown([message], 'json', { root })) as Message[];
  expect(told?.place?.file).toBe('../templates/partials/page.hbs');
  expect(await shown([message], 'text')).not.toContain('comes with');
});

describe.each(['text', 'json'] as const)('as %s', (reporter) => {
  test.each(STEERING)('%j is escaped wherever it stands', async (sign) => {
    const related = [{ place: at(`b${sign}.md`), text: `c${sign}c` }];
    const message = error('bad-value', at(`sources/a${sign}.md`), `d${sign}d`, {
      remedy: `e${sign}e`,
      related,
    });
    const text = await shown([message], reporter);
    expect(text).not.toContain(sign);
    const code = sign.charCodeAt(0).toString(16).padStart(4, '0');
    if (reporter === 'text') expect(text.split(`\\u${code}`)).toHaveLength(6);
    else expect(JSON.parse(text)).toEqual([message]);
  });

  test('a line end in a name begins no message of its own', async () => {
    const text = await shown([error('bad-value', at('a\nb.md:1:1: error: forged'), 'x\nerror: y')], reporter);
    expect(text).not.toMatch(/^(?:b\.md|error)/mu);
  });

  test('of very many messages of a kind the first are shown, and the number of the others', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) =>
      error('bad-value', at('a.md', index + 1), `x${index}`),
    );
    const other = error('bad-key', at('b.md'), 'y');
    const text = await shown([...many, other], reporter);
    expect(text.split('bad-value')).toHaveLength(MOST_OF_A_KIND + 2);
    expect(text).toContain('x99');
    expect(text).not.toContain('x100');
    expect(text).toContain('19,900 more of this kind are not shown');
    expect(text).toContain('y');
    expect(tally([...many, other])).toBe('20001 errors (bad-value 20000, bad-key 1)');
  });

  test('as many as are shown are not counted', async () => {
    const many = Array.from({ length: MOST_OF_A_KIND }, (_, index) =>
      error('bad-value', at('a.md', index + 1), 'x'),
    );
    expect(await shown(many, reporter)).not.toContain('more of this kind');
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

test('of the places that a message names besides its own the first are shown, and the number of the others', async () => {
  const related = (count: number) =>
    Array.from({ length: count }, (_, line) => ({ place: at('b.md', line + 1), text: 'here too' }));
  const places = async (count: number) => {
    const text = await shown([error('bad-value', at('a.md'), 'Text', { related: related(count) })], 'text');
    return text.split('\n').slice(1, -1);
  };
  expect(await places(10)).toHaveLength(10);
  expect(await places(12)).toHaveLength(11);
  expect((await places(12)).at(-1)).toBe('  and 2 places more');
});

describe('the line that a message is about', () => {
  const frame = async (text: string, line: number, column: number) => {
    const message = error('bad-value', { file: 'a.md', line, column }, 'x');
    return (await shown([message], 'text', { read: () => text })).split('\n').slice(1, -1);
  };

  test.each([
    ['one\ntwo three four', 2, 5, ['  2 | two three four', '    |     ^^^^^']],
    ['::::fact{#a}', 1, 9, ['  1 | ::::fact{#a}', '    |         ^']],
    ['\ttwo\t\tthree', 1, 7, ['  1 |  two  three', '    |       ^^^^^']],
    ['\n\nÉire', 3, 1, ['  3 | Éire', '    | ^^^^']],
    ['two\r\nthree\r', 2, 1, ['  2 | three', '    | ^^^^^']],
    ['ab', 1, 3, ['  1 | ab', '    |   ^']],
    ['a\u001b[31mb', 1, 8, [String.raw`  1 | a\u001b[31mb`, '    |             ^']],
    ['\n'.repeat(9) + 'tenth', 10, 1, ['  10 | tenth', '     | ^^^^^']],
  ])('%j at %i:%i', async (text, line, column, expected) => {
    expect(await frame(text, line, column)).toEqual(expected);
  });

  test('is shown in part where it is long', async () => {
    const long = `${'a '.repeat(100)}here${' b'.repeat(100)}`;
    const [line = '', mark = ''] = await frame(long, 1, 201);
    expect(line).toMatch(/^  1 \| …(?:a )+here(?: b)+ ?…$/u);
    expect(line.length).toBeLessThan(120);
    expect(line.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('here');
  });

  test.each([
    ['the whole file is meant', 'text', 1, 1],
    ['the file has no such line', 'text', 7, 2],
    ['the line has no such column', 'text', 1, 40],
  ])('is left out where %s', async (_, text, line, column) => {
    expect(await frame(text, line, column)).toEqual([]);
  });

  test('is linked to what there is to know of its rule, where a terminal shows colours', async () => {
    const text = await shown([error('bad-value', at('a.md'), 'x')], 'text', {
      colour: true,
      pageOf: (rule) => `file:///rules.html#${rule}`,
    });
    expect(text).toContain('\u001b]8;;file:///rules.html#bad-value\u001b\\[bad-value]\u001b]8;;\u001b\\');
  });
});

describe('for programs of others', () => {
  const messages: readonly Message[] = [
    error('bad-value', { file: 'sources/a b,c:d.md', line: 3, column: 7 }, '100% wrong\nreally', {
      remedy: 'Mend it.',
      related: [{ place: at('b.md'), text: 'the first one' }],
    }),
    { rule: 'stray-figure', severity: 'warning', text: 'x', place: at('c.md') },
    {
      rule: 'no-topic',
      severity: 'information',
      text: 'y',
      place: at('d.md'),
      excused: { reason: 'of its own', place: at('d.md') },
    },
    { rule: 'no-packs', severity: 'information', text: 'z' },
  ];

  test('GitHub is given a command for each that is not excused, with what would end it written as numbers', async () => {
    expect(await shown(messages, 'github')).toBe(
      `::notice title=no-packs::z
::warning file=c.md,line=1,col=1,title=stray-figure::x
::error file=sources/a b%2Cc%3Ad.md,line=3,col=7,title=bad-value::100%25 wrong%0Areally%0AMend it.
`,
    );
  });

  test('SARIF has each with its rule, its place and why it is excused', async () => {
    const log = JSON.parse(await shown(messages, 'sarif')) as SarifLog;
    const [run] = log.runs;
    expect(log.version).toBe('2.1.0');
    expect(run?.tool.driver).toMatchObject({ name: 'despatch', version: '1.2.3' });
    const results = run?.results ?? [];
    expect(results.map(({ ruleId, level }) => `${ruleId} ${level}`).toSorted()).toEqual([
      'bad-value error',
      'no-packs note',
      'no-topic note',
      'stray-figure warning',
    ]);
    for (const { ruleId, ruleIndex } of results) expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    const of = (rule: string) => results.find(({ ruleId }) => ruleId === rule);
    expect(of('bad-value')).toMatchObject({
      message: { text: '100% wrong\nreally. Mend it.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'sources/a%20b%2Cc%3Ad.md' },
            region: { startLine: 3, startColumn: 7 },
          },
        },
      ],
      relatedLocations: [{ message: { text: 'the first one' } }],
    });
    expect(of('no-topic')?.suppressions).toEqual([{ kind: 'inSource', justification: 'of its own' }]);
    expect(run?.tool.driver.rules.find(({ id }) => id === 'stray-figure')?.shortDescription.text).toMatch(
      /figure/u,
    );
  });

  test('nothing found is a log without results, and no command', async () => {
    const log = JSON.parse(await shown([], 'sarif')) as SarifLog;
    expect(log.runs.map(({ results }) => results)).toEqual([[]]);
    expect(await shown([], 'github')).toBe('');
  });

  test('what is excused is listed by those alone that say so', async () => {
    for (const reporter of REPORTERS)
      expect([reporter, (await shown(messages, reporter)).includes('no-topic')]).toEqual([
        reporter,
        reporter === 'json' || reporter === 'sarif',
      ]);
  });

  test('is counted', () => {
    expect(tally(messages)).toBe('1 error, 1 warning and 1 for information; 1 excused');
    expect(tally(messages.slice(2, 3))).toBe('1 excused');
    expect(tally([...messages, ...messages])).toBe(
      '2 errors, 2 warnings and 2 for information; 2 excused (bad-value 2, stray-figure 2, no-packs 2)',
    );
  });
});

/** As much of a log as is looked at here. */
interface SarifLog {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly name: string;
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription: { readonly text: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly suppressions?: unknown;
    }[];
  }[];
}
