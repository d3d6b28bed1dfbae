import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { source } from '../loaded.ts';
import { siteTemplates } from '../site-templates.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';
import { siteIn, siteProject } from './site-world.ts';

test('the desk and the page of all passages say that they are not for publication, tell what the build says, and are not in the site', async () => {
  const lone = source('2024', '::::context{#lone}\nNobody finds this.\n::::\n').replace(
    'topics: children\n',
    '',
  );
  const world = memoryWorld(siteProject({ ...siteTemplates(), 'sources/library/lone.md': lone }));
  const { messages } = await build(world, buildRequest());
  expect(messages.map(({ rule }) => rule)).toEqual(['no-topic']);
  const desk = textOf(world.written, 'index.html');
  expect(desk).toContain('sources/library/lone.md:8:1: warning');
  expect(desk).toContain('<a href="site/index.html">');
  expect(desk).toContain('<a href="passages.html">');
  const passages = textOf(world.written, 'passages.html');
  for (const page of [desk, passages]) {
    expect(page).toContain('Not for publication');
    expect(page).toContain('<meta name="robots" content="noindex">');
  }
  expect(JSON.stringify(siteIn(world.written))).not.toMatch(/Not for publication|passages\.html/u);
});
