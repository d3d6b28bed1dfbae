import { expect, test } from 'vitest';
import { checkPdf } from '../../../src/pdf/inspect.ts';
import { finishPdf } from '../../../src/pdf/finish.ts';
import { jobOf, pageOf, sharedPress } from '../../print/press.ts';

const print = sharedPress();

const PROPERTIES = {
  title: 'Keep social workers',
  author: 'Labour Social Work Group',
  subject: null,
  keywords: [],
  language: 'en-GB',
  date: '2025-01-16',
};

const findings = async (body: string) => {
  const printed = await print(jobOf(pageOf(body)));
  const verdict = await checkPdf(await finishPdf(printed.bytes, PROPERTIES, printed.marks), {
    isForArchive: true,
  });
  if (!('findings' in verdict)) throw new Error(`It could not be read: ${verdict.reason}`);
  return verdict.findings;
};

const table = (cells: string) =>
  `<table><caption>Homes</caption><tr><th scope="col">Year</th><th scope="col">Homes</th></tr><tr>${cells}</tr></table>`;

const DOT = '<svg role="img" width="20" height="20"><title>A dot</title><circle cx="9" cy="9" r="9"/></svg>';

test('a printed and finished page of many parts passes', async () => {
  const body = `<main><h1>Homes</h1><p>See <a href="https://example.org/">the report</a>
    <a role="doc-noteref" href="#note--1">1</a>, <i lang="cy">cartrefi</i>, <abbr title="Department">DfE</abbr>.</p>
    <section id="homes"><h2>Facts</h2><ul><li>One</li><li>Two</li></ul>${table('<td>2024</td><td>3</td>')}${DOT}
    <figure>${DOT}<figcaption>Two dots</figcaption></figure></section>
    <section role="doc-endnotes"><h2>Sources</h2><ol><li id="note--1" role="doc-endnote">Jones 2025</li></ol></section></main>`;
  expect(await findings(body)).toEqual([]);
});

test('a fault names the passage that it is in', async () => {
  const body = `<main><h1>Homes</h1><section id="homes-for-profit"><h2>Facts</h2>${table('<td>2024</td>')}</section></main>`;
  expect(await findings(body)).toMatchObject([
    { rule: 'ua-09-004', place: { page: 1, names: ['Passage 1'] } },
  ]);
});
