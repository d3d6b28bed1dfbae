import { expect, test } from 'vitest';
import { srgbProfile } from '../../../src/pdf/metadata/srgb.ts';
import { xmpOf } from '../../../src/pdf/metadata/xmp.ts';

const PROPERTIES = {
  title: 'Homes & <people> “Ŵyn”',
  author: 'A & B',
  subject: 'Sample',
  keywords: ['children', 'child protection'],
  language: 'en-GB',
  date: '2025-01-16',
};

const MAKING = { creator: 'despatch', producer: 'Skia/PDF' };

test('metadata say the properties of a document, and the standards that it meets', () => {
  const xmp = xmpOf(PROPERTIES, MAKING);
  for (const said of [
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Homes &#38; &#60;people&#62; “Ŵyn”</rdf:li></rdf:Alt></dc:title>',
    '<dc:creator><rdf:Seq><rdf:li>A &#38; B</rdf:li></rdf:Seq></dc:creator>',
    '<dc:description><rdf:Alt><rdf:li xml:lang="x-default">Sample</rdf:li></rdf:Alt></dc:description>',
    '<dc:subject><rdf:Bag><rdf:li>children</rdf:li><rdf:li>child protection</rdf:li></rdf:Bag></dc:subject>',
    '<pdf:Keywords>children, child protection</pdf:Keywords>',
    '<dc:language><rdf:Bag><rdf:li>en-GB</rdf:li></rdf:Bag></dc:language>',
    '<xmp:CreateDate>2025-01-16T00:00:00Z</xmp:CreateDate>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '<pdfaid:part>2</pdfaid:part>',
    '<pdfaid:conformance>A</pdfaid:conformance>',
  ])
    expect(xmp).toContain(said);
});

test('metadata leave out what is not known, and what no XML can hold', () => {
  const xmp = xmpOf({ ...PROPERTIES, title: 'a\u0001b', author: null, subject: null, keywords: [] }, MAKING);
  for (const property of ['dc:creator', 'dc:description', 'dc:subject', 'pdf:Keywords'])
    expect(xmp).not.toContain(property);
  expect(xmp).toContain('>ab<');
});

test('the profile of sRGB is a file as its header says, whose curve is that of the standard', () => {
  const profile = Buffer.from(srgbProfile());
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.subarray(12, 24).toString()).toBe('mntrRGB XYZ ');
  expect(profile.subarray(36, 40).toString()).toBe('acsp');
  const tag = (name: string): number => {
    const at = profile.indexOf(name, 128);
    return profile.readUInt32BE(at + 4);
  };
  expect(tag('rTRC')).toBe(tag('bTRC'));
  // Half of the greatest value of colour is 21.4% of the light.
  expect(profile.readUInt16BE(tag('gTRC') + 12 + 2 * 511) / 65535).toBeCloseTo(0.214, 2);
  const white = [0, 4, 8].map((at) => profile.readInt32BE(tag('rXYZ') + 8 + at));
  expect(white[0]).toBe(Math.round(0.43607 * 65536));
});
