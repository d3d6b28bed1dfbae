import * as fc from 'fast-check';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { Manifest } from '../../src/model/manifest.ts';
import { openThisPrinter } from '../print/press.ts';
import { baseProject } from '../project.ts';
import { runs } from '../runs.ts';
import { siteTemplates } from '../site-templates.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';

const TABLE = `title: Vacancies by council
source: okoro-2025
key: code
name: council
period: 2024
missing: { x: not available }
columns:
  vacancies: { column: vacant, label: Vacancy rate, unit: "%", decimals: 1 }
  posts: { column: posts, label: Posts, unit: posts, decimals: 0 }
`;

const LOCAL = `
::::local{#local-vacancies period=2024 priority=1 locator="page 9"}
In :field[name] :field[vacancies] of posts were vacant.

:::wording{when=missing}
No rate is known for :field[name].
:::
::::

::::local{#local-posts period=2024 priority=1 locator="page 9"}
There were :field[posts] posts in :field[name].
::::
`;

const project = (rows: readonly string[]): Record<string, string> => {
  const contents = baseProject();
  const template = 'templates/brief/template.yaml';
  contents[template] = (contents[template] ?? '').replace('[statistic, quote]', '[local]');
  contents['sources/library/okoro-2025.md'] += LOCAL;
  contents['sources/data/councils.csv'] = `code,council,vacant,posts\n${rows.join('\n')}\n`;
  contents['sources/data/councils.yaml'] = TABLE;
  contents['sources/packs/bill.yaml'] =
    'title: Local figures\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp: { headline: "Homes in :field[name]", recipients: councils }\n';
  return { ...contents, ...siteTemplates() };
};

/** A row whose figures no other has: the last digit of its rate and the first of its posts say which it is. */
const Row = fc.record({
  rate: fc.option(fc.integer({ min: 0, max: 99 })),
  posts: fc.option(fc.integer({ min: 0, max: 99 })),
});

test('every PDF has its own row’s figures and no other’s, read back from its pages', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Row, { minLength: 3, maxLength: 7 }), async (rows) => {
      const figures = rows.map(({ rate, posts }, index) => ({
        rate: rate === null ? null : `${rate}.${index}%`,
        posts: posts === null ? null : `${index + 1},0${String(posts).padStart(2, '0')}`,
      }));
      const csv = figures.map(({ rate, posts }, index) =>
        [
          `K${index}`,
          `Place ${'ABCDEFG'[index]}`,
          rate?.slice(0, -1) ?? 'x',
          posts?.replace(',', '') ?? 'x',
        ].join(),
      );
      const world = memoryWorld(project(csv), { openPrinter: openThisPrinter });
      const { value, messages } = await build(world, buildRequest());
      expect(value, JSON.stringify(messages)).not.toBeNull();
      const { documents } = JSON.parse(textOf(world.written, 'manifest.json')) as Manifest;
      expect(documents).toHaveLength(rows.length);
      for (const [index, { files, recipient }] of documents.entries()) {
        const bytes = world.written?.get(files.pdf ?? '') ?? new Uint8Array();
        const { text } = await extractText(await getDocumentProxy(Uint8Array.from(bytes)), {
          mergePages: true,
        });
        const own = figures[index];
        expect(recipient?.key).toBe(`K${index}`);
        expect(text.match(/\d+\.\d%/gu) ?? []).toEqual([own?.rate ?? []].flat());
        expect(text.match(/\d,\d{3}/gu) ?? []).toEqual([own?.posts ?? []].flat());
        const names = new Set(text.match(/Place [A-G]/gu));
        expect([...names]).toEqual([recipient?.name]);
        expect(text.includes('No rate is known')).toBe(own?.rate === null);
      }
    }),
    { numRuns: runs(2, 40) },
  );
});
