import * as fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../pdf/read-pdf.ts';
import { jobOf, pageOf, sharedPress } from '../press.ts';
import { runs } from '../../runs.ts';

const print = sharedPress();

/** A page with a table of contents, and sections of so many paragraphs. */
const withContents = (
  sections: readonly { readonly paragraphs: number; readonly breaks: boolean }[],
): string => {
  const entries = sections.map(
    (_, index) => `<li><a href="#s${index}">Section ${index}</a> <span data-page-of="s${index}"></span></li>`,
  );
  const text = '<p>Councils need homes of their own, near the schools that children know.</p>';
  const bodies = sections.map(
    ({ paragraphs, breaks }, index) =>
      `<section${breaks ? ' style="break-before: page"' : ''}><h2 id="s${index}">Section ${index}</h2>${text.repeat(paragraphs)}</section>`,
  );
  return pageOf(`<h1>Pack</h1><ol>${entries.join('')}</ol>${bodies.join('')}`, 'h2 { break-after: avoid }');
};

/** The page that each link of the contents leads to, by the name of its place. */
const linked = async (bytes: Uint8Array): Promise<Record<string, number | null>> => {
  const { pages } = await readPdf(bytes);
  const links = pages
    .flatMap((page) => page.links)
    .flatMap((link) => ('place' in link && link.place ? [link] : []));
  return Object.fromEntries(links.map(({ place, page }) => [place, page]));
};

describe('page numbers in contents', () => {
  test('are foretold as they are printed, in documents made up at random', async () => {
    const section = fc.record({ paragraphs: fc.integer({ min: 0, max: 60 }), breaks: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(section, { minLength: 1, maxLength: 12 }), async (sections) => {
        const { bytes, pageNumbers } = await print(jobOf(withContents(sections)));
        expect(Object.keys(pageNumbers)).toHaveLength(sections.length);
        expect(pageNumbers).toEqual(await linked(bytes));
      }),
      { numRuns: runs(15, 200) },
    );
  });

  test('are written as given where they are known', async () => {
    const job = jobOf(withContents([{ paragraphs: 3, breaks: true }]));
    const { pageNumbers } = await print({ ...job, pageNumbers: { s0: 7 } });
    expect(pageNumbers).toEqual({ s0: 7 });
  });

  test('are none where the page asks for none', async () => {
    const { pageNumbers } = await print(jobOf(pageOf('<h1>A</h1>')));
    expect(pageNumbers).toEqual({});
  });
});

describe('more follows', () => {
  /** Text of so many paragraphs, its end, and what comes after the end. */
  const release = (paragraphs: number, after: number): string => {
    const text = '<p>Councils need homes of their own, near the schools that children know.</p>';
    const style =
      '@counter-style more-follows { system: cyclic; symbols: "" }' +
      '@page { @bottom-center { font-family: Sans; content: counter(page, more-follows) } }';
    const end = '<p id="ends" data-more="more follows">Ends</p>';
    return pageOf(`<h1>News</h1>${text.repeat(paragraphs)}${end}${text.repeat(after)}`, style);
  };

  test.each([
    [3, 2, 0],
    [3, 120, 0],
    [40, 5, 1],
    [80, 60, 3],
  ])('stands below each page before the end: %i paragraphs, %i after', async (paragraphs, after, before) => {
    const { bytes } = await print(jobOf(release(paragraphs, after)));
    const { text: pages } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)));
    expect(pages.findIndex((page) => page.includes('Ends'))).toBe(before);
    const goesOn = pages.map((page) => page.includes('more follows'));
    expect(goesOn).toEqual(pages.map((_, index) => index < before));
  });
});
