/** What is printed without fault: examples of rules say by what they differ from it. */

import { UNMEASURED, type PrintedDocument, type Subjects } from '../../src/rules/subjects.ts';
import type { Template } from '../../src/model/template.ts';
import { HEADLINE, SUMMARY } from '../../src/model/mark.ts';

const at = (file: string, line = 3) => ({ file, line, column: 1 });

/** Where the texts of the good document were written. */
export const PLACES = {
  homes: at('sources/library/a.md'),
  cuts: at('sources/library/b.md'),
  [HEADLINE]: at('sources/packs/bill.yaml', 8),
  [SUMMARY]: at('sources/packs/bill.yaml', 5),
};

const contract = { file: 'templates/brief/template.yaml', line: 3, column: 8 };

export const goodTemplate = (pages: Partial<Template['pages']> = {}): Template => ({
  id: 'brief',
  name: 'Brief',
  page: { size: 'A4', orientation: 'portrait', margin: '18mm' },
  pages: { min: 1, max: 1, multiple: 1, place: contract, ...pages },
  type: { size: 12, min: 10, max: 12, notes: 9, place: contract },
  notes: 'short',
  copies: [],
  formats: ['html', 'pdf'],
  headline: null,
  summary: null,
  words: {},
  slots: [],
  place: at('templates/brief/template.yaml', 1),
});

const document: PrintedDocument = {
  name: 'bill/mp',
  template: goodTemplate(),
  place: at('sources/packs/bill.yaml', 9),
  texts: {
    passages: new Map([
      ['homes', { place: PLACES.homes }],
      ['cuts', { place: PLACES.cuts }],
    ]),
    headline: PLACES[HEADLINE],
    summary: PLACES[SUMMARY],
    figures: [['£1 million', 'cuts']],
  },
};

/** By scope. */
export const GOOD: Pick<Subjects, 'markup' | 'page' | 'pdf' | 'copy' | 'file'> = {
  markup: {
    file: 'templates/brief/page.hbs',
    document: 'bill/mp',
    title: true,
    language: true,
    headings: [1],
    ids: new Set(),
    twice: new Set(),
    links: new Set(),
    images: [],
    notes: [],
    text: '',
    contents: [],
    passages: [],
    notice: null,
    imprint: null,
    licences: null,
    draft: null,
    embargo: null,
  },
  page: {
    ...document,
    pages: 1,
    over: null,
    measures: UNMEASURED,
    refused: [],
    strangeFonts: [],
    imprint: null,
    licences: null,
    copies: false,
  },
  pdf: {
    of: document,
    verdict: { pages: 1, checks: { accessibility: 94, archive: 13 }, findings: [] },
    overlaps: [],
    names: new Map([
      ['Passage 1', HEADLINE],
      ['Passage 2', 'homes'],
      ['Passage 3', 'cuts'],
    ]),
  },
  copy: { name: 'bill/mp', place: PLACES[HEADLINE], otherwise: null },
  file: { path: 'bill/mp.html', readers: 'Members of Parliament', isCarried: false, leaks: [] },
};
