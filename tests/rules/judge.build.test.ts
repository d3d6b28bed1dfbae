import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { showPlace, startOf } from '../../src/diagnostics/place.ts';
import { baseProject, type Contents } from '../project.ts';
import { memoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const told = async (contents: Contents): Promise<readonly Message[]> =>
  (await check(memoryWorld({ ...baseProject(), ...contents }), { documents: false, today: '2025-01-16' }))
    .messages;

const shown = (messages: readonly Message[]): readonly string[] =>
  besidesStyle(messages).map(({ place, rule, severity, excused }) =>
    [`${showPlace(place ?? startOf('')).replace(/^.*\//u, '')} ${severity} ${rule}`, excused?.reason]
      .filter(Boolean)
      .join(': '),
  );

/** A source whose passage, from line 10 on, has a figure that is in no measure of its unit. */
const source = (before: string, inside = '', head = '') => ({
  'sources/library/a.md': `---
title: Homes
publisher: Office of Homes
${head}issued: 2024
type: report
topics: children
---

${before}::::statistic{#homes period=2024 area=England unit=people figure="52%" locator="page 1"}
${inside}Of all homes 52% are full.
::::

::::statistic{#beds period=2024 area=England unit=people figure="62%" locator="page 1"}
Of all beds 62% are full.
::::
`,
});

const bare = async () =>
  (await told(source(''))).filter(({ rule }) => rule === 'figure-unit').map(({ place }) => place?.line);

const IGNORE = 'despatch-ignore figure-unit: because the report does not say of what.';
const REASON = 'the report does not say of what.';

describe('an excuse', () => {
  test('is for what would be found', async () => {
    expect(await bare()).toEqual([9, 13]);
  });

  test.each([
    ['above a passage', `<!-- ${IGNORE} -->\n`, '', 10],
    ['above it with a blank line between', `<!-- ${IGNORE} -->\n\n`, '', 11],
    ['above another comment', `<!-- ${IGNORE} -->\n<!-- Ask them. -->\n`, '', 11],
    [
      'on several lines',
      `<!-- despatch-ignore figure-unit: because the report\n  does not say of what. -->\n`,
      '',
      11,
    ],
    ['within it', '', `<!-- ${IGNORE} -->\n`, 9],
    ['without “because”', `<!-- despatch-ignore figure-unit: ${REASON} -->\n`, '', 10],
  ])('%s is for this passage alone', async (_, before, inside, line) => {
    const lines = shown(await told(source(before, inside)));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(`a.md:${line}:`);
    expect(lines[0]).toMatch(`information figure-unit: ${REASON}`);
    expect(lines[1]).toMatch(/warning figure-unit$/u);
  });

  test.each([
    ['above a key', `  # ${IGNORE}\n  mp:\n    max: 1\n`],
    [
      'on several lines above it',
      '  # despatch-ignore slot-minimum: because the report\n  #   does not say of what.\n  mp:\n',
    ],
    ['behind a value', `  mp: # ${IGNORE}\n`],
    ['above the list that it is in', `# ${IGNORE}\neditions:\n- mp\n`],
  ])('in YAML %s is read with its lines', async (_, editions) => {
    const rule = /ignore ([a-z-]+)/u.exec(editions)?.[1] ?? '';
    const text = editions.startsWith('#') ? editions : `editions:\n${editions}`;
    const messages = await told({
      'sources/packs/b.yaml': `title: B\ndate: 2025-01-16\ntopics: children\n${text}`,
    });
    expect(messages.filter(({ rule: said }) => said === 'excuse')).toEqual([]);
    expect(rule).not.toBe('');
  });

  test('in YAML is for its key and what is below that', async () => {
    const pack = (above: string, below = '') => ({
      'sources/packs/b.yaml': `title: B\ndate: 2025-01-16\ntopics: funding\neditions:\n${above}  mp:\n    headline: One\n${below}  press:\n    headline: Two\n`,
    });
    const found = async (...parts: Parameters<typeof pack>) =>
      (await told(pack(...parts)))
        .filter(({ rule }) => rule === 'slot-minimum')
        .map(({ severity, place }) => `${place?.line} ${severity}`);
    const note = '  # despatch-ignore slot-minimum: because it is a test.\n';
    expect(await found('')).toEqual(['5 error', '7 error']);
    expect(await found(note)).toEqual(['6 information', '8 error']);
    expect(await found('', note)).toEqual(['5 error', '8 information']);
    expect(await found('  # Of members.\n')).toEqual(['6 error', '8 error']);
  });

  test.each([
    ['<!-- despatch-ignore figure-unit -->\n', 'excuse'],
    ['<!-- despatch-ignore figure-unit: -->\n', 'excuse'],
    ['<!-- despatch-ignore: because it is right. -->\n', 'excuse'],
    ['<!-- despatch-disable figure-unit: because it is right. -->\n', 'excuse'],
    ['<!-- despatch-ignore figure-unit: because it is right. -->\n\nText.\n\n', 'excuse'],
    ['<!-- despatch-ignore figure-unt: because it is right. -->\n', 'unknown-rule'],
    ['<!-- despatch-ignore named-passage: because it is right. -->\n', 'fixed-rule'],
  ])('%j is an error', async (before, rule) => {
    const errors = (await told(source(before))).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([expect.objectContaining({ rule, remedy: expect.any(String) as string })]);
  });

  test('below which there is no passage is an error', async () => {
    const files = source('');
    const text = `${files['sources/library/a.md']}\n<!-- ${IGNORE} -->\n`;
    expect(shown(await told({ 'sources/library/a.md': text }))).toContain('a.md:17:22 error excuse');
  });

  test('for which there is nothing to excuse is told', async () => {
    const lines = shown(await told(source('<!-- despatch-ignore no-period: because it is old. -->\n')));
    expect(lines).toContain('a.md:9:22 warning idle-excuse');
  });

  test('within a text of YAML is none', async () => {
    const text = `${baseProject()['sources/organisation.yaml']}about: >-\n  A group.\n  # despatch-ignore of what.\n`;
    const messages = await told({ 'sources/organisation.yaml': text });
    expect(messages.map(({ rule }) => rule)).not.toContain('excuse');
  });
});

describe('levels of an organisation', () => {
  const withLevels = (rules: string) => ({
    'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}rules:\n${rules}`,
  });

  test.each(['error', 'warning', 'information'])('make what a rule finds matter as %s', async (level) => {
    const messages = await told({ ...source(''), ...withLevels(`  figure-unit: ${level}\n`) });
    expect(besidesStyle(messages).map(({ severity }) => severity)).toEqual([level, level]);
  });

  test.each([
    ['percentage-bas: error', 'unknown-rule'],
    ['named-passage: warning', 'fixed-rule'],
    ['figure-unit: fatal', 'bad-value'],
  ])('are refused: %s', async (line, rule) => {
    const [message] = await told(withLevels(`  ${line}\n`));
    expect(message).toMatchObject({ rule, severity: 'error' });
    expect(message?.place?.file).toBe('sources/organisation.yaml');
  });
});
