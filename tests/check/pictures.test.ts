import { expect, test } from 'vitest';
import { checkPictures } from '../../src/check/pictures.ts';
import type { Template } from '../../src/model/project.ts';
import type { Measures } from '../../src/world/world.ts';

const at = (file: string) => ({ file, line: 1, column: 1 });
const template = { id: 'leaflet', place: at('templates/leaflet/template.yaml') } as Template;

const said = (measures: Partial<Measures>, copies = true): string[] =>
  checkPictures(template, {
    name: 'bill/conference',
    place: at('sources/packs/bill.yaml'),
    measures: { images: [], codes: [], ...measures },
    copies,
  }).map(({ rule, severity, text, place }) => `${place?.file} ${severity} ${rule} ${text}`);

test('images below 300 pixels an inch are warned of where copies for print are asked for', () => {
  const images = [
    { file: 'homes-0123456789.png', dpi: 299 },
    { file: 'logo.jpg', dpi: 300 },
  ];
  expect(said({ images })).toEqual([
    'sources/packs/bill.yaml warning image-resolution The image `homes.png` has 299 pixels an inch at its printed size, in bill/conference; print asks for 300',
  ]);
  expect(said({ images }, false)).toEqual([]);
});

test('a code below 20 mm and one without its quiet zone are warned of in every document', () => {
  expect(said({ codes: [{ width: 20, crowded: null }] }, false)).toEqual([]);
  expect(said({ codes: [{ width: 19.9, crowded: '“cwb”' }] }, false)).toEqual([
    'templates/leaflet/template.yaml warning qr-size The QR code is 19.9 mm wide without its quiet zone, in bill/conference; expected 20 mm at least',
    'templates/leaflet/template.yaml warning qr-quiet-zone “cwb” stands in the quiet zone of the QR code, which is four modules wide, in bill/conference',
  ]);
});
