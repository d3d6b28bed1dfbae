import { createCanvas } from '@napi-rs/canvas';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import type { Measures } from '../../src/world/world.ts';
import { qrCode } from '../../src/render/qr.ts';
import { pageImage } from '../pdf/copies/image.ts';
import { BOLD, jobOf, pageOf, REGULAR, sharedPress } from './press.ts';

const print = sharedPress();

/** An image of 600 by 300 pixels in these forms. */
const canvas = createCanvas(600, 300);
const asset = (name: string, bytes: Uint8Array): [string, Uint8Array] => [
  `assets/${name}`,
  new Uint8Array(bytes),
];
const IMAGES = [
  asset('a.png', canvas.toBuffer('image/png')),
  asset('a.jpg', canvas.toBuffer('image/jpeg')),
  asset('a.webp', canvas.toBuffer('image/webp')),
  asset(
    'a.svg',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><path d="M0 0h9v9z"/></svg>'),
  ),
];

const measure = async (body: string, style = ''): Promise<Measures> =>
  (await print(jobOf(pageOf(body, style), new Map([REGULAR, BOLD, ...IMAGES])))).measures;

const dpiOf = async (body: string, style = ''): Promise<number[]> =>
  (await measure(body, style)).images.map(({ dpi }) => dpi);

describe('images', () => {
  test('have so many pixels for each inch of their printed size, whatever their form', async () => {
    for (const ending of ['png', 'jpg', 'webp'])
      expect((await measure(`<img alt="" src="../assets/a.${ending}" style="width: 2in">`)).images).toEqual([
        { file: `a.${ending}`, dpi: 300 },
      ]);
  });

  test('that are drawings have none, and those that are not printed neither', async () => {
    expect(
      await dpiOf(
        '<img alt="" src="../assets/a.svg"><div style="display: none"><img alt="" src="../assets/a.png"></div>',
      ),
    ).toEqual([]);
  });

  test.each([
    ['width: 2in; height: 2in', 150],
    ['width: 2in; height: 2in; object-fit: contain', 300],
    ['width: 2in; height: 2in; object-fit: cover', 150],
    ['width: 4in; height: 4in; object-fit: none', 96],
    ['width: 2.2in; height: 1.2in; box-sizing: border-box; padding: 0.1in', 300],
    ['width: 2in; transform: scale(2)', 150],
  ])('are as large as they are drawn: %s', async (style, dpi) => {
    expect(await dpiOf(`<img alt="" src="../assets/a.png" style="${style}">`)).toEqual([dpi]);
  });

  test('on pages of several names are each measured once', async () => {
    const body =
      '<img alt="" src="../assets/a.png" style="width: 1in"><div style="page: wide"><img alt="" src="../assets/a.jpg" style="width: 50%"></div>';
    expect(await dpiOf(body, '@page wide { size: 240mm 200mm; margin: 20mm }')).toEqual([600, 152]);
  });
});

describe('QR codes', () => {
  const ADDRESS = 'https://example.org/cwb';
  const code = (style = 'width: 27mm; height: 27mm', around = '') =>
    `<p>Text</p><div style="${around}"><div style="${style}">${qrCode(ADDRESS).toString()}</div></div>`;
  const codesOf = async (body: string) => (await measure(body, 'svg { display: block }')).codes;

  test('are as wide as their modules, without the quiet zone', async () => {
    // 25 modules, and 8 of quiet zone.
    expect(await codesOf(code())).toEqual([{ width: 20.5, crowded: null }]);
    expect(await codesOf(code('width: 33mm; height: 99mm'))).toEqual([{ width: 25, crowded: null }]);
  });

  test('are told where a text, a picture or an edge reaches into their quiet zone', async () => {
    expect((await codesOf(`${code()}<p style="margin: -3mm 0 0">example.org/cwb</p>`))[0]?.crowded).toBe(
      '“example.org/cwb”',
    );
    expect((await codesOf(`${code()}<p style="margin: 0">example.org/cwb</p>`))[0]?.crowded).toBeNull();
    expect(
      (
        await codesOf(
          `${code()}<img alt="" src="../assets/a.png" style="display: block; margin-top: -3mm; width: 20mm">`,
        )
      )[0]?.crowded,
    ).toBe('<img>');
    expect((await codesOf(code(undefined, 'overflow: hidden; width: 25mm')))[0]?.crowded).toBe(
      'the edge of what holds it',
    );
  });

  test('can be read from the printed page', async () => {
    const { bytes } = await print(jobOf(pageOf(code(), '@page { size: A6; margin: 10mm }')));
    expect(decodeQR(await pageImage(bytes, 0))).toBe(ADDRESS);
  });
});
