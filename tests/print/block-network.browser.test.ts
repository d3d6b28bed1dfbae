import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { PrintJob } from '../../src/world/world.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { BOLD, font, jobOf, onLinux, pageOf, REGULAR, sharedPress } from './press.ts';

const print = sharedPress();

/** How many pictures of one pixel a PDF holds; in the place of a refused one Chrome puts a larger sign. */
const pictures = (bytes: Uint8Array): number =>
  Buffer.from(bytes).toString('latin1').split('/Width 1\n/Height 1\n').length - 1;

const fontsIn = async (bytes: Uint8Array): Promise<string[]> =>
  (await readPdf(bytes)).fonts.map(({ name }) => name);

const chunk = (type: string, data: Buffer): Buffer => {
  const head = Buffer.from([0, 0, 0, data.length]);
  return Buffer.concat([head, Buffer.from(type), data, crc(Buffer.concat([Buffer.from(type), data]))]);
};

const crc = (data: Buffer): Buffer => {
  let sum = 0xffffffff;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE((sum ^ 0xffffffff) >>> 0);
  return bytes;
};

/** A PNG of one pixel in this shade of grey, 0 to 255. */
const pixel = (shade: number): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, shade]))),
    chunk('IEND', Buffer.alloc(0)),
  ]);

const withPixel = (html: string, shade = 100): PrintJob =>
  jobOf(html, new Map([REGULAR, BOLD, ['assets/p.png', pixel(shade)]]));

describe('a page gets', () => {
  test('its assets: pictures, styles, fonts, by relative and by absolute address', async () => {
    const html = pageOf(
      '<link rel="stylesheet" href="/assets/s.css"><img src="../assets/p.png"><p>A <b>b</b></p>',
    );
    const assets = new Map([
      REGULAR,
      BOLD,
      ['assets/p.png', pixel(1)],
      ['assets/s.css', Buffer.from('b { display: none }')],
    ] as const);
    const { bytes, refused } = await print(jobOf(html, assets));
    expect(refused).toEqual([]);
    expect(pictures(bytes)).toBe(1);
    expect(await fontsIn(bytes)).toEqual(['SourceSans3ExtraLight-Regular']);
  });

  test('the fonts and pictures of its margin boxes, which are asked for late', async () => {
    const style =
      '@page { @bottom-center { content: "Draft"; font-family: Late } @top-left { content: url(../assets/p.png) } }' +
      '@font-face { font-family: Late; src: url(../assets/late.woff2) }';
    const assets = new Map([
      ...withPixel('').assets,
      ['assets/late.woff2', font('latin-600-normal')] as const,
    ]);
    const { bytes, refused } = await print(jobOf(pageOf('<p>A</p>', style), assets));
    expect(refused).toEqual([]);
    expect(await fontsIn(bytes)).toEqual(['SourceSans3ExtraLight-Regular', 'SourceSans3ExtraLight-SemiBold']);
    expect(pictures(bytes)).toBe(1);
  });

  test('pictures that load only when a reader comes near them', async () => {
    const { bytes } = await print(
      withPixel(pageOf('<p style="height: 2000mm">A</p><img loading="lazy" src="../assets/p.png">')),
    );
    expect(pictures(bytes)).toBe(1);
  });

  test('nothing that only the page before it could load', async () => {
    const html = pageOf('<img src="../assets/p.png">');
    expect(pictures((await print(withPixel(html))).bytes)).toBe(1);
    const { bytes, refused } = await print(jobOf(html));
    expect(refused).toEqual(['assets/p.png']);
    expect(pictures(bytes)).toBe(0);
  });

  test('its own picture where the page before it had another by the same name', async () => {
    const html = pageOf('<img src="../assets/p.png">');
    const shades = [await print(withPixel(html, 0)), await print(withPixel(html, 255))];
    const [black, white] = shades.map(({ bytes }) =>
      Buffer.from(bytes).toString('latin1').replace(/D:\d+/g, ''),
    );
    expect(black).not.toBe(white);
    const again = Buffer.from((await print(withPixel(html, 0))).bytes)
      .toString('latin1')
      .replace(/D:\d+/g, '');
    expect(again).toBe(black);
  });
});

describe('a page is refused', () => {
  test.each([
    [
      'what it has not been given',
      '<img src="none.png"><img src="../../../up.png">',
      ['pack/none.png', 'up.png'],
    ],
    ['other hosts', '<img src="https://example.org/a.png?b=1">', ['https://example.org/a.png?b=1']],
    ['files', '<img src="file:///etc/hostname">', ['file:///etc/hostname']],
    ['files in frames', '<iframe src="file:///etc/passwd"></iframe>', ['file:///etc/passwd']],
    ['frames', '<iframe src="http://example.org/"></iframe>', ['http://example.org/']],
    ['frames of itself', '<iframe src="mp.html"></iframe>', ['pack/mp.html']],
    ['objects', '<object data="http://example.org/o"></object>', ['http://example.org/o']],
    [
      'pictures within addresses',
      `<img src="data:image/png;base64,${pixel(9).toString('base64')}">`,
      [`data:image/png;base64,${pixel(9).toString('base64')}`.slice(0, 99) + '…'],
    ],
    [
      'style sheets of others',
      '<style>@import "http://example.org/s.css";</style>',
      ['http://example.org/s.css'],
    ],
    [
      'backgrounds of others',
      '<p style="background: url(//example.org/b.png)">A</p>',
      ['http://example.org/b.png'],
    ],
    ['the browser’s own pages', '<img src="chrome://version/">', ['chrome://version/']],
  ])('%s', async (_, body, addresses) => {
    const { bytes, refused } = await print(jobOf(pageOf(body)));
    expect(refused).toEqual(addresses);
    expect(pictures(bytes)).toBe(0);
  });

  test('fonts within addresses, and those of the machine', async () => {
    const data = `data:font/woff2;base64,${Buffer.from(font('latin-600-normal')).toString('base64')}`;
    const style = `@font-face { font-family: Own; src: url(${data}) } p { font-family: Own }`;
    const { bytes, refused } = await print(jobOf(pageOf('<p>A</p>', style)));
    expect(refused).toEqual([`${data.slice(0, 99)}…`]);
    expect(await fontsIn(bytes)).not.toContain('SourceSans3ExtraLight-SemiBold');
  });

  test.each(['http://example.org/', 'file:///etc/passwd', '/pack/mp.html'])(
    'a way elsewhere: it is printed itself, not %s',
    async (there) => {
      const refresh = `<meta http-equiv="refresh" content="0;url=${there}">`;
      const { bytes } = await print(jobOf(pageOf('<h1>Here</h1>').replace('<title>', `${refresh}<title>`)));
      expect((await readPdf(bytes)).outline).toEqual([{ title: 'Here', level: 1 }]);
    },
  );

  test('scripts', async () => {
    const body =
      '<h1>Here</h1><script>document.querySelector("h1").textContent = "There"</script>' +
      '<img src="none.png" onerror="document.querySelector(`h1`).textContent = `There`">';
    const { bytes } = await print(jobOf(pageOf(body)));
    expect((await readPdf(bytes)).outline).toEqual([{ title: 'Here', level: 1 }]);
  });
});

test('a tab that had to begin anew prints as before: for paper, without scripts', async () => {
  const style = '@media screen { p { font-size: 5pt } }';
  const html = pageOf(
    '<p>A<img src="../assets/p.png"></p><script>document.body.textContent = ""</script>',
    style,
  );
  for (const shade of [1, 2, 3]) {
    const { bytes, measures } = await print(withPixel(html, shade));
    expect(measures.smallest).toEqual({ size: 12, text: 'A' });
    expect(pictures(bytes)).toBe(1);
  }
});

test('nothing of one page comes to the next', async () => {
  await print(jobOf(pageOf('<h1 id="one">One</h1><p>漢</p>', 'h1 { page: wide } @page wide { size: A3 }')));
  const { bytes, refused } = await print(jobOf('<!doctype html><title>Two</title><h1 id="two">Two</h1>'));
  const facts = await readPdf(bytes);
  expect(refused).toEqual([]);
  expect(facts).toMatchObject({ title: 'Two', language: 'en-GB', outline: [{ title: 'Two', level: 1 }] });
  expect(facts.pages[0]?.width).toBeCloseTo(210, 0);
});

describe.runIf(onLinux)('a character that the page’s fonts lack', () => {
  test.each([
    ['a script of its own', '漢'],
    ['a picture', '😀'],
    ['an arrow', '→'],
    ['a letter of a part of the font that is not embedded', 'Ŵ'],
  ])('is set in a font of a known name: %s', async (_, character) => {
    const { bytes } = await print(jobOf(pageOf(`<p>A ${character}</p>`)));
    expect(await fontsIn(bytes)).toEqual(['DespatchMissing', 'SourceSans3ExtraLight-Regular']);
  });

  test('is none that only joins, breaks or spaces', async () => {
    const { bytes } = await print(
      jobOf(pageOf('<p>a\u00ADb\u2009c\u202Fd\u200Be\u00A0f\u2060g\u200Dh\u2003i\uFE0Fj</p><ul><li>k</ul>')),
    );
    expect(await fontsIn(bytes)).toEqual(['SourceSans3ExtraLight-Regular']);
  });

  test('stands for every character where the page has no font at all', async () => {
    const { bytes } = await print(jobOf('<!doctype html><p style="font-family: serif">None</p>'));
    expect(await fontsIn(bytes)).toEqual(['DespatchMissing']);
  });
});
