/** Words that are not for a document's readers are found in its PDF and in each copy for print. */

import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from '../../src/pdf/library.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { inspectPdf, textsOfPdf } from '../../src/pdf/index.ts';
import { finishPdf } from '../../src/pdf/finish.ts';
import { save } from '../../src/pdf/save.ts';
import { wordsOf } from '../../src/secrecy/words.ts';
import { jobOf, openThisPrinter, pageOf, sharedPress } from '../print/press.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const CANARY = 'kestrels plovers lapwings curlews herons wrens';

const print = sharedPress();

const PROPERTIES = {
  title: 'Title',
  author: 'Author',
  subject: 'Subject',
  keywords: [],
  language: 'en-GB',
  date: '2025-01-16',
};

test('a page is read as it is seen: words over marks, lines, cells and raised numbers', async () => {
  const page = pageOf(
    `<h1>Plovers</h1><p style="width:40mm">Ke<b>str</b>els and lapwings<sup>1</sup> come to the long-billed shore again.</p>
<table><tr><td>Left</td><td>Right</td></tr></table>`,
  );
  const { bytes, marks } = await print(jobOf(page));
  const [first] = await textsOfPdf(await finishPdf(bytes, PROPERTIES, marks));
  expect(wordsOf(first?.text ?? '').join(' ')).toBe(
    'plovers kestrels and lapwings 1 come to the long billed shore again left right',
  );
});

describe('what no page shows is read', () => {
  let bytes = new Uint8Array();
  beforeAll(async () => {
    const { bytes: printed, marks } = await print(jobOf(pageOf('<h1>Birds</h1><p>Come.</p>')));
    bytes = new Uint8Array(await finishPdf(printed, PROPERTIES, marks));
  });

  const planted = (key: string) => async (pdf: PDFDocument) => {
    for (const [, object] of pdf.context.enumerateIndirectObjects())
      if (object instanceof PDFDict && object.get(PDFName.of('S')) === PDFName.of('P'))
        object.set(PDFName.of(key), PDFString.of(CANARY));
  };

  const WAYS: readonly (readonly [string, (pdf: PDFDocument) => Promise<void> | void])[] = [
    ['/Title', (pdf) => pdf.setTitle(CANARY)],
    ['/Keywords', (pdf) => pdf.setKeywords([CANARY])],
    ['/Alt', planted('Alt')],
    ['/ActualText', planted('ActualText')],
    ['/T', planted('T')],
    ['/E', planted('E')],
    ['EmbeddedFile', (pdf) => pdf.attach(new TextEncoder().encode(CANARY), 'a.txt')],
    ['/F', (pdf) => pdf.attach(new Uint8Array(), `${CANARY}.txt`)],
    ['/Desc', (pdf) => pdf.attach(new Uint8Array(), 'a.txt', { description: CANARY })],
    [
      'Metadata',
      (pdf) => {
        const stream = pdf.catalog.lookup(PDFName.of('Metadata'));
        if (!(stream instanceof PDFRawStream)) throw new Error('there are no metadata');
        pdf.catalog.set(
          PDFName.of('Metadata'),
          pdf.context.register(pdf.context.stream(`<x>${CANARY}</x>`, { Type: 'Metadata', Subtype: 'XML' })),
        );
      },
    ],
    ['/URI', (pdf) => void pdf.context.register(pdf.context.obj({ S: 'URI', URI: PDFString.of(CANARY) }))],
    [
      '/JS',
      (pdf) => void pdf.context.register(pdf.context.obj({ S: 'JavaScript', JS: PDFString.of(CANARY) })),
    ],
  ];

  test.each(WAYS)('%s', async (where, plant) => {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
    await plant(pdf);
    await pdf.flush();
    const texts = await textsOfPdf(save(pdf));
    expect((await inspectPdf(save(pdf))).texts).toEqual(texts);
    const told = texts.filter(({ text }) => text.includes(CANARY)).map((one) => one.where);
    expect(told.some((one) => one.includes(where))).toBe(true);
    expect((await textsOfPdf(bytes)).some(({ text }) => text.includes(CANARY))).toBe(false);
  });
});

test('a template that prints them stops the build, for its PDF and for each copy', async () => {
  const base = baseProject();
  const world = memoryWorld(
    {
      ...base,
      'sources/library/letters.md': `---\ntitle: Letters\npublisher: Office of Homes\nissued: 2025-01-01\ntype: letter\ntopics: children\n---\n\n::::context{#kept only=press}\n${CANARY}.\n::::\n`,
      'sources/packs/bill.yaml': (NO_IMPRINT + base['sources/packs/bill.yaml']).replace(
        '  mp:\n',
        '  mp:\n    copies: [printer, booklet]\n',
      ),
      'templates/brief/page.hbs': (base['templates/brief/page.hbs'] ?? '').replace(
        '<main>',
        `<main><p data-print>${CANARY}</p>`,
      ),
    },
    { openPrinter: openThisPrinter },
  );
  const { messages } = await build(world, buildRequest({ audiences: ['mp'] }));
  const told = messages.filter(({ rule }) => rule === 'leak').map(({ text }) => text);
  for (const file of ['mp.pdf', 'mp-booklet.pdf', 'mp-printer.pdf'])
    expect(told.filter((text) => text.includes(`\`bill/${file}\` tells`))).not.toEqual([]);
  expect(told.filter((text) => text.includes('mp.html'))).toEqual([]);
  expect(world.written).toBeNull();
});
