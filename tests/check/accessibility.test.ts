import { describe, expect, test } from 'vitest';
import { documentMessages, pdfMessages } from '../../src/check/accessibility.ts';
import type { Finding } from '../../src/diagnostics/finding.ts';
import { HEADLINE } from '../../src/model/mark.ts';

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

const SAID =
  'A figure without alternative text: page 2, Document > Sect > Figure, object 31 (ISO 14289-1, 7.3)';

describe('what is wrong with a PDF', () => {
  test('is told with its rule, its place in the PDF and how to mend it', () => {
    expect(pdfMessages('a.pdf', checked([finding()]))).toEqual([
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
    expect(pdfMessages('a.pdf', checked([]))).toEqual([]);
  });

  test('is also told of one that can’t be read whole', () => {
    const messages = pdfMessages('a.pdf', { reason: 'encrypted', findings: [finding()] });
    expect(messages.map(({ rule }) => rule)).toEqual(['pdf-encrypted', 'pdf-ua-13-004']);
  });
});

describe('what is wrong with the PDF of a document', () => {
  const at = (file: string) => ({ file, line: 3, column: 1 });
  const document = {
    name: 'bill/mp',
    template: { id: 'brief', place: at('templates/brief/template.yaml') },
    texts: {
      passages: new Map([['homes', { place: at('sources/library/a.md') }]]),
      headline: at('sources/packs/bill.yaml'),
      summary: at('sources/packs/bill.yaml'),
      figures: [],
    },
    names: new Map([
      ['Passage 1', 'homes'],
      ['Passage 2', HEADLINE],
    ]),
  };

  test('stands at the passage that it is in', () => {
    const [message] = documentMessages(checked([finding(['chart', 'Passage 1'])]), document);
    expect(message).toMatchObject({
      rule: 'pdf-ua-13-004',
      severity: 'error',
      place: at('sources/library/a.md'),
      text: expect.stringMatching(/^The PDF of bill\/mp is not accessible: a figure without .*object 31 \(/u),
      related: [{ place: at('templates/brief/template.yaml') }],
      inPdf: { names: ['chart', 'homes'] },
    });
  });

  test('stands at the headline that it is in', () => {
    const [message] = documentMessages(checked([finding(['Passage 2'])]), document);
    expect(message?.place).toEqual(at('sources/packs/bill.yaml'));
  });

  test('stands at the template where it is in no passage', () => {
    const [message] = documentMessages(checked([finding(['chart'])]), document);
    expect(message?.place).toEqual(at('templates/brief/template.yaml'));
    expect(message?.related).toBeUndefined();
  });

  test('is an error where it can’t be read back', () => {
    expect(documentMessages({ reason: 'damaged' }, document)).toMatchObject([
      { rule: 'pdf-damaged', severity: 'error', text: expect.stringContaining('The PDF of bill/mp') },
    ]);
  });
});
