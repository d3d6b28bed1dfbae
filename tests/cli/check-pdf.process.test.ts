import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { GoodPdf } from '../pdf/check/good-pdf.ts';
import { despatch } from './command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'despatch-pdf-'));
  const good = await GoodPdf.make();
  await writeFile(join(folder, 'good.pdf'), await good.bytes());
  good.remove(good.element('Figure'), 'Alt');
  good.set(good.element('H2'), { S: 'H3' });
  await writeFile(join(folder, 'bad.pdf'), await good.bytes());
  await writeFile(join(folder, 'letter.pdf'), 'Dear councillor');
  await writeFile(join(folder, 'empty.pdf'), '');
  await mkdir(join(folder, 'folder.pdf'));
});

const check = (...args: string[]) => despatch(folder, ['check', '--pdf', ...args]);

describe('check --pdf', () => {
  test('says which machine checks a PDF passes, and what to ask a person; it needs no project', async () => {
    const { status, out, err } = await check('good.pdf');
    expect(err).toBe('');
    expect(out).toMatch(/^good\.pdf: passes \d\d machine checks of PDF\/UA-1 and \d\d of PDF\/A-2a\n\n/u);
    expect(out).toMatch(/A person has to ask:\n- .*order/u);
    expect(status).toBe(0);
  });

  test('says what is wrong with it, and where', async () => {
    const { status, out, err } = await check('good.pdf', 'bad.pdf');
    expect(err).toMatch(
      /^bad\.pdf:1:1: error: A figure without alternative text: page 1, Document > Sect > Figure, object \d+ \(ISO 14289-1, 7\.3\) \[pdf-ua-13-004\]\n {2}Give each figure alternative text\.$/mu,
    );
    expect(err).toMatch(/\[pdf-ua-14-003\]/u);
    expect(err).toMatch(/^2 errors$/mu);
    expect(out).toMatch(/^good\.pdf: passes .*\nbad\.pdf: fails 2 of \d\d machine checks/u);
    expect(status).toBe(1);
  });

  test('tells of every file that can’t be checked, and goes on', async () => {
    const { status, out, err } = await check('letter.pdf', 'folder.pdf', 'empty.pdf', 'gone.pdf', 'good.pdf');
    expect(err).toMatch(/^letter\.pdf:1:1: error: The file is no PDF \[pdf-no-pdf\]$/mu);
    expect(err).toMatch(/^folder\.pdf:1:1: error: This is a folder \[pdf-directory\]$/mu);
    expect(err).toMatch(/^empty\.pdf:1:1: error: The file is empty \[pdf-empty\]$/mu);
    expect(err).toMatch(/^gone\.pdf:1:1: error: There is no such file \[pdf-missing\]$/mu);
    expect(out).toMatch(/^gone\.pdf: can’t be checked\ngood\.pdf: passes/mu);
    expect(status).toBe(1);
  });

  test('tells it to programs: messages with their place in the PDF, and what came out', async () => {
    const { status, out, err } = await check('bad.pdf', '--reporter', 'json');
    expect(JSON.parse(err)).toContainEqual(
      expect.objectContaining({
        rule: 'pdf-ua-13-004',
        place: { file: 'bad.pdf', line: 1, column: 1 },
        inPdf: expect.objectContaining({ page: 1, path: ['Document', 'Sect', 'Figure'] }),
      }),
    );
    expect(JSON.parse(out)).toMatchObject({
      files: [{ file: 'bad.pdf', pages: 1, broken: ['ua-13-004', 'ua-14-003'] }],
      questions: expect.any(Array),
    });
    expect(status).toBe(1);
  });

  test.each([
    [['check', '--pdf'], /argument missing/u],
    [['check', '--pdf', 'good.pdf', '--documents'], /Leave one of the two out/u],
  ])('refuses %s', async (args, text) => {
    const { status, out, err } = await despatch(folder, args);
    expect(err).toMatch(text);
    expect(out).toBe('');
    expect(status).toBe(2);
  });
});
