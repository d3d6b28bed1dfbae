import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { faultIn, writeAnew } from '../../src/pictures/picture.ts';

/** A picture of this size that looks like a photograph: shades that run into each other, and grain. */
const photograph = (width: number, height: number, grain = 12) => {
  const pixels = Buffer.alloc(width * height * 3);
  let seed = 7;
  for (let at = 0, shade = 0; at < pixels.length; at += 1) {
    if (at % 300 === 0) shade = 120 + 90 * Math.sin(at / 40_000);
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    pixels[at] = shade + ((seed >> 16) % grain);
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
};

const chart = (width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: '#246' } });

const SECRET = 'Jane Doe of Mill Lane';

/** What tells of its maker, in each way that files have. */
const telling = async (kind: 'jpeg' | 'png' | 'webp') =>
  chart()
    .withExif({
      IFD0: { Artist: SECRET, ImageDescription: SECRET },
      IFD3: { GPSLatitudeRef: 'N', GPSAreaInformation: SECRET },
    })
    .withXmp(
      `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="${SECRET}"/></rdf:RDF></x:xmpmeta>`,
    )
    .toFormat(kind)
    .toBuffer();

/** A PNG with a text chunk before its end, and words behind it. */
const chatty = async (): Promise<Buffer> => {
  const png = await chart().png({ compressionLevel: 0 }).toBuffer();
  const text = Buffer.from(`Comment\0${SECRET}`);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(text.length);
  head.write('tEXt', 4);
  // The sum of an ancillary chunk is not looked at.
  return Buffer.concat([
    png.subarray(0, 33),
    head,
    text,
    Buffer.alloc(4),
    png.subarray(33),
    Buffer.from(SECRET),
  ]);
};

describe('a picture written anew tells nothing but what it shows', () => {
  test.each([
    ['a.jpg', () => telling('jpeg')],
    ['a.png', () => telling('png')],
    ['a.webp', () => telling('webp')],
    ['a.png', chatty],
  ])('%s', async (name, make) => {
    const before = await make();
    expect(before.includes(SECRET)).toBe(true);
    expect(await faultIn(name, before)).toBeNull();
    const { bytes } = await writeAnew(name, before, null);
    expect(Buffer.from(bytes).includes(SECRET)).toBe(false);
    const about = await sharp(bytes).metadata();
    expect([about.exif, about.xmp, about.iptc, about.comments]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([about.width, about.height]).toEqual([60, 40]);
  });

  test('a drawing keeps what draws, and its look', async () => {
    const svg = `<?xml version="1.0"?><!-- ${SECRET} --><?xpacket ${SECRET}?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:own="https://example.org/Mill" viewBox="0 0 4 2" data-owner="${SECRET}" aria-label="${SECRET}" onload="${SECRET}">
      <title>${SECRET}</title><desc>${SECRET}</desc><metadata><a xmlns="https://example.org/x">${SECRET}</a></metadata><script>"${SECRET}"</script>
      <style>/* ${SECRET} */ .a{fill:red} .b{display:none}</style>
      <g display="none"><text>${SECRET}</text></g><g class="b"><path id="${SECRET}" d="M0 0h1"/></g><g style="display:none"><path d="M0 0h9" own:name="${SECRET}"/></g>
      <a href="https://example.org/${SECRET}"><path class="a" inkscape:label="${SECRET}" own:x="${SECRET}" id="Draft by Jane Doe of Mill Lane" d="M0 0h2v2H0z"/></a>
      <animate attributeName="x" values="${SECRET}"/><own:thing>${SECRET}</own:thing></svg>`;
    expect(await faultIn('a.svg', Buffer.from(svg))).toBeNull();
    const { bytes } = await writeAnew('a.svg', Buffer.from(svg), null);
    const text = Buffer.from(bytes).toString();
    expect(text).not.toMatch(/Jane|Mill|script|onload|inkscape|animate|example\.org/u);
    expect(text).toContain('M0 0h2v2H0z');
    const shown = async (file: string | Uint8Array) =>
      sharp(Buffer.from(file)).resize(80, 40).raw().toBuffer();
    expect(await shown(bytes)).toEqual(await shown(svg));
  });

  test('nor does a photograph in a drawing', async () => {
    const data = (await telling('jpeg')).toString('base64');
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 4 2"><image xlink:href="data:image/jpeg;base64,${data}" width="4" height="2"/></svg>`;
    expect(await faultIn('a.svg', Buffer.from(svg))).toBeNull();
    const text = Buffer.from((await writeAnew('a.svg', Buffer.from(svg), null)).bytes).toString();
    const inner = Buffer.from(/base64,([^"]*)"/u.exec(text)?.[1] ?? '', 'base64');
    expect(inner.includes(SECRET)).toBe(false);
    expect((await sharp(inner).metadata()).width).toBe(60);
  });
});

test('the same picture gives the same bytes', async () => {
  const [jpeg, png] = [await photograph(900, 700).jpeg().toBuffer(), await chart(900, 700).png().toBuffer()];
  for (const [name, bytes] of [
    ['a.jpg', jpeg],
    ['a.png', png],
  ] as const) {
    const [one, other] = [
      await writeAnew(name, bytes, { width: 500, height: 500 }),
      await writeAnew(name, bytes, { width: 500, height: 500 }),
    ];
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0);
  }
});

test('it is turned as its camera was held, and keeps its colour profile', async () => {
  const left = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'white' } })
    .composite([
      { input: { create: { width: 10, height: 20, channels: 3, background: 'black' } }, left: 0, top: 0 },
    ])
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { bytes } = await writeAnew('a.jpg', left, null);
  const about = await sharp(bytes).metadata();
  expect([about.width, about.height, about.orientation]).toEqual([20, 40, undefined]);
  expect(about.icc).toEqual((await sharp(left).metadata()).icc);
  const { data } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  // A quarter turn to the right: what was at the left is at the top.
  expect(data[10 + 20 * 2]).toBeLessThan(40);
  expect(data[10 + 20 * 37]).toBeGreaterThan(215);
});

describe('a picture is as fine as paper needs', () => {
  const room = { width: 2055, height: 3000 };
  test('a photograph of 12 megapixels', async () => {
    const photo = await photograph(4000, 3000).jpeg({ quality: 95 }).toBuffer();
    expect(photo.length).toBeGreaterThan(3_000_000);
    const { bytes, ending } = await writeAnew('a.jpg', photo, room);
    expect(ending).toBe('.jpg');
    expect(bytes.length).toBeLessThan(900_000);
    const { width, height } = await sharp(bytes).metadata();
    expect([width, height]).toEqual([2055, 1541]);
  });
  test('a photograph as PNG becomes a JPEG; a chart, or what can be seen through, stays a PNG', async () => {
    const endings = await Promise.all(
      [
        photograph(450, 300).png().toBuffer(),
        chart(450, 300).png().toBuffer(),
        photograph(450, 300).ensureAlpha(0.5).png().toBuffer(),
        photograph(450, 300).webp({ lossless: true }).toBuffer(),
      ].map(async (bytes) => (await writeAnew('a.png', await bytes, room)).ending),
    );
    expect(endings).toEqual(['.jpg', '.png', '.png', '.jpg']);
  });
  test('a small one is not made larger', async () => {
    const { bytes } = await writeAnew('a.png', await chart().png().toBuffer(), room);
    expect((await sharp(bytes).metadata()).width).toBe(60);
  });
  test('grey stays grey, and four inks become three colours', async () => {
    const grey = await chart().greyscale().toColourspace('b-w').png().toBuffer();
    expect((await sharp((await writeAnew('a.png', grey, null)).bytes).metadata()).space).toBe('b-w');
    const inks = await chart().toColourspace('cmyk').withIccProfile('cmyk').jpeg().toBuffer();
    const about = await sharp((await writeAnew('a.jpg', inks, null)).bytes).metadata();
    expect([about.space, about.icc]).toEqual(['srgb', undefined]);
  });
});
