/** Passages that must not go out are planted in every kind and every state; nothing of them is in any file of the output. */

import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { BUILT_IN } from '../../src/load/vocabulary.ts';
import { ANNEX_PARTS } from '../annex-parts.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

/** What each kind needs. */
const NEEDS: Readonly<Record<string, string>> = {
  statistic: 'period=2024 area=England unit=homes',
  ask: 'to="the Department"',
  quote: 'speaker="Sam Okoro" role=chair said=2025-01-10 locator="page 1"',
  question: 'for=oral',
  rebuttal: 'against=open-claim',
  definition: 'term=word',
  clause: 'number=3',
  amendment: 'to="Clause 9" statement="This says more."',
  spokesperson: 'role=chair',
  motion: 'part=notes',
  'case-study': 'consent=2024-01-01 consent-expires=2026-01-01 anonymity="names changed"',
  duty: 'statute="Care Act 2014"',
};

/** Why a passage must not stand in a document of 16 or 20 January 2025. */
const STATES: Readonly<Record<string, string>> = {
  others: 'only=councillor',
  draft: 'status=draft',
  withdrawn: 'status=withdrawn',
  embargoed: 'embargo=2025-01-20T00:02',
  expired: 'expires=2025-01-15',
};

const kinds = [...BUILT_IN.kinds.keys()];

const planted = kinds.flatMap((kind) =>
  Object.entries(STATES).map(([state, attributes]) => ({
    name: `canary-${kind}-${state}`,
    fence: `::::${kind}{#canary-${kind}-${state} ${attributes} ${NEEDS[kind] ?? ''} rests-on="Canary of an original" priority=1}\nCanary of ${kind}, ${state}.\n\n:::wording{for=press}\nCanary in other words of ${kind}, ${state}.\n:::\n::::\n`,
  })),
);

/** What is quoted stands in the original. */
const quotes = Object.keys(STATES).flatMap((state) => [
  `Canary of quote, ${state}.`,
  `Canary in other words of quote, ${state}.`,
]);

/** For each kind one passage that may go out, so that its slot is there to be filled. */
const open = kinds.map(
  (kind) => `::::${kind}{#open-${kind} ${NEEDS[kind] ?? ''} rests-on="Kept words"}\nOpen ${kind}.\n::::\n`,
);

test.each([
  ['none of them, in no format, no manifest and no message', ''],
  ['none in annexes either', 'annex: true\n'],
])('%s', async (_, annexes) => {
  const contents = baseProject();
  const head = contents['sources/library/okoro-2025.md']?.split('\n').slice(0, 10).join('\n') ?? '';
  const late = head.replace('2025-01-10', '2025-01-21');
  const slots = kinds.map((kind) => `  ${kind}: { title: ${kind}, kinds: [${kind}], max: 12 }\n`).join('');
  const ofOriginal = (text: string) => text.replace('\ntopics:', '\noriginal: originals/canary.txt\ntopics:');
  const world = memoryWorld({
    ...ANNEX_PARTS,
    ...contents,
    'sources/audiences.yaml': `${contents['sources/audiences.yaml']}councillor:\n  name: councillors\n  template: brief\n`,
    'sources/library/planted.md': `${ofOriginal(head)}\n${planted.map(({ fence }) => fence).join('\n')}`,
    'sources/library/late.md': `${late}\n::::context{#canary-late}\nCanary of a later source.\n::::\n`,
    'sources/library/open.md': `${ofOriginal(head)}\n<!-- despatch-ignore no-topic: because canary -->\n${open.join('\n')}`,
    'sources/originals/canary.txt': `Canary of an original. Kept words. Open quote. ${quotes.join(' ')}\n`,
    'templates/brief/template.yaml': `name: Brief\npage: { size: A4, margin: 18mm }\npages: { max: 9 }\nheadline: { words: 12 }\nformats: [html, text]\nslots:\n${slots}`,
    'templates/brief/page.hbs':
      contents['templates/brief/page.hbs']?.replace(
        /<main>.*<\/main>/u,
        `<main>${kinds.map((kind) => `{{> slot slot=slots.[${kind}]}}`).join('')}</main>`,
      ) ?? '',
    'sources/packs/bill.yaml': `${annexes}${contents['sources/packs/bill.yaml']?.replace(/ {4}slots:\n.*\n/u, '')}`,
  });
  const request = { packs: [], audiences: [], formats: [], version: '1', today: '2025-01-16' };
  const { value, messages } = await build(world, { ...request, formats: ['html', 'text'] });
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(planted).toHaveLength(110);
  expect(value?.made).toHaveLength(annexes ? 4 : 2);
  const files = [...(world.written ?? [])].map(
    ([path, bytes]) => [path, Buffer.from(bytes).toString()] as const,
  );
  // Those who write see all that there is.
  const singing = files.filter(([path, text]) => /canary/iu.test(path + text)).map(([path]) => path);
  expect(singing).toEqual(['passages.html']);
  // What is wrong with a passage as it was written is told to those who wrote it.
  const told = messages.filter(
    ({ rule }) => !['own-claim', 'question-form', 'unpinned-original'].includes(rule),
  );
  expect(told.filter(({ text }) => /canary/iu.test(text))).toEqual([]);
  for (const name of annexes ? ['mp', 'mp-annex'] : ['mp']) {
    const page = files.find(([path]) => path === `bill/${name}.html`)?.[1] ?? '';
    for (const kind of kinds) expect(page).toContain(`id="open-${kind}"`);
    expect(page.includes('“Kept words”')).toBe(name === 'mp-annex');
  }
});
