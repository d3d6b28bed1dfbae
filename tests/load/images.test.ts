import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { PNG } from '../images.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const NS = 'xmlns="http://www.w3.org/2000/svg"';
const PATH = '<path d="M0 0h2v1H0z"/>';
const SVG = `<svg ${NS} viewBox="0 0 2 1">${PATH}</svg>`;
const svg = (inner: string): string => `<svg ${NS} viewBox="0 0 2 1">${inner}</svg>`;

/** What is said of a project whose logo is this file. */
const saidOf = (name: string, content: string | Uint8Array) => {
  const project = baseProject();
  return said({
    ...project,
    'sources/organisation.yaml': `${project['sources/organisation.yaml']}logo: images/${name}\n`,
    [`sources/images/${name}`]: content,
  });
};

/** What is said of one picture in a passage. */
const saidOfPassage = (markdown: string, files: Record<string, string | Uint8Array> = {}) => {
  const project = baseProject();
  return said({
    ...project,
    'sources/library/okoro-2025.md': `${project['sources/library/okoro-2025.md']}\n::::context{#picture}\n${markdown}\n::::\n`,
    ...files,
  });
};

const made = (kind: 'png' | 'jpeg' | 'gif' | 'webp') =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: '#246' } })
    .composite([
      { input: { create: { width: 31, height: 17, channels: 3, background: '#c40' } }, left: 9, top: 20 },
    ])
    .toFormat(kind)
    .toBuffer();

describe('a picture that browsers would show nothing of is an error', () => {
  test.each([
    ['logo.svg', 'this is our logo', /SVG/u],
    ['logo.svg', '', /SVG/u],
    ['logo.svg', SVG.slice(0, -6), /to its end/u],
    ['logo.svg', SVG.slice(0, -12), /to its end/u],
    ['logo.svg', svg('<g><path/></b>'), /to its end as SVG/u],
    ['logo.svg', svg('a & b'), /to its end as SVG/u],
    ['logo.svg', svg('<path own:x="1"/>'), /to its end as SVG/u],
    ['logo.svg', `<svg viewBox="0 0 2 1">${PATH}</svg>`, /no namespace/u],
    ['logo.svg', `<svg xmlns="http://www.w3.org/2000/SVG">${PATH}</svg>`, /no namespace/u],
    ['logo.svg', `<html ${NS}>${PATH}</html>`, /no SVG/u],
    ['logo.png', 'hi', /broken, or cut off/u],
    ['logo.jpg', PNG, /is in truth PNG Call it `logo\.png`/u],
    ['logo.webp', 'RIFF', /broken, or cut off/u],
  ])('%s holding %j', async (name, content, words) => {
    const [found, ...more] = await saidOf(name, content);
    expect(found?.line).toBe('sources/organisation.yaml:10:7 broken-image');
    expect(found?.words).toMatch(words);
    expect(more).toEqual([]);
  });

  test.each(['png', 'jpeg', 'gif', 'webp'] as const)('%s, cut off anywhere', async (kind) => {
    const whole = await made(kind);
    const name = `logo.${kind}`;
    expect(await saidOf(name, whole)).toEqual([]);
    for (const share of [0.3, 0.5, 0.8, 0.95]) {
      const [found] = await saidOf(name, whole.subarray(0, Math.floor(whole.length * share)));
      expect(found?.line, `${share}`).toBe('sources/organisation.yaml:10:7 broken-image');
    }
  });
});

describe('a drawing that is not all in its file is an error at its place', () => {
  test.each([
    ['picture-parts', svg('<image href="photo.png" width="2" height="1"/>'), /another file, `photo\.png`/u],
    ['picture-parts', svg('<image href="https://example.org/a.png" width="2" height="1"/>'), /another file/u],
    ['picture-parts', svg('<use href="symbols.svg#a"/>'), /another file/u],
    ['picture-parts', svg(`<style>@import "a.css";</style>${PATH}`), /`@import` *,/u],
    ['picture-parts', svg('<rect width="2" height="1" fill="url(a.svg#b)"/>'), /the address `a\.svg#b`/u],
    ['picture-parts', svg('<rect width="2" height="1" style="fill:u\\72l(a.svg#b)"/>'), /may load/u],
    [
      'picture-parts',
      svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">a</p></foreignObject>'),
      /web page/u,
    ],
    [
      'picture-parts',
      svg(`<filter id="f"><feImage href="a.png"/></filter><g filter="url(#f)">${PATH}</g>`),
      /another picture/u,
    ],
    ['live-text', svg('<text x="0" y="1">Homes for all</text>'), /live text, “Homes for all”.*paths/u],
    ['live-text', svg('<g><text><tspan>Rents</tspan> rise</text></g>'), /live text, “Rents rise”/u],
  ])('%s %s', async (rule, content, words) => {
    const found = await saidOf('logo.svg', content);
    expect(found.map(({ line }) => line)).toEqual([`sources/organisation.yaml:10:7 ${rule}`]);
    expect(found[0]?.words).toMatch(words);
  });
});

test.each([
  ['logo.svg', SVG],
  ['logo.svg', `<?xml version="1.0"?>\n<!-- ours -->\n${SVG}\n`],
  [
    'logo.svg',
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n${SVG}`,
  ],
  [
    'logo.svg',
    svg(
      `<defs><clipPath id="c">${PATH}</clipPath></defs><g clip-path="url(#c)" style="mix-blend-mode: multiply">${PATH}</g><use href="#c"/>`,
    ),
  ],
  ['logo.svg', svg(`<text> </text><g display="none"><text>hidden</text></g>${PATH}`)],
  ['logo.svg', svg(`<switch><foreignObject requiredExtensions="x"/><g>${PATH}</g></switch>`)],
  ['logo.png', PNG],
])('%s is read where it is what it says: %j', async (name, content) => {
  expect(await saidOf(name, content)).toEqual([]);
});

describe('a picture of a kind that not every browser shows is named as such', () => {
  test.each([
    ['homes.heic', /is HEIC, which not every browser shows Save it as a JPEG/u],
    ['homes.HEIF', /is HEIF.*Save it as a JPEG/u],
    ['homes.bmp', /is BMP.*Save it as a PNG/u],
    ['homes.tiff', /is TIFF.*JPEG/u],
    ['homes.pdf', /is PDF.*SVG/u],
  ])('%s, by its name', async (name, words) => {
    const found = await saidOfPassage(`![Homes built in a year](../images/${name})`, {
      [`sources/images/${name}`]: PNG,
    });
    expect(found.map(({ line }) => line.split(' ')[1])).toEqual(['picture-kind']);
    expect(found[0]?.words).toMatch(words);
  });
  test.each([
    [
      'HEIC',
      Buffer.concat([
        Buffer.from('0000001866747970', 'hex'),
        Buffer.from('heic'),
        Buffer.from('00000000', 'hex'),
        Buffer.from('heicmif1'),
        Buffer.alloc(64),
      ]),
    ],
    ['BMP', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
    ['TIF', Buffer.concat([Buffer.from('49492a0008000000', 'hex'), Buffer.alloc(60)])],
  ])('%s, by what it holds', async (kind, content) => {
    const [found] = await saidOf('logo.jpg', content);
    expect(found?.line).toBe('sources/organisation.yaml:10:7 picture-kind');
    expect(found?.words).toContain(`is in truth ${kind}, which not every browser shows Save it as a`);
  });
});

describe('an alternative text that is a file’s name is an error', () => {
  test.each([
    'homes.png',
    'homes-built',
    'IMG_20240312',
    'DSC0042',
    'Screenshot 2024-03-12',
    'photo.JPEG',
    'my chart.png',
  ])('%s', async (alt) => {
    const found = await saidOfPassage(`![${alt}](../images/homes-built.png)`, {
      'sources/images/homes-built.png': PNG,
    });
    expect(found.map(({ line }) => line.split(' ')[1])).toEqual(['image-alt']);
    expect(found[0]?.words).toContain(alt);
  });
  test.each(['Homes', 'Rents rose from £540 to £1,180.', 'A map of Leeds, LS1.'])(
    '%s is none',
    async (alt) => {
      expect(
        await saidOfPassage(`![${alt}](../images/homes.png)`, { 'sources/images/homes.png': PNG }),
      ).toEqual([]);
    },
  );
});

test('a picture that moves is a warning: its first picture is shown', async () => {
  const frames = Buffer.alloc(8 * 16 * 3, 40).fill(200, 8 * 8 * 3);
  const gif = await sharp(frames, { raw: { width: 8, height: 16, channels: 3, pageHeight: 8 } })
    .gif()
    .toBuffer();
  expect((await saidOf('logo.gif', gif)).map(({ line }) => line)).toEqual([
    'sources/organisation.yaml:10:7 moving-picture',
  ]);
});
