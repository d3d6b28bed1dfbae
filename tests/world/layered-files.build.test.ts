import { describe, expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import { hasErrors } from '../../src/diagnostics/message.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { layered } from '../../src/world/layered-files.ts';
import { PACKAGE } from '../../src/world/package.ts';
import { changedSince, traced } from '../../src/world/trace.ts';
import type { Files } from '../../src/world/world.ts';
import { NO_IMPRINT, baseProject, memoryFiles } from '../project.ts';
import { buildRequest, memoryWorld, textOf } from '../world.ts';

/** The base project for the handout that comes with despatch, without templates but these. */
const project = (templates: Record<string, string> = {}): Files => {
  const base = Object.entries(baseProject()).filter(([path]) => path.startsWith('sources/'));
  const renamed = base.map(([path, text]) => [path, text.replaceAll('template: brief', 'template: handout')]);
  const sources = Object.fromEntries(renamed) as Record<string, string>;
  const pack = 'sources/packs/bill.yaml';
  const contents = {
    ...sources,
    [pack]: (NO_IMPRINT + sources[pack]).replace(
      /facts: .*/u,
      'number: { passages: [investigations-growth] }',
    ),
    ...templates,
  };
  return layered(memoryFiles(contents), diskFiles(PACKAGE));
};

const built = async (files: Files) => {
  const world = memoryWorld({}, { files });
  const { messages } = await build(world, buildRequest({ formats: ['html'] }));
  return { messages, page: textOf(world.written, 'bill/mp.html') };
};

/** A partial that reads what no template that comes with despatch gives it. */
const STRANGE = { 'templates/partials/motion.hbs': '{{strange}}' };

describe('a project', () => {
  test('builds without templates', async () => {
    const { messages, page } = await built(project());
    expect(messages).toEqual([]);
    expect(page).toContain('Keep families together');
  });

  test('may have one part of its own', async () => {
    const own = { 'templates/partials/ways.hbs': '<p>Ask us on Fridays.</p>' };
    const { messages, page } = await built(project(own));
    expect(messages).toEqual([]);
    expect(page.includes('Ask us on Fridays.')).toBe(true);
  });

  test('is not told of templates that it does not use and that do not go with its parts', async () => {
    expect((await built(project(STRANGE))).messages).toEqual([]);
  });

  test('is told of those that it uses', async () => {
    const own = { 'templates/partials/ways.hbs': '{{strange}}' };
    expect(hasErrors((await built(project(own))).messages)).toBe(true);
  });

  test('is told of its own, though it does not use them', async () => {
    const own = { ...STRANGE, 'templates/councillor-pack/style.css': '' };
    expect(hasErrors((await built(project(own))).messages)).toBe(true);
  });

  test.each([
    ['a part', 'templates/partials/ways.hbs'],
    ['a style sheet', 'templates/styles/base.css'],
    ['a template’s page', 'templates/handout/page.hbs'],
    ['a site page', 'templates/site/desk.hbs'],
    ['a template that was nowhere', 'templates/letter/page.hbs'],
  ])('is built anew where %s takes the place of another', async (_, path) => {
    const world = memoryWorld({}, { files: project() });
    const { trace, ...sources } = traced(world);
    await build({ ...world, ...sources }, buildRequest({ formats: ['html'] }));
    expect(await changedSince(await trace(), world)).toEqual([]);
    expect(await changedSince(await trace(), { ...world, files: project({ [path]: 'own' }) })).not.toEqual(
      [],
    );
  });
});
