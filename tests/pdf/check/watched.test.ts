import { expect, onTestFinished, test } from 'vitest';
import { watchedChecker, type Limits } from '../../../src/pdf/check/watched.ts';
import { GoodPdf } from './good-pdf.ts';

const PATIENT: Limits = { time: 30_000, memory: 2 ** 31, used: () => 0 };

const open = (limits: Limits = PATIENT) => {
  const checker = watchedChecker(limits);
  onTestFinished(checker.close);
  return checker;
};

const good = async (): Promise<Uint8Array<ArrayBuffer>> =>
  Uint8Array.from(await (await GoodPdf.make()).bytes());

/** The library looks for the end of each array up to the end of the file. */
const endless = (): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(Buffer.from(`%PDF-1.7\n${'1 0 obj [ '.repeat(300_000)}\n%%EOF`));

test('PDFs are checked one after the other', async () => {
  const { check } = open();
  expect(await check(await good())).toMatchObject({ pages: 1, findings: [] });
  expect(await check(Uint8Array.of())).toEqual({ reason: 'empty' });
  expect(await check(await good())).toMatchObject({ pages: 1, findings: [] });
});

test('a PDF that takes too long is given up, and the next is checked', async () => {
  const limits = { ...PATIENT };
  const { check } = open(limits);
  await check(await good());
  limits.time = 100;
  expect(await check(endless())).toEqual({ reason: 'too-large' });
  limits.time = PATIENT.time;
  expect(await check(await good())).toMatchObject({ findings: [] });
});

test('a PDF that takes too much memory is given up', async () => {
  let used = 0;
  const { check } = open({ ...PATIENT, memory: 100, used: () => (used += 60) });
  expect(await check(endless())).toEqual({ reason: 'too-large' });
});
