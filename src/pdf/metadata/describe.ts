import { deflateSync } from 'node:zlib';
import { PDFDict, PDFRawStream, PDFString } from '../library.ts';
import type { PdfProperties } from '../properties.ts';
import type { Page } from '../read/page-list.ts';
import { name, type Objects, text, textOf } from '../values.ts';
import { labelPages } from './labels.ts';
import { srgbProfile } from './srgb.ts';
import { xmpOf } from './xmp.ts';

/** Gives a document its properties: document information, metadata, language, colours, and what viewers shall do. */
export const describe = (pdf: Objects, pages: readonly Page[], properties: PdfProperties): void => {
  const { context, catalog } = pdf;
  const producer = inform(pdf, properties);
  const xmp = Buffer.from(xmpOf(properties, { creator: CREATOR, producer }), 'utf8');
  // Not compressed, so that those who know no PDF can find it (ISO 19005-2, 6.6.2.1).
  const metadata = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(name('Metadata'), context.register(metadata));
  catalog.set(name('Lang'), text(properties.language));
  // ISO 14289-1, 7.1: tagged, and the title in place of the file's name.
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  catalog.set(name('OutputIntents'), context.obj([outputIntent(pdf)]));
  labelPages(pdf, properties.unnumbered ?? 0);
  // Who goes from link to link goes in the order of the structure (ISO 14289-1, 7.18.3).
  for (const { dict } of pages) dict.set(name('Tabs'), name('S'));
};

const CREATOR = 'despatch';

/** Writes the document information (ISO 32000-1, 14.3.3) anew; gives what has made the PDF. */
const inform = (pdf: Objects, properties: PdfProperties): string => {
  const { context } = pdf;
  const old = context.lookup(context.trailerInfo.Info);
  const producer = (old instanceof PDFDict && textOf(old.lookup(name('Producer')))) || CREATOR;
  const { title, author, subject, keywords, date } = properties;
  const moment = PDFString.of(`D:${date.replaceAll('-', '')}000000Z`);
  const entries = {
    Title: title,
    Author: author,
    Subject: subject,
    // A list would be joined by spaces, and lose where a keyword of two words ends.
    Keywords: keywords.join(', '),
    Creator: CREATOR,
    Producer: producer,
  };
  const info = context.obj({ CreationDate: moment, ModDate: moment });
  for (const [key, value] of Object.entries(entries)) if (value) info.set(name(key), text(value));
  context.trailerInfo.Info = context.trailerInfo.Info ?? context.nextRef();
  context.assign(context.trailerInfo.Info as Parameters<typeof context.assign>[0], info);
  return producer;
};

const PROFILE = deflateSync(srgbProfile());

/** What the colours of the pages mean: Chrome's are sRGB (ISO 19005-2, 6.2.3 and 6.2.4.3). */
const outputIntent = ({ context }: Objects) => {
  const profile = PDFRawStream.of(context.obj({ N: 3, Filter: 'FlateDecode' }), PROFILE);
  const condition = PDFString.of('sRGB IEC61966-2.1');
  return {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: condition,
    Info: condition,
    DestOutputProfile: context.register(profile),
  };
};
