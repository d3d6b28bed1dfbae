import { describe, expect, test } from 'vitest';
import type { Copy } from '../../src/model/copies.ts';
import { baseProject, memoryFiles, type Contents } from '../project.ts';
import { loadShared } from '../readings.ts';
import { said } from './said.ts';

const TEMPLATE = 'templates/brief/template.yaml';
const PACK = 'sources/packs/bill.yaml';
const ORGANISATION = 'sources/organisation.yaml';

/** The base project with `copies` in its template (on line 4), in its edition for members (12), with other pages. */
const asking = (
  over: { template?: string; edition?: string; page?: string; printers?: string; formats?: string } = {},
): Contents => {
  const base = baseProject();
  const template = (base[TEMPLATE] ?? '')
    .replace('size: A4', `size: ${over.page ?? 'A4'}`)
    .replace('headline:', `${over.template ? `copies: ${over.template}\n` : ''}headline:`);
  return {
    ...base,
    [TEMPLATE]: template + (over.formats ? `formats: ${over.formats}\n` : ''),
    [PACK]: (base[PACK] ?? '').replace(
      '    slots:',
      `${over.edition ? `    copies: ${over.edition}\n` : ''}    slots:`,
    ),
    [ORGANISATION]: (base[ORGANISATION] ?? '') + (over.printers ? `printers: ${over.printers}\n` : ''),
  };
};

const bare = (copies: readonly Copy[] | null | undefined) =>
  copies?.map((copy) => Object.fromEntries(Object.entries(copy).filter(([key]) => key !== 'place')));

const read = async (contents: Contents) => {
  const { value, messages } = await loadShared(memoryFiles(contents));
  expect(messages).toEqual([]);
  return {
    template: bare(value.templates.get('brief')?.copies),
    edition: bare(value.packs.get('bill')?.editions[0]?.copies),
    printers: value.organisation.printers,
  };
};

describe('copies', () => {
  test('are none where nobody asks for any', async () => {
    expect(await read(asking())).toMatchObject({ template: [], edition: undefined });
  });

  test('are a map, a list or a name, in the template and in the edition', async () => {
    const printer = { name: 'printer', bleed: null, profile: 'crop-marks' };
    const whole = '{ booklet: {}, printer: { bleed: 5mm, profile: no-marks } }';
    expect(await read(asking({ template: whole, edition: '[printer]' }))).toMatchObject({
      template: [{ ...printer, bleed: 5, profile: 'no-marks' }, { name: 'booklet' }],
      edition: [printer],
    });
    expect(await read(asking({ template: 'booklet', edition: '{ printer: }' }))).toMatchObject({
      template: [{ name: 'booklet' }],
      edition: [printer],
    });
    expect(await read(asking({ template: 'booklet', edition: '[]' }))).toMatchObject({ edition: [] });
    expect(await read(asking({ template: '[office]', page: 'A5' }))).toMatchObject({
      template: [{ name: 'office' }],
    });
  });

  test('go by a profile of the organisation too, which fills in what it leaves out', async () => {
    const printers = '{ acme: { bleed: 5mm, marks: false }, plain: }';
    const found = await read(asking({ printers, edition: '{ printer: { profile: acme } }' }));
    expect(found.printers.get('acme')).toEqual({ bleed: 5, marks: false, black: true });
    expect(found.printers.get('plain')).toEqual({ bleed: 3, marks: true, black: true });
    expect([...found.printers.keys()].slice(0, 2)).toEqual(['crop-marks', 'no-marks']);
  });

  test.each([
    [
      'a profile that does not exist',
      { edition: '{ printer: { profile: crop-mark } }' },
      `${PACK}:10:35 unknown-printer There is no printer \`crop-mark\` Did you mean \`crop-marks\`?`,
    ],
    [
      'a copy that does not exist',
      { template: '[ofice]' },
      `${TEMPLATE}:4:10 unknown-key \`ofice\` is not a key that is known here Did you mean \`office\`?`,
    ],
    [
      'a bleed without its unit',
      { template: '{ printer: { bleed: 3 } }' },
      `${TEMPLATE}:4:29 bad-value \`copies.printer.bleed\` is \`3\`; expected a length of up to 25mm, such as \`3mm\``,
    ],
    [
      'a bleed in place of a page',
      { template: '{ printer: { bleed: 26mm } }' },
      `${TEMPLATE}:4:29 bad-value \`copies.printer.bleed\` is \`26mm\`; expected a length of up to 25mm, such as \`3mm\``,
    ],
    [
      'an office copy of pages that are not A5',
      { edition: '[office]' },
      `${PACK}:10:14 copies An office copy is two A5 pages on a sheet of A4; these pages are A4 Take \`office\` out, or use a template whose pages are A5.`,
    ],
    [
      'a booklet of the largest pages',
      { template: '[booklet]', page: 'A3' },
      `${TEMPLATE}:4:10 copies A booklet is folded of sheets up to A3, with upright pages of A4, A5 or A6; these pages are A3 Take \`booklet\` out, or use a template with such pages.`,
    ],
    [
      'a booklet of pages that lie',
      { template: '[booklet]', page: 'A5, orientation: landscape' },
      `${TEMPLATE}:4:10 copies A booklet is folded of sheets up to A3, with upright pages of A4, A5 or A6; these pages are A5 landscape Take \`booklet\` out, or use a template with such pages.`,
    ],
    [
      'copies of what has no PDF',
      { template: '[booklet]', formats: '[html]' },
      `${TEMPLATE}:4:1 copies Copies are made of the PDF, and the template has none Add \`pdf\` to the template’s \`formats\`, or take \`copies\` out.`,
    ],
    [
      'a printer that is called as a built-in one',
      { printers: '{ no-marks: { bleed: 1mm } }' },
      `${ORGANISATION}:10:13 reserved-name \`no-marks\` is a name that despatch has already Give the printer another name.`,
    ],
  ])('can’t be %s', async (_, over, expected) => {
    expect((await said(asking(over))).map(({ line, words }) => `${line} ${words}`)).toEqual([expected]);
  });

  test('take no file that an edition is to have', async () => {
    const contents = asking({ edition: '[booklet]' });
    contents[PACK] += '  mp-booklet: { audience: mp }\n';
    expect((await said(contents)).map(({ line, words }) => `${line} ${words}`)).toEqual([
      `${PACK}:14:3 reserved-name \`mp-booklet\` is the name of the copy \`booklet\` of the edition \`mp\` Give the edition another name.`,
    ]);
  });

  test('name printers without complaint where the organisation can’t be read', async () => {
    const contents = asking({ edition: '{ printer: { profile: acme } }' });
    contents[ORGANISATION] = 'name: [\n';
    expect((await said(contents)).map(({ line }) => line.split(' ')[0])).not.toContain(`${PACK}:10:35`);
  });
});
