import { expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { readProse } from '../../src/produce/prose.ts';
import { FRESH } from '../../src/world/readings.ts';
import { loaded } from '../loaded.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { memoryWorld } from '../world.ts';

const context = (id: string, more = '') => `::::context{#${id}${more}}\nHomes are are full.\n::::\n\n`;

const FILES = {
  'sources/library/homes.md': `---
title: Homes
publisher: Office of Homes
issued: 2024
type: report
topics: children
---

${context('open')}${context('gone', ' status=withdrawn')}::::quote{#said speaker="Ann Lee" role=Minister said=2024 locator="page 1"}
Homes are are full.
::::
`,
};

test('what is withdrawn, and what somebody said, is not read', async () => {
  const project = await loaded(FILES);
  const files = memoryFiles({ ...baseProject(), ...FILES });
  const found = await readProse(project, files, FRESH);
  expect(found.has('open')).toBe(true);
  expect([...found.keys()].filter((id) => id === 'gone' || id === 'said')).toEqual([]);
  const { messages } = await check(memoryWorld({ ...baseProject(), ...FILES }), {
    documents: false,
    today: '2025-01-16',
  });
  const told = messages.filter(({ rule }) => rule === 'repeated-word');
  expect(told.map(({ place }) => place?.line)).toEqual([10]);
});

test('documents in another language have none', async () => {
  const project = await loaded(FILES);
  const organisation = { ...project.organisation, language: 'cy' };
  const files = memoryFiles({ ...baseProject(), ...FILES });
  expect((await readProse({ ...project, organisation }, files, FRESH)).size).toBe(0);
});
