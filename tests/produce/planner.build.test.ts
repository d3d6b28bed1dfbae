import { expect, test } from 'vitest';
import { Fingerprints } from '../../src/produce/fingerprint.ts';
import type { OpenPlan } from '../../src/produce/plan.ts';
import { planAll, planEdition, type Planned } from '../../src/produce/planner.ts';
import { ANNEX_PARTS } from '../annex-parts.ts';
import { source, statistic } from '../loaded.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { SEATS_CSV, withTables } from '../tables.ts';
import { memoryWorld } from '../world.ts';

const [HEAD = '', HULL = '', MON = ''] = SEATS_CSV.split(/(?<=\n)/u);
const PLAIN = statistic('plain').replace('area=England', 'area="United Kingdom"');

/** Wales has nothing but what is of all, which is one too few. */
const told = async (rows: string) => {
  const { messages, value } = await planAll(
    memoryWorld(
      withTables({
        'templates/brief/template.yaml': (baseProject()['templates/brief/template.yaml'] ?? '')
          .replace(
            'facts: { title: The facts, kinds: [statistic, quote], min: 1',
            'facts: { title: The facts, kinds: [statistic], min: 2',
          )
          .replace('pages:', 'formats: [html]\npages:'),
        'sources/packs/bill.yaml': `title: P\ndate: 2025-01-16\ntopics: [children, funding]\n${NO_IMPRINT}editions:\n  mp: { recipients: seats }\n`,
        'sources/places.yaml': 'United Kingdom:\n  England:\n  Wales:\n',
        'sources/library/more.md': source('2024-06', PLAIN + statistic('english')),
        'sources/data/seats.csv': HEAD + rows,
      }),
    ),
    { keepGoing: true },
  );
  const lacking = messages.filter(({ rule }) => rule === 'slot-minimum');
  return {
    lacking: lacking.map(({ row }) => row?.key),
    plans: value?.plans.map(({ key }) => key.recipient?.key),
  };
};

test('what rules say of one recipient is of what was selected for that one, whoever was planned before', async () => {
  for (const rows of [HULL + MON, MON + HULL])
    expect(await told(rows)).toEqual({ lacking: ['W1'], plans: ['E8'] });
});

test('each document is known by what is its own, whoever was planned before', async () => {
  const world = memoryWorld(
    withTables({
      'sources/packs/bill.yaml': (baseProject()['sources/packs/bill.yaml'] ?? '').replace(
        'headline: Keep families together',
        'recipients: seats\n    headline: What :field[name] owes',
      ),
      'sources/data/seats.csv':
        SEATS_CSV.replace('Hull North, East and West', 'Hull LA') +
        SEATS_CSV.split('\n')[1]?.replace('E8', 'E9'),
      'sources/library/more.md': source('2024-06', statistic('own', '', 'Of :field[council.name].')),
    }),
  );
  const { value: planned } = await planAll(world);
  const own = planned?.plans.filter(({ key }) => key.recipient) ?? [];
  expect(own).toHaveLength(3);
  for (const { key, fingerprint, open } of own) {
    const { value: alone } = await planEdition(world, planned as Planned, key);
    const { project } = open();
    expect(alone.map((plan) => [plan.open().project, plan.fingerprint])).toEqual([[project, fingerprint]]);
  }
});

test('what a plan opens to is what it is known by, whichever was opened before', async () => {
  const world = memoryWorld(
    withTables({
      ...ANNEX_PARTS,
      ...baseProject(),
      'templates/styles/large-print.css': '@page { size: A4 }',
      'sources/packs/bill.yaml': (baseProject()['sources/packs/bill.yaml'] ?? '').replace(
        'headline: Keep families together',
        'recipients: seats\n    variants: [standard, large-print]\n    annex: true\n    headline: What :field[name] owes',
      ),
      'sources/library/more.md': source('2024-06', statistic('own', '', 'Of :field[council.name].')),
    }),
  );
  const { value: planned, messages } = await planAll(world);
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { plans, renderer } = planned as Planned;
  expect(plans.length).toBeGreaterThan(5);
  const known = new Map(plans.map(({ name, fingerprint }) => [name, fingerprint]));
  for (const plan of [...plans, ...plans.toReversed()]) {
    const found = await new Fingerprints(world, renderer).of(plan.open());
    expect([plan.name, found]).toEqual([plan.name, known.get(plan.name)]);
  }
});

test.each([
  ['the selection', ({ selection }: OpenPlan) => selection],
  ['the passages', ({ project }: OpenPlan) => project.passages],
  ['the sources', ({ project }: OpenPlan) => project.sources],
  ['the templates', ({ project }: OpenPlan) => project.templates],
  ['the organisation', ({ project }: OpenPlan) => project.organisation],
  ['the vocabulary', ({ project }: OpenPlan) => project.vocabulary],
  ['the audiences', ({ project }: OpenPlan) => project.audiences],
])('recipients for whom %s are the same share it', async (_what, of) => {
  const pack = baseProject()['sources/packs/bill.yaml'] ?? '';
  const files = withTables({
    'sources/packs/bill.yaml': pack.replace('headline: Keep', 'recipients: seats\n    headline: Keep'),
    'sources/data/seats.csv': HEAD + HULL + HULL.replace('E8', 'E9'),
  });
  const { value: planned } = await planAll(memoryWorld(files));
  const [one, other] = planned?.plans.filter(({ key }) => key.recipient) ?? [];
  expect(one && other && of(one.open())).toBe(other && of(other.open()));
  expect(other?.fingerprint).not.toBe(one?.fingerprint);
});
