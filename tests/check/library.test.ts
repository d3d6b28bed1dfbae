import { expect, test } from 'vitest';
import { checkLibrary } from '../../src/check/library.ts';
import { loaded, source, statistic } from '../loaded.ts';

const check = async (passages: string, topics = '[]') => {
  const project = await loaded({
    'sources/library/okoro-2025.md': source('2024', passages, topics),
    'sources/packs/bill.yaml':
      'title: P\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp: { slots: { facts: { passages: [named] } } }\n',
  });
  return checkLibrary(project).map(({ rule, severity, place }) => `${severity} ${rule} ${place?.line}`);
};

test('a passage without a topic is found by no pack, unless one names it or a rebuttal answers it', async () => {
  const claim =
    '::::claim{#claim}\nThey say.\n::::\n\n::::rebuttal{#answer against=claim topics=funding}\nNo.\n::::\n\n';
  expect(await check(statistic('named') + statistic('lost') + claim)).toEqual(['warning no-topic 13']);
  expect(await check(statistic('named') + statistic('lost'), 'funding')).toEqual([]);
});

test('what a rebuttal answers should be a claim, so that it never stands as our own words', async () => {
  const answer = (kind: string) =>
    `${statistic('named')}::::${kind}{#said}\nThey say.\n::::\n\n::::rebuttal{#answer against=said}\nNo.\n::::\n`;
  expect(await check(answer('context'), 'funding')).toEqual(['warning rebuts-no-claim 17']);
  expect(await check(answer('claim'), 'funding')).toEqual([]);
});
