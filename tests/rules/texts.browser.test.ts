import { expect, test } from 'vitest';
import { despatch } from '../cli/command.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';

const LONG = 'Llanfair'.repeat(20);
const PAGE = 'templates/brief/page.hbs';
const SLOT = 'templates/partials/slot.hbs';
const LIBRARY = 'sources/library/okoro-2025.md';
const PACK = 'sources/packs/bill.yaml';
const TEMPLATE = 'templates/brief/template.yaml';

/** Builds the base project with some texts changed for others, and gives the lines that name a place. */
const build = async (changes: readonly (readonly [file: string, from: string, to: string])[]) => {
  const files = baseProject();
  for (const [file, from, to] of changes) {
    expect(files[file]).toContain(from);
    files[file] = (files[file] ?? '').replace(from, to);
  }
  const { status, err } = await despatch(await onDisk(files), ['build', '--audience', 'mp']);
  return { status, found: err.split('\n').filter((line) => /^\S+:\d+:\d+: /u.test(line)) };
};

/** A claim with its answer. */
const CLAIM = `::::claim{#claim-costs locator="page 1" topics=funding}
It ${LONG} costs.
::::

::::rebuttal{#answer-costs against=claim-costs locator="page 2" topics=funding}
It saves.
::::

::::quote{#okoro`;

test.each([
  [
    'a passage, in its second paragraph',
    [[LIBRARY, 'by **152%**.', `by **152%**.\n\nSee ${LONG}.`]],
    /^sources\/library\/okoro-2025\.md:14:1: error: “Llanfair.* runs beyond the side of the page, in the passage `investigations-growth`, in bill\/mp \[overflow\]$/u,
  ],
  [
    'what stands beside a passage',
    [
      [LIBRARY, 'to="Department for Education"', `to="${LONG}"`],
      [
        PAGE,
        '{{> slot slot=slots.asks}}',
        '{{#with slots.asks}}<h2>{{title}}</h2>{{#each items}}<div>{{html}}<p>{{attributes.to}}</p></div>{{/each}}{{/with}}',
      ],
    ],
    /^sources\/library\/okoro-2025\.md:18:1: error: “Llanfair.* in the passage `local-capacity`, in bill\/mp/u,
  ],
  [
    'the claim of a rebuttal, not the rebuttal',
    [
      [LIBRARY, '::::quote{#okoro', CLAIM],
      [TEMPLATE, 'kinds: [statistic, quote]', 'kinds: [statistic, quote, rebuttal]'],
      [SLOT, '<div>{{html}}</div>', '<div>{{#if against}}{{against}}{{/if}}{{html}}</div>'],
    ],
    /^sources\/library\/okoro-2025\.md:26:1: error: “Llanfair.* in the passage `claim-costs`, in bill\/mp/u,
  ],
  [
    'the headline',
    [[PACK, 'headline: Keep families together', `headline: ${LONG}`]],
    /^sources\/packs\/bill\.yaml:9:15: error: “Llanfair.* in the headline, in bill\/mp/u,
  ],
  [
    'the summary',
    [[PACK, 'summary: The Bill', `summary: The ${LONG} Bill`]],
    /^sources\/packs\/bill\.yaml:5:10: error: “Llanfair.* in the summary, in bill\/mp/u,
  ],
  [
    'what is of no text, at the template',
    [[PAGE, '<main>', `<main><p>${LONG}</p>`]],
    /^templates\/brief\/template\.yaml:1:1: error: “Llanfair.* runs beyond the side of the page, in bill\/mp/u,
  ],
] as const)('what is too wide is told where it was written: %s', async (_, changes, told) => {
  const { status, found } = await build(changes);
  expect(found.find((line) => line.includes(': error: '))).toMatch(told);
  expect(status).toBe(1);
});

test('texts over each other stop the build, and both are named', async () => {
  const { status, found } = await build([
    [
      'templates/brief/style.css',
      '@page',
      'main { display: grid } main > section { grid-area: 1 / 1 }\n@page',
    ],
  ]);
  expect(found).toContainEqual(
    expect.stringMatching(
      /^sources\/library\/okoro-2025\.md:18:1: error: “Fund councils .*” of the passage `local-capacity` and “Child protection .*” of the passage `investigations-growth` are printed over each other, on page 1 of bill\/mp \[overlap\]$/u,
    ),
  );
  expect(status).toBe(1);
});
