import { expect, test } from 'vitest';
import { checkAll } from '../../src/rules/check.ts';
import { UNMEASURED, type PrintedPage } from '../../src/rules/subjects.ts';
import { GOOD } from './good.ts';

const told = (measures: Partial<PrintedPage['measures']>) =>
  checkAll('page', { ...GOOD.page, copies: true, measures: { ...UNMEASURED, ...measures } }).map(
    ({ rule, text, place }) => `${place?.file} ${rule} ${text}`,
  );

test('an image is called as its author calls it, at the edition that is to be printed', () => {
  const images = [
    { file: 'homes-0123456789.png', dpi: 299 },
    { file: 'logo.jpg', dpi: 300 },
  ];
  expect(told({ images })).toEqual([
    'sources/packs/bill.yaml image-resolution The image `homes.png` has 299 pixels an inch at its printed size, in bill/mp; print asks for 300',
  ]);
});

test('a code is told at the template', () => {
  expect(told({ codes: [{ width: 19.9, crowded: '“cwb”' }] })).toEqual([
    'templates/brief/template.yaml qr-size The QR code is 19.9 mm wide without its quiet zone, in bill/mp; expected 20 mm at least',
    'templates/brief/template.yaml qr-quiet-zone “cwb” stands in the quiet zone of the QR code, which is four modules wide, in bill/mp',
  ]);
});
