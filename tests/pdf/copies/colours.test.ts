import { describe, expect, test } from 'vitest';
import { contrast, type Colour } from '../../../src/model/colours.ts';
import { luminanceGrey, neutralToBlack, recolour, type ToGrey } from '../../../src/pdf/copies/colours.ts';

const rewritten = (text: string, toGrey: ToGrey = luminanceGrey): string =>
  Buffer.from(recolour(Buffer.from(text, 'latin1'), toGrey)).toString('latin1');

const hex = (grey: number): Colour =>
  `#${Math.round(grey * 255)
    .toString(16)
    .padStart(2, '0')
    .repeat(3)}`;

describe('grey', () => {
  test.each([
    ['#7c1d2e', [0.4863, 0.1137, 0.1804]],
    ['#f5f1e9', [0.9608, 0.9451, 0.9137]],
    ['#0000ff', [0, 0, 1]],
    ['#030201', [0.0118, 0.0078, 0.0039]],
  ] as const)('is as light as %s', (colour, channels) => {
    const grey = hex(luminanceGrey(channels));
    for (const other of ['#ffffff', '#000000'] as const)
      expect(contrast(grey, other) / contrast(colour, other)).toBeCloseTo(1, 1);
  });

  test('takes the place of every colour, whatever stands around it', () => {
    expect(rewritten('q 1 0 0 rg/G3 gs 0 0 1 RG(1 0 0 rg)Tj\n.2 .2 .2 rg Q')).toBe(
      'q 0.4984 g/G3 gs 0.2979 G(1 0 0 rg)Tj\n0.2 g Q',
    );
  });

  test('leaves a stream without colours as it is', () => {
    const bytes = Buffer.from('q 0.5 g /Pattern cs /P4 scn Q');
    expect(recolour(bytes, luminanceGrey)).toBe(bytes);
  });
});

describe('black', () => {
  test('takes the place of what has no colour, or next to none', () => {
    expect(rewritten('0 0 0 RG .3333 .3373 .3686 rg 1 1 1 rg', neutralToBlack)).toBe('0 G 0.3388 g 1 g');
  });

  test('is solid where it is nearly black: small type is not screened', () => {
    expect(rewritten('.1059 .1059 .1216 rg', neutralToBlack)).toBe('0 g');
  });

  test('leaves colours alone', () => {
    const colours = '.4863 .1137 .1804 rg .9608 .9451 .9137 rg';
    expect(rewritten(colours, neutralToBlack)).toBe(colours);
  });
});
