import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { linksIn, siteOf, siteProject } from './site-world.ts';

/** A project with documents for each of three councils, for these readers. */
const forCouncils = (audience: string) => {
  const base = siteProject();
  const PACK = 'sources/packs/bill.yaml';
  return siteProject({
    'sources/data/councils.csv': 'code,council,rate\nE1,Leeds,12\nE2,York,7\nW1,Ynys Môn,3\n',
    'sources/data/councils.yaml':
      'title: Councils\nsource: okoro-2025\nkey: code\nname: council\nnation: England\nperiod: 2024\ncolumns:\n  rate: { column: rate, label: Rate, unit: "%" }\n',
    [PACK]: (base[PACK] ?? '').replace(
      '  press: { embargo: 2025-01-20T00:01 }',
      `  press: {}\n  local: { audience: ${audience}, recipients: councils, headline: "Homes in :field[name]" }`,
    ),
  });
};

test('documents for each of many are listed on a page of the site, which the page of the pack leads to', async () => {
  const site = await siteOf(forCouncils('press'));
  const list = site['bill/local/index.html'] ?? '';
  expect(list).toContain('<a href="../../index.html">Social Workers for Children</a>');
  expect(list).not.toContain('noindex');
  expect(site['bill/index.html']).toContain('3 recipients');
  expect(linksIn(site['bill/index.html'] ?? '')).toContain('local/index.html');
  const named = linksIn(list).filter((href) => href.endsWith('.html') && !href.startsWith('..'));
  expect(named.toSorted()).toEqual(['leeds-e1.html', 'ynys-mon-w1.html', 'york-e2.html']);
  for (const [path, page] of Object.entries(site).filter(
    ([path]) => path.startsWith('bill/') && path.endsWith('.html'),
  ))
    for (const href of linksIn(page))
      expect(Object.keys(site), `${path} leads to ${href}`).toContain(posix.join(posix.dirname(path), href));
});

test('for some readers alone, neither they nor their names are in the site', async () => {
  const site = await siteOf(forCouncils('mp'));
  expect(Object.keys(site).filter((path) => path.startsWith('bill/local'))).toEqual([]);
  expect(JSON.stringify(site)).not.toMatch(/York|Ynys/u);
});
