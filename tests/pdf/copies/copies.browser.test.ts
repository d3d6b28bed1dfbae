import { PDFDict, PDFName } from '../../../src/pdf/library.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookletCopy, laidOtherwise, officeCopy, printerCopy } from '../../../src/pdf/copies/copies.ts';
import { readPdf } from '../read-pdf.ts';
import { jobOf, pageOf, sharedPress } from '../../print/press.ts';
import { pageTexts } from '../../specimens/page-text.ts';
import { coloursOf, gradientSpaces, millimetres, open } from './read.ts';
import { pageImage } from './image.ts';

const print = sharedPress();

const PROPERTIES = {
  title: 'Help “early”',
  author: 'The group',
  accessible: 'conference.pdf',
  date: '2025-01-16',
};
const A4 = { width: 297, height: 210 };
const A5 = { width: 148, height: 210 };

/** Where the three gradients are, in millimetres from the upper edge. */
const FADES = [48, 68, 88];

const STYLE = `@page { size: A5; margin: 15mm; background: #fdd; @bottom-right { content: "Page " counter(page); font: 9pt Sans } }
p { break-after: page; color: #1b1b1f } .accent { color: #7c1d2e } .half { opacity: 0.5 }
.fade { height: 20mm; background: linear-gradient(90deg, #f00, #00f) } .thin { background: linear-gradient(90deg, rgba(255, 0, 0, 0.2), #00f 70%, #0a0) }
.round { background: radial-gradient(#f00, #00f) }`;
const BODY = `<h1 class="accent half">Head <b>bold</b></h1><div class="fade"></div><div class="fade thin"></div><div class="fade round"></div>
<a href="https://example.org">Link</a>`;

const bodyOf = (pages: number): string =>
  BODY +
  Array.from(
    { length: pages },
    (_, page) => `<p style="${page === pages - 1 ? 'break-after: auto' : ''}">Side ${page + 1}</p>`,
  ).join('');

/** The page, and the same on paper larger by a bleed. */
const printed = async (pages = 2, bleed = 3) => {
  const job = jobOf(pageOf(bodyOf(pages), STYLE));
  const document = (await print(job)).bytes;
  const larger = await print({ ...job, bleed });
  return { document, larger: larger.bytes, paper: larger.bleed };
};

describe("a printer's copy", () => {
  let document: Uint8Array;
  let larger: Uint8Array;
  let paper: number;
  beforeAll(async () => {
    ({ document, larger, paper } = await printed());
  });

  const copy = (over: { bleed?: number; marks?: boolean; black?: boolean } = {}) =>
    printerCopy(larger, { bleed: 3, marks: true, black: true, ...over, paper, page: A5 }, PROPERTIES);

  test('has a trim box of the page, a bleed box beyond it, and room for marks around both', async () => {
    for (const page of (await open(await copy())).getPages()) {
      expect(millimetres(page.getTrimBox()).slice(2)).toEqual([148, 210]);
      expect(millimetres(page.getBleedBox()).slice(2)).toEqual([154, 216]);
      expect(millimetres(page.getMediaBox()).slice(2)).toEqual([170, 232]);
      const [x = 0, y = 0] = millimetres(page.getTrimBox());
      expect(millimetres(page.getBleedBox())[0]).toBeCloseTo(x - 3, 1);
      expect(millimetres(page.getMediaBox())[1]).toBeCloseTo(y - 11, 1);
    }
  });

  test('without marks ends where the bleed ends', async () => {
    const [page] = (await open(await copy({ marks: false }))).getPages();
    expect(page && millimetres(page.getMediaBox())).toEqual(page && millimetres(page.getBleedBox()));
  });

  test('has its text where the document has it, from the corner of the trim box', async () => {
    expect(await laidOtherwise(document, larger, paper)).toBeNull();
    const [copied, own] = [await pageTexts(await copy({ marks: false })), await pageTexts(document)];
    expect(copied).toHaveLength(own.length);
    own.forEach(({ runs }, index) => {
      const places =
        copied[index]?.runs.map(({ text, left, top }) => [text, left - 3, top - 3] as const) ?? [];
      expect(places.map(([text]) => text)).toEqual(runs.map(({ text }) => text));
      runs.forEach(({ left, top }, run) => {
        // The page of the document is up to 0.2 mm from A5, in whose middle the copy is cut.
        expect(Math.abs((places[run]?.[1] ?? 0) - left)).toBeLessThan(0.3);
        expect(Math.abs((places[run]?.[2] ?? 0) - top)).toBeLessThan(0.3);
      });
    });
  });

  test('lets artwork run over the cut up to the edge of the bleed, and draws marks beyond it', async () => {
    const pdf = await copy();
    const image = await pageImage(pdf, 0);
    const [page] = (await open(pdf)).getPages();
    const media = page?.getMediaBox();
    /** The colour so many millimetres from the left and upper edge of the trimmed page. */
    const at = (left: number, down: number) => image.colour(11 + left, 11 + down);
    expect(media?.width).toBeGreaterThan(0);
    expect(at(-2.8, 100)).toEqual([255, 221, 221]);
    expect(at(150.8, 212.8)).toEqual([255, 221, 221]);
    expect(at(-3.4, 100)).toEqual([255, 255, 255]);
    const dark = (from: readonly [number, number], to: readonly [number, number]) =>
      image.darkest([11 + from[0], 11 + from[1]], [11 + to[0], 11 + to[1]]);
    for (const [x, y] of [
      [0, -6],
      [148, -6],
      [0, 216],
      [148, 216],
    ] as const)
      expect(dark([x - 1, y], [x + 1, y])).toBeLessThan(160);
    for (const [x, y] of [
      [-6, 0],
      [-6, 210],
      [154, 0],
      [154, 210],
    ] as const)
      expect(dark([x, y - 1], [x, y + 1])).toBeLessThan(160);
    expect(dark([70, -6], [72, -6])).toBe(255);
  });

  test('prints what has no colour with black alone, in forms too, and keeps colours', async () => {
    const colours = coloursOf(await open(await copy()));
    expect(colours).toContain('0 g');
    expect(colours).toContain('.4863 .1137 .1804 rg');
    for (const colour of colours.filter((one) => one.endsWith('rg'))) {
      const channels = colour.split(' ').slice(0, 3).map(Number);
      expect(Math.max(...channels) - Math.min(...channels)).toBeGreaterThan(0.04);
    }
  });

  test('leaves colours as they are where the printer wants that', async () => {
    expect(coloursOf(await open(await copy({ black: false, marks: false })))).toEqual(
      coloursOf(await open(larger)),
    );
  });

  test('embeds its fonts, and holds no tags, links, outline or metadata of the browser', async () => {
    const bytes = await copy();
    const facts = await readPdf(bytes);
    expect(facts.fonts.map(({ name, embedded }) => [name, embedded])).toEqual([
      [expect.stringMatching(/^SourceSans3.*-Bold$/u), true],
      [expect.stringMatching(/^SourceSans3.*-Regular$/u), true],
    ]);
    expect(facts).toMatchObject({ tagged: false, outline: [], title: PROPERTIES.title, author: 'The group' });
    expect(facts.subject).toBe('A copy for printing; the accessible document is conference.pdf');
    expect(facts.pages.flatMap(({ links }) => links)).toEqual([]);
    const text = (await open(bytes)).context
      .enumerateIndirectObjects()
      .map(([, object]) => String(object))
      .join('\n');
    expect(text).not.toMatch(/StructElem|example\.org/u);
  });

  test('has the same bytes each time, and says no time of its own', async () => {
    const again = await printed();
    expect(
      Buffer.from(await copy()).equals(
        Buffer.from(
          await printerCopy(
            again.larger,
            { bleed: 3, marks: true, black: true, paper, page: A5 },
            PROPERTIES,
          ),
        ),
      ),
    ).toBe(true);
    expect((await open(await copy())).getCreationDate()).toEqual(new Date('2025-01-16T00:00Z'));
  });

  test('is told from a document that is laid out otherwise', async () => {
    const style = STYLE.replace('margin: 15mm', 'margin: 15mm; margin-left: 0');
    const job = jobOf(pageOf(bodyOf(2), style));
    const [own, other] = [await print(job), await print({ ...job, bleed: 3 })];
    expect(await laidOtherwise(own.bytes, other.bytes, other.bleed)).toBe(1);
    expect(await laidOtherwise((await printed(3)).document, larger, paper)).toBe(3);
  });
});

describe('an office copy', () => {
  let document: Uint8Array;
  beforeAll(async () => {
    ({ document } = await printed());
  });
  const copy = () => officeCopy(document, { sheet: A4 }, PROPERTIES);

  test('has each side two times on a sheet of A4, in its own size', async () => {
    const sides = await pageTexts(await copy());
    const own = await pageTexts(document);
    expect(sides).toHaveLength(2);
    sides.forEach(({ width, height, runs }, side) => {
      expect([Math.round(width), Math.round(height)]).toEqual([297, 210]);
      const half = runs.length / 2;
      expect(runs.slice(0, half).map(({ text }) => text)).toEqual(own[side]?.runs.map(({ text }) => text));
      runs.slice(0, half).forEach((run, index) => {
        expect((runs[half + index]?.left ?? 0) - run.left).toBeCloseTo(148.5, 1);
        expect(run.size).toBeCloseTo(own[side]?.runs[index]?.size ?? 0, 2);
        expect(run.left).toBeCloseTo((own[side]?.runs[index]?.left ?? 0) + 0.2, 0);
      });
    });
  });

  test('is grey: in pages, forms and gradients', async () => {
    const pdf = await open(await copy());
    expect(coloursOf(pdf).filter((colour) => /rg|RG|k|K/u.test(colour))).toEqual([]);
    expect(coloursOf(pdf).length).toBeGreaterThan(3);
    expect(gradientSpaces(pdf).length).toBeGreaterThan(1);
    expect(new Set(gradientSpaces(pdf))).toEqual(new Set(['/DeviceGray']));
    const image = await pageImage(await copy(), 0);
    const isGrey = ([red, green, blue]: readonly number[]) => red === green && green === blue;
    for (let down = 5; down < 205; down += 1)
      for (let left = 5; left < 290; left += 1)
        if (!isGrey(image.colour(left, down))) throw new Error(`there is colour at ${left}, ${down}`);
    // Each gradient goes on being one, from the grey of red to the darker one of blue.
    const [linear = 0, thin = 0, round = 0] = FADES;
    const fall = (down: number, from: number, to: number) =>
      (image.colour(from, down)[0] ?? 0) - (image.colour(to, down)[0] ?? 0);
    expect(fall(linear, 18, 130)).toBeGreaterThan(25);
    expect(fall(thin, 18, 100)).toBeGreaterThan(80);
    expect(fall(round, 74, 17)).toBeGreaterThan(25);
  });

  test('asks for both sides, turned at the short edge, in full size', async () => {
    const { catalog } = await open(await copy());
    const preferences = catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict);
    expect(String(preferences.get(PDFName.of('Duplex')))).toBe('/DuplexFlipShortEdge');
    expect(String(preferences.get(PDFName.of('PrintScaling')))).toBe('/None');
  });

  test('says what it is, and has the same bytes each time', async () => {
    expect(await readPdf(await copy())).toMatchObject({
      title: PROPERTIES.title,
      subject: 'A copy for printing; the accessible document is conference.pdf',
      tagged: false,
    });
    expect(
      Buffer.from(await copy()).equals(
        Buffer.from(await officeCopy((await printed()).document, { sheet: A4 }, PROPERTIES)),
      ),
    ).toBe(true);
  });

  test('has pages that lie one above the other', async () => {
    const lying = await print(jobOf(pageOf('<p>Text</p>', '@page { size: A5 landscape }')));
    const [side] = await pageTexts(
      await officeCopy(lying.bytes, { sheet: { width: 210, height: 297 } }, PROPERTIES),
    );
    const [above, below] = side?.runs ?? [];
    expect((below?.top ?? 0) - (above?.top ?? 0)).toBeCloseTo(148.5, 1);
    expect(below?.left).toBeCloseTo(above?.left ?? 0, 2);
  });
});

describe('a booklet', () => {
  test('has its pages in the order of the fold, in colour', async () => {
    const { document } = await printed(6);
    const bytes = await bookletCopy(document, { sheet: A4 }, PROPERTIES);
    const sides = await pageTexts(bytes);
    const read = sides.map(({ runs }) =>
      runs
        .filter(({ text }) => text.startsWith('Side'))
        .map(({ text, left }) => `${text} ${left > 148 ? 'right' : 'left'}`),
    );
    expect(read).toEqual([
      ['Side 6 left', 'Side 1 right'],
      ['Side 2 left'],
      ['Side 3 right'],
      ['Side 4 left', 'Side 5 right'],
    ]);
    expect(coloursOf(await open(bytes))).toContain('.4863 .1137 .1804 rg');
  });
});
