import { expect, test } from 'vitest';
import { explainedText } from '../../src/cli/explained.ts';
import { explain } from '../../src/commands/explain.ts';
import { sha256 } from '../../src/model/hash.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

const LIBRARY = 'sources/library/okoro-2025.md';

const explained = async (files: Record<string, string> = {}) => {
  const { value } = await explain(
    memoryWorld({ ...baseProject(), ...files }),
    'bill',
    'mp',
    undefined,
    '2025-01-16',
  );
  return value ? explainedText(value) : '';
};

test('a passage has its source and place, and how many rules it passes', async () => {
  expect(await explained()).toMatch(/investigations-growth .*\n +okoro-2025, item 4; passes \d+ rules\n/u);
});

test('of one of which rules tell, these are named, and of the others not', async () => {
  const due = (baseProject()[LIBRARY] ?? '').replace(
    '#investigations-growth',
    '#investigations-growth review=2025-01-01',
  );
  const text = await explained({ [LIBRARY]: due });
  expect(text).toContain('okoro-2025, item 4; told by review-due\n');
  expect(text).toMatch(/local-capacity .*\n +okoro-2025; passes \d+ rules\n/u);
});

test('the checks that it has passed are told below, with its archived original', async () => {
  const library = `${baseProject()[LIBRARY]}\n::::quote{#kept-promise speaker="Sam Okoro" role=chair said=2025-01-10 locator="page 3"}\nWe keep it.\n::::\n`;
  const original = 'So it is. We keep it.\n';
  const files = {
    [LIBRARY]: library.replace('\ntype:', '\noriginal: originals/okoro.txt\ntype:'),
    'sources/originals/okoro.txt': original,
  };
  const text = await explained(files);
  expect(text).toMatch(
    new RegExp(
      `kept-promise .*\\n +okoro-2025, page 3; .*\\n +original of okoro-2025: ${sha256(original)}\\n +The quotation stands word for word in the archived original\\.\\n`,
      'u',
    ),
  );
  expect(await explained({ [LIBRARY]: library })).toMatch(
    /kept-promise .*\n.*\n +original: none, so its quotation was not compared\n/u,
  );
});

test('slots that nothing fills are told on one line', async () => {
  const template = 'templates/brief/template.yaml';
  const more = '  first: { kinds: [duty] }\n  second: { kinds: [clause] }\n';
  const text = await explained({
    [template]: `${baseProject()[template]}${more}`,
    'templates/brief/page.hbs': (baseProject()['templates/brief/page.hbs'] ?? '').replace(
      '</main>',
      '{{> slot slot=slots.first}}{{> slot slot=slots.second}}</main>',
    ),
  });
  expect(text).toContain('\nempty: first, second\n');
  expect(text).not.toMatch(/first \(0\)/u);
});
