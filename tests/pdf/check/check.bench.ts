import { expect, test } from 'vitest';
import { checkPdf } from '../../../src/pdf/inspect.ts';
import { GoodPdf } from './good-pdf.ts';

test('one page, held to all rules', async ({ bench }) => {
  const bytes = await (await GoodPdf.make()).bytes();
  await bench('check', async () => {
    expect(await checkPdf(bytes, { isForArchive: true })).toMatchObject({ findings: [] });
  }).run();
});
