import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { PNG } from '../images.ts';
import { source } from '../loaded.ts';
import { buildRequest, memoryWorld } from '../world.ts';
import { LATER, siteIn, siteProject } from './site-world.ts';

/** Where something may stand that is not for everybody; `canary` is in each, with a number of its own. */
const planted: string[] = [];
const canary = (): string => {
  planted.push(`canary${planted.length}x`);
  return planted.at(-1) ?? '';
};

const passage = (attributes: string, more = ''): string => {
  const id = canary();
  return `::::context{#${id} locator="${canary()}" ${attributes}}\nSaid of ${canary()}.\n${more}::::\n\n`;
};

/** A picture that one wording shows, which its name tells apart. */
const picture = (): string => `![What it shows](${canary()}.png)`;

const LIBRARY = [
  ...['only=mp', 'status=draft', 'status=withdrawn', 'embargo=2025-06-01', 'expires=2024-12-31'].map((why) =>
    passage(why),
  ),
  passage('only=mp', `\n:::wording{for=press}\nFor ${canary()}.\n:::\n`),
  `::::context{#open}\nOpen.\n\n:::wording{for=mp}\nFor ${canary()}.\n:::\n::::\n\n`,
  `::::context{#shown}\nShown.\n\n:::wording{for=mp}\n${picture()}\n:::\n::::\n\n`,
  `::::claim{#said}\nSaid.\n\n:::wording{for=press}\n${picture()}\n:::\n::::\n\n`,
  `::::rebuttal{#answer against=said}\nNo.\n::::\n\n`,
  passage('only=mp', `\n${picture()}\n`),
  `Between passages ${canary()}.\n\n<!-- ${canary()} -->\n\n`,
  `::::contact{#${canary()}}\nAsk ${canary()}.\n::::\n\n`,
  `::::claim{#${canary()}}\nThey say ${canary()}.\n::::\n\n`,
  `::::rebuttal{#${canary()} against=${planted.at(-3)} only=mp}\nNo ${canary()}.\n::::\n\n`,
  `::::case-study{#study consent="${canary()}" consent-expires=2026-01-01 anonymity="${canary()}"}\nA study.\n::::\n\n`,
].join('');

const HIDDEN = source('2024', passage('only=mp'))
  .replace('Facts of 2024', canary())
  .replace('publisher: Group', `publisher: ${canary()}`);

const pack = (head: string, editions: string): string =>
  `title: ${canary()}\ndate: 2025-01-16\nsummary: A ${canary()}.\nevent: ${canary()}\ntopics: [children]\n${head}editions:\n${editions}`;

test('nothing that is not for everybody is in any file of the site, nor in a name of one', async () => {
  const [first, second, third] = [canary(), canary(), canary()];
  const base = siteProject();
  const contents = siteProject({
    'sources/library/open.md': source('2024', LIBRARY),
    [`sources/library/${canary()}.md`]: HIDDEN,
    [`sources/packs/${first}.yaml`]: pack(`short: ${canary()}\n`, `  mp: { headline: ${canary()} }\n`),
    [`sources/packs/${second}.yaml`]: pack('status: draft\n', `  press: { headline: ${canary()} }\n`),
    [`sources/packs/${third}.yaml`]: pack(
      '',
      `  press: { headline: ${canary()}, embargo: 2025-06-01T00:01 }\n`,
    ),
    'sources/packs/bill.yaml': (base['sources/packs/bill.yaml'] ?? '').replace(
      'headline: Keep families together',
      `headline: Keep ${canary()}\n    summary: For ${canary()}.`,
    ),
    'sources/vocabulary.yaml': (base['sources/vocabulary.yaml'] ?? '').replace(
      'topics:\n',
      `topics:\n  ${canary()}: ${canary()}\n`,
    ),
    'sources/audiences.yaml': `${base['sources/audiences.yaml']}${canary()}:\n  name: ${canary()}\n`,
  });
  const pictures = planted.map((one) => [`sources/library/${one}.png`, PNG] as const);
  const world = memoryWorld({ ...contents, ...Object.fromEntries(pictures) });
  const { messages } = await build(world, buildRequest({ today: LATER }));
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const site = siteIn(world.written);
  // The canaries sing where they may.
  const output = [...(world.written ?? [])]
    .map(([path, bytes]) => path + Buffer.from(bytes).toString())
    .join();
  expect(planted.filter((one) => output.includes(one)).length).toBeGreaterThan(10);
  expect(site['evidence/open.html']).toContain('Open.');
  expect(Object.keys(site)).toContain('evidence/answer.html');
  expect(site['evidence/study.html']).toContain('A study.');
  const leaks = Object.entries(site).flatMap(([path, text]) =>
    planted.filter((one) => (path + text).includes(one)).map((one) => `${one} in ${path}`),
  );
  expect(leaks).toEqual([]);
});
