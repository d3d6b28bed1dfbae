import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { HEADLINE } from '../../src/model/mark.ts';
import { checkAll } from '../../src/rules/check.ts';
import type { FinishedPdf } from '../../src/rules/subjects.ts';
import { GOOD, goodTemplate, PLACES } from './good.ts';

const finding = (names: string[] = []): Finding => ({
  rule: 'ua-13-004',
  clause: 'ISO 14289-1, 7.3',
  text: 'a figure without alternative text',
  place: { page: 2, object: 31, path: ['Document', 'Sect', 'Figure'], names },
  remedy: 'Give each figure alternative text.',
});

const checked = (findings: readonly Finding[]) => ({
  pages: 2,
  checks: { accessibility: 94, archive: 13 },
  findings,
});

const told = (verdict: FinishedPdf['verdict'], of: FinishedPdf['of'] = GOOD.pdf.of) =>
  checkAll('pdf', { ...GOOD.pdf, of, verdict });

const SAID =
  'A figure without alternative text: page 2, Document > Sect > Figure, object 31 (ISO 14289-1, 7.3)';

describe('what is wrong with a PDF', () => {
  test('is told with its rule, its place in the PDF and how to mend it', () => {
    expect(told(checked([finding()]), 'a.pdf')).toEqual([
      {
        rule: 'pdf-ua-13-004',
        severity: 'error',
        place: { file: 'a.pdf', line: 1, column: 1 },
        text: SAID,
        remedy: 'Give each figure alternative text.',
        inPdf: finding().place,
      },
    ]);
  });

  test('is nothing where it passes', () => {
    expect(told(checked([]), 'a.pdf')).toEqual([]);
  });

  test('is also told of one that can’t be read whole', () => {
    const messages = told({ reason: 'encrypted', findings: [finding()] }, 'a.pdf');
    expect(messages.map(({ rule }) => rule)).toEqual(['pdf-encrypted', 'pdf-ua-13-004']);
  });
});

describe('what is wrong with the PDF of a document', () => {
  test('stands at the passage that it is in', () => {
    const [message] = told(checked([finding(['chart', 'Passage 2'])]));
    expect(message).toMatchObject({
      rule: 'pdf-ua-13-004',
      severity: 'error',
      place: PLACES.homes,
      text: expect.stringMatching(/^The PDF of bill\/mp is not accessible: a figure without .*object 31 \(/u),
      related: [{ place: goodTemplate().place }],
      inPdf: { names: ['chart', 'homes'] },
    });
  });

  test('stands at the headline that it is in', () => {
    const [message] = told(checked([finding(['Passage 1'])]));
    expect(message?.place).toEqual(PLACES[HEADLINE]);
  });

  test('stands at the template where it is in no passage', () => {
    const [message] = told(checked([finding(['chart'])]));
    expect(message?.place).toEqual(goodTemplate().place);
    expect(message?.related).toBeUndefined();
  });

  test('is an error where it can’t be read back', () => {
    expect(told({ reason: 'damaged' })).toMatchObject([
      { rule: 'pdf-damaged', severity: 'error', text: expect.stringContaining('The PDF of bill/mp') },
    ]);
  });
});
