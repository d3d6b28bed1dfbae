import { readFileSync } from 'node:fs';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Printed, Printer } from '../../src/world/world.ts';
import { source, statistic } from '../loaded.ts';
import { sharedPrinter } from '../print/press.ts';
import { besidesStyle } from '../made-up.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

const printer = sharedPrinter();

const PAGE = `{{#> page}}<main id="page--main"><h1>{{headline}}</h1>
<nav><a href="#facts--title">The facts</a> <span data-page-of="facts--title" data-print></span></nav>
{{#with slots.asks}}{{#each items}}{{html}}{{/each}}{{/with}}
{{#with slots.facts}}<section style="break-before: page"><h2 id="facts--title">{{title}}</h2>{{#each items}}<div>{{html}}</div>{{/each}}</section>{{/with}}</main>
<footer>{{> notes}}</footer>{{/page}}`;

test('a document whose contents turn out to name another page is printed again with the right one', async () => {
  const asked: PageNumbers[] = [];
  /** A printer that foretells page 9, whatever it is of. */
  const wrong = async (): Promise<Printer> => ({
    ...printer(),
    print: (job) => {
      asked.push(job.pageNumbers);
      return printer().print({ pageNumbers: { 'facts--title': 9 }, ...job });
    },
    close: async () => {},
  });
  const world = memoryWorld(
    {
      ...baseProject(),
      'sources/library/facts.md': source('2024-06', statistic('a')),
      'templates/partials/page.hbs': readFileSync('templates/partials/page.hbs', 'utf8'),
      'templates/brief/page.hbs': PAGE,
      'templates/brief/template.yaml':
        'name: Brief\nslots:\n  asks: { kinds: [ask] }\n  facts: { title: The facts, kinds: [statistic] }\n',
      'sources/packs/bill.yaml': 'title: P\ndate: 2025-01-16\ntopics: [children]\neditions: [mp]\n',
    },
    { openPrinter: wrong },
  );
  const request = { packs: [], audiences: [], formats: [], version: '1', today: '2025-01-16' } as const;
  expect(besidesStyle((await build(world, request)).messages)).toEqual([]);
  expect(asked).toEqual([undefined, { 'facts--title': 2 }]);
  const bytes = world.written?.get('bill/mp.pdf') ?? new Uint8Array();
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)));
  expect(text[0]).toMatch(/The facts\s*2/u);
});

type PageNumbers = Printed['pageNumbers'] | undefined;
