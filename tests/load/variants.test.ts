import { describe, expect, test } from 'vitest';
import { loaded } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/packs/bill.yaml';
const pack = (variants: string, more = ''): Record<string, string> => ({
  [FILE]: (baseProject()[FILE] ?? '').replace('  mp:\n', `  mp:\n    variants: ${variants}\n`) + more,
});
const variantsOf = async (contents: Record<string, string>) =>
  (await loaded(contents)).packs.get('bill')?.editions.map(({ variants }) => variants);
const faults = (contents: Record<string, string>) => said({ ...baseProject(), ...contents });

describe('variants of an edition', () => {
  test('are the standard one alone where a pack says nothing', async () => {
    expect(await variantsOf({})).toEqual([['standard'], ['standard']]);
  });

  test.each([
    ['[standard, large-print]', ['standard', 'large-print']],
    ['[large-print, standard]', ['standard', 'large-print']],
    ['[large-print]', ['large-print']],
    ['large-print', ['large-print']],
  ])('%s stand in the order in which they are made', async (written, expected) => {
    expect((await variantsOf(pack(written)))?.[0]).toEqual(expected);
  });

  test('of an unknown name are refused where they stand, with the nearest that there is', async () => {
    const [fault, ...more] = await faults(pack('[standard, large-pint]'));
    expect(more).toEqual([]);
    expect(fault?.line).toBe(`${FILE}:9:26 bad-value`);
    expect(fault?.words).toContain('Did you mean `large-print`?');
  });

  test('do not name the annex, which has a key of its own', async () => {
    const [fault, ...more] = await faults(pack('[standard, annex]'));
    expect(more).toEqual([]);
    expect(fault?.line).toBe(`${FILE}:9:26 bad-value`);
    expect(fault?.words).toContain('Write `annex: true`.');
  });

  test('named twice are refused at the second', async () => {
    expect(await faults(pack('[large-print, large-print]'))).toEqual([
      {
        line: `${FILE}:9:29 variant-twice`,
        words: 'The variant `large-print` is named already Name it once.',
        related: [`${FILE}:9:16`],
      },
    ]);
  });

  test('are at least one', async () => {
    expect((await faults(pack('[]'))).map(({ line }) => line)).toEqual([`${FILE}:9:15 bad-value`]);
  });
});

describe('an edition that is called like a variant of another', () => {
  const second = '  mp-large-print: { audience: mp }\n';

  test('is refused: both would be the same files', async () => {
    const [fault, ...more] = await faults(pack('[standard, large-print]', second));
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ line: `${FILE}:14:3 same-path`, related: [`${FILE}:8:3`] });
    expect(fault?.words).toContain('`mp-large-print`');
  });

  test('is found whichever comes first', async () => {
    const first = (baseProject()[FILE] ?? '').replace('editions:\n', `editions:\n${second}`);
    const contents = { [FILE]: first.replace('  mp:\n', '  mp:\n    variants: large-print\n') };
    expect(await faults(contents)).toMatchObject([
      { line: `${FILE}:8:3 same-path`, related: [`${FILE}:9:3`] },
    ]);
  });

  test('is let through while the other has no such variant', async () => {
    expect(await faults(pack('standard', second))).toEqual([]);
  });
});
