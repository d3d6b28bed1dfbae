import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '../../src/load/load.ts';
import { lazy } from '../../src/model/memo.ts';
import { prepareRenderer } from '../../src/render/render.ts';
import { prepareSite } from '../../src/site/templates.ts';
import { FRESH } from '../../src/world/readings.ts';
import type { Readings, Round } from '../../src/world/world.ts';
import { editOf, type Texts } from '../edits.ts';
import { build } from '../../src/commands/build.ts';
import { buildRequest, memoryWorld, PACKAGES, textOf } from '../world.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { frozenReadings } from '../readings.ts';
import { runs } from '../runs.ts';

const RUNS = runs(30, 500);

const TEMPLATE = 'templates/brief/template.yaml';

const project = (): Texts => ({
  ...baseProject(),
  'templates/other/template.yaml': (baseProject()[TEMPLATE] ?? '').replace(
    'slots:',
    'slots:\n  quotes: { kinds: [quote] }',
  ),
  'templates/other/page.hbs': baseProject()['templates/brief/page.hbs'] ?? '',
  'templates/other/style.css':
    'p { color: red }\n@import "../styles/fonts.css";\n@import "../styles/parts.css";\n@page { margin: 1cm }\n',
  'templates/styles/parts.css': '@import "fonts.css";\nh1 { background: url("../../images/homes.svg") }\n',
  'images/homes.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>\n',
});

const EDITED = Object.keys(project()).filter(
  (path) => path.startsWith('templates/') || path.startsWith('images/'),
);

const WORDS = [
  'slot',
  'notes',
  'title',
  'items',
  'brief',
  'if',
  'filter',
  'import',
  'url',
  'nothing',
  'section',
  '3',
];

/** What comes of a project's templates. */
const prepared = async (contents: Texts, round: Round) => {
  const files = memoryFiles(contents);
  const { value: project } = await load(files, round);
  const { value: renderer, messages } = await prepareRenderer(files, PACKAGES, round, project);
  const { value: site, messages: onSite } = await prepareSite(files, PACKAGES, round, project);
  const ids = [...project.templates.keys()];
  return {
    forms: renderer && ids.map((id) => renderer.formOf(id, 'standard')),
    messages,
    onSite,
    isSiteReady: site !== null,
  };
};

/** The same every time. */
const unedited = lazy(() => prepared(project(), FRESH));

const preparedWith = async (contents: Texts, readings: Readings) => {
  const round = await readings.begin();
  const found = await prepared(contents, round);
  await round.end();
  return found;
};

test(
  'after any edits templates that are made ready with readings are those that are made ready from nothing',
  { timeout: RUNS * 5000 },
  async () => {
    let right = 0;
    const edits = fc.array(editOf(EDITED, WORDS), { minLength: 1, maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 3 }), async (rounds) => {
        const [readings, contents] = [frozenReadings(), project()];
        for (const some of [[], ...rounds]) {
          for (const change of some) change(contents);
          const clean = await (some.length ? prepared(contents, FRESH) : unedited());
          expect(await preparedWith(contents, readings)).toEqual(clean);
          if (clean.forms) right += 1;
        }
      }),
      { numRuns: RUNS },
    );
    // Each run begins with one that is right.
    expect(right).toBeGreaterThan(RUNS * 1.2);
  },
);

test.each([
  ['templates/brief/page.hbs', '<main>', '<main class="anew">'],
  ['templates/partials/slot.hbs', '<section>', '<section class="anew">'],
  ['templates/partials/notes.hbs', 'Sources', 'Our sources'],
])('a page is filled as %s is, whatever the process filled before', async (path, words, others) => {
  const page = async (over: Texts): Promise<string> => {
    const html = `${baseProject()[TEMPLATE]}formats: [html]\n`;
    const world = memoryWorld({ ...baseProject(), [TEMPLATE]: html, ...over });
    await build(world, buildRequest());
    return textOf(world.written, 'bill/mp.html');
  };
  const before = await page({});
  expect(before).not.toContain(others);
  expect(await page({ [path]: (baseProject()[path] ?? '').replace(words, others) })).toContain(others);
  expect(await page({})).toBe(before);
});
