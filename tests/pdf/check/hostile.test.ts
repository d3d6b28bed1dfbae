import { inflateSync } from 'node:zlib';
import { PDFString } from '../../../src/pdf/library.ts';
import { array, assert, asyncProperty, constantFrom, nat, tuple, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkPdf } from '../../../src/pdf/inspect.ts';
import { arrayAt, GoodPdf, name } from './good-pdf.ts';
import { tinyCff, tinyType1 } from './tiny-type1.ts';
import { runs } from '../../runs.ts';

/** Longer than any check of a small file takes, on a machine that is busy. */
const PATIENCE = 20_000;

/** Checks a PDF: it has to come to an end, soon enough, and not by throwing. */
const outcome = async (bytes: Uint8Array): Promise<'told' | 'late'> => {
  const start = performance.now();
  await checkPdf(bytes, { isForArchive: true });
  return performance.now() - start < PATIENCE ? 'told' : 'late';
};

const whole = async (isPacked: boolean): Promise<Uint8Array> => (await GoodPdf.make()).bytes(isPacked);

const changed = async (change: (good: GoodPdf) => void): Promise<'told' | 'late'> => {
  const good = await GoodPdf.make();
  change(good);
  return outcome(await good.bytes());
};

describe('any damage to a file is survived', () => {
  test.each([true, false])('bytes that are others (objects packed: %s)', async (isPacked) => {
    const bytes = await whole(isPacked);
    const flip = tuple(nat(bytes.length - 1), nat(255));
    await assert(
      asyncProperty(array(flip, { minLength: 1, maxLength: 30 }), async (flips) => {
        const copy = Uint8Array.from(bytes);
        for (const [at, value] of flips) copy[at] = value;
        expect(await outcome(copy)).toBe('told');
      }),
      { numRuns: runs(20, 1000) },
    );
  });

  test('parts that are missing, doubled or elsewhere', async () => {
    const bytes = await whole(false);
    const place = nat(bytes.length);
    await assert(
      asyncProperty(place, place, place, async (start, end, to) => {
        const part = bytes.subarray(Math.min(start, end), Math.max(start, end));
        expect(await outcome(Buffer.concat([bytes.subarray(0, to), part, bytes.subarray(to)]))).toBe('told');
        expect(
          await outcome(
            Buffer.concat([bytes.subarray(0, Math.min(start, end)), bytes.subarray(Math.max(start, end))]),
          ),
        ).toBe('told');
        expect(await outcome(bytes.subarray(0, to))).toBe('told');
      }),
      { numRuns: runs(10, 500) },
    );
  });

  test('bytes that are no PDF', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 500 }), async (noise) => {
        expect(await outcome(noise)).toBe('told');
        expect(await outcome(Buffer.concat([Buffer.from('%PDF-1.7\n'), noise, Buffer.from('\n%%EOF')]))).toBe(
          'told',
        );
      }),
      { numRuns: runs(20, 1000) },
    );
  });
});

describe('objects in each other’s place are survived', () => {
  test('references', async () => {
    const text = Buffer.from(await whole(false)).toString('latin1');
    const numbers = [...text.matchAll(/(\d+) 0 R/gu)].map(([, number = '']) => number);
    await assert(
      asyncProperty(array(tuple(nat(), nat()), { minLength: 1, maxLength: 20 }), async (swaps) => {
        let at = 0;
        const to = new Map(
          swaps.map(([from, other]) => [from % numbers.length, numbers[other % numbers.length]]),
        );
        const swapped = text.replaceAll(/(\d+) 0 R/gu, (found) => {
          const other = to.get(at);
          at += 1;
          return other === undefined ? found : `${other} 0 R`;
        });
        expect(await outcome(Buffer.from(swapped, 'latin1'))).toBe('told');
      }),
      { numRuns: runs(20, 1000) },
    );
  });

  test('values of another kind', async () => {
    const text = Buffer.from(await whole(false)).toString('latin1');
    const pattern = /(\/\w+) (?:\d+ 0 R|\d+|\/\w+|\([^)]*\)|true|\[[^\]]*\])/gu;
    const count = [...text.matchAll(pattern)].length;
    const values = ['null', '1e9', '-1', '9007199254740991', '()', '/Name', '[]', '<<>>', 'true', '9 0 R'];
    await assert(
      asyncProperty(
        array(tuple(nat(), constantFrom(...values)), { minLength: 1, maxLength: 20 }),
        async (changes) => {
          const to = new Map(changes.map(([from, value]) => [from % count, value]));
          let at = 0;
          const odd = text.replaceAll(pattern, (found, key: string) => {
            const value = to.get(at);
            at += 1;
            return value === undefined ? found : `${key} ${value}`;
          });
          expect(await outcome(Buffer.from(odd, 'latin1'))).toBe('told');
        },
      ),
      { numRuns: runs(30, 1000) },
    );
  });

  test('content', async () => {
    const operators = [
      'BDC',
      'BMC',
      'EMC',
      'q',
      'Q',
      'Tj',
      'TJ',
      'Tf',
      'gs',
      'Do',
      'BI',
      'EI',
      'f',
      '[',
      ']',
      '<<',
      '>>',
    ];
    const operands = [
      '/Drawn',
      '/Composite',
      '(a',
      'b)',
      '<00',
      '12',
      '/P <</MCID 1>>',
      '/P <</MCID 9999999999>>',
    ];
    await assert(
      asyncProperty(array(constantFrom(...operators, ...operands), { maxLength: 200 }), async (tokens) => {
        expect(await changed((good) => good.write((content) => `${content} ${tokens.join(' ')}`))).toBe(
          'told',
        );
      }),
      { numRuns: runs(20, 1000) },
    );
  });
});

describe('what leads back to itself or is very deep is survived', () => {
  test('a structure element within itself', async () => {
    expect(
      await changed((good) =>
        arrayAt(good.element('Document'), 'K').push(arrayAt(good.part('root'), 'K').get(0)),
      ),
    ).toBe('told');
  });

  test('structure elements 20,000 deep', async () => {
    const good = await GoodPdf.make();
    let below = good.add('0', { S: 'P' });
    for (let depth = 1; depth < 20_000; depth += 1) below = good.add(`${depth}`, { S: 'Div', K: below });
    arrayAt(good.part('root'), 'K').push(below);
    expect(await outcome(await good.bytes(false))).toBe('told');
  });

  test('a tree in which every element holds the next one twice', async () => {
    expect(
      await changed((good) => {
        let below = good.add('0', { S: 'P' });
        for (let depth = 1; depth < 60; depth += 1)
          below = good.add(`${depth}`, { S: 'Div', K: [below, below] });
        arrayAt(good.part('root'), 'K').push(below);
      }),
    ).toBe('told');
  });

  test('pages that hang on themselves, and on each other twice', async () => {
    expect(
      await changed((good) => {
        const pages = good.pdf.catalog.Pages();
        let below = good.pdf.getPage(0).ref;
        for (let depth = 0; depth < 60; depth += 1)
          below = good.add(`${depth}`, { Type: 'Pages', Kids: [below, below] });
        const self = good.pdf.catalog.get(name('Pages'));
        pages.set(name('Kids'), good.value([below, self]));
      }),
    ).toBe('told');
  });

  test('trees of numbers that hang on themselves', async () => {
    expect(
      await changed((good) =>
        good.set(good.part('parents'), { Kids: [good.ref('parents'), good.ref('parents')] }),
      ),
    ).toBe('told');
  });

  test('forms that draw themselves, and each other twice', async () => {
    expect(
      await changed((good) => {
        const own = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 1, 1] };
        let below = good.stream('/A Do 0 0 1 1 re f', own);
        for (let depth = 0; depth < 20; depth += 1)
          below = good.stream('/A Do /A Do', { ...own, Resources: { XObject: { A: below } } });
        good.set(good.at(good.page, 'Resources'), { XObject: { Drawn: below, A: below } });
      }),
    ).toBe('told');
  });

  test('role maps that go in circles, fields that are their own parents', async () => {
    expect(
      await changed((good) => {
        good.set(good.part('root'), { RoleMap: { Aside: 'One', One: 'Two', Two: 'One' } });
        good.remove(good.part('field'), 'TU');
        good.set(good.part('field'), { Parent: good.ref('field') });
      }),
    ).toBe('told');
  });

  test('marked content 200,000 deep', async () => {
    expect(
      await changed((good) => good.write(() => `${'/A BMC '.repeat(200_000)}${'EMC '.repeat(200_000)}`)),
    ).toBe('told');
  });

  test('nested arrays and dictionaries, 100,000 deep', async () => {
    const bytes = Buffer.from(await whole(false)).toString('latin1');
    for (const open of ['[', '<<', '<</A ', '('])
      expect(
        await outcome(Buffer.from(bytes.replace('/Lang (en-GB)', `/Lang ${open.repeat(100_000)}`), 'latin1')),
      ).toBe('told');
  });
});

describe('numbers beyond all measure are survived', () => {
  test('spans, ranges of characters, widths, keys', async () => {
    expect(
      await changed((good) => {
        good.set(good.element('TD'), { A: { O: 'Table', ColSpan: 1e15, RowSpan: 1e15 } });
        good.set(good.part('descendant'), { W: [0, 1e15, 500, 1e15, [1, 2]], DW: 1e300 });
        good.set(good.part('Composite'), {
          ToUnicode: good.stream('1 beginbfrange <00000000> <ffffffff> <0041> endbfrange'),
        });
        good.set(good.part('parents'), { Nums: [1e15, good.ref('parents'), -5, [null]] });
        good.set(good.page, { StructParents: 1e15 });
        good.write((content) => content.replaceAll(/MCID (\d)/gu, 'MCID 99999999999$1'));
      }),
    ).toBe('told');
  });

  test('a font whose tables lie beyond its end', async () => {
    await assert(
      asyncProperty(array(tuple(nat(400), nat(255)), { maxLength: 40 }), async (flips) => {
        expect(
          await changed((good) => {
            const descriptor = good.part('descriptor 32');
            const stream = good.pdf.context.lookup(descriptor.get(name('FontFile2')));
            const font = Uint8Array.from(
              inflateSync((stream as unknown as { contents: Uint8Array }).contents),
            );
            for (const [at, value] of flips) font[at] = value;
            good.set(descriptor, { FontFile2: good.stream(font), CIDSet: good.stream(font) });
          }),
        ).toBe('told');
      }),
      { numRuns: runs(15, 500) },
    );
  });

  test.each([
    ['FontFile', () => tinyType1(['.notdef', 'A', 'B'])],
    ['FontFile3', () => tinyCff({ charset: [2, 0, 34, 0, 1], strings: ['own'] })],
  ])('a font of Type 1 (%s) with other bytes', async (key, make) => {
    const whole = make();
    await assert(
      asyncProperty(array(tuple(nat(whole.length - 1), nat(255)), { maxLength: 20 }), async (flips) => {
        const font = make();
        for (const [at, value] of flips) font[at] = value;
        expect(
          await changed((good) => {
            const file = { [key]: good.stream(font, { Subtype: 'Type1C' }), CharSet: PDFString.of('/A/B') };
            good.set(good.part('Simple'), {
              Subtype: 'Type1',
              FontDescriptor: { Type: 'FontDescriptor', Flags: 32, ...file },
            });
          }),
        ).toBe('told');
      }),
      { numRuns: runs(15, 500) },
    );
  });
});
