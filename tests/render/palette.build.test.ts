import { expect, test } from 'vitest';
import { textOf, memoryWorld } from '../world.ts';
import { baseProject } from '../project.ts';
import { build } from '../../src/commands/build.ts';

const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>';

test("an organisation's colours come into every style sheet, and its logo into the page", async () => {
  const project = baseProject();
  const world = memoryWorld({
    ...project,
    'sources/organisation.yaml': `${project['sources/organisation.yaml']}colours: { accent: "#003366" }\nlogo: images/logo.svg\n`,
    'sources/images/logo.svg': LOGO,
    'templates/brief/page.hbs': (project['templates/brief/page.hbs'] ?? '').replace(
      '<header>',
      '<header>{{#if organisation.logo}}<img src="{{organisation.logo}}" alt="">{{/if}}',
    ),
  });
  const { messages } = await build(world, {
    packs: [],
    audiences: [],
    formats: ['html'],
    version: '0',
    today: '2025-02-01',
  });
  expect(messages).toEqual([]);
  const names = [...(world.written?.keys() ?? [])];
  const sheets = names.filter((name) => name.endsWith('.css'));
  expect(sheets.length).toBe(5);
  for (const sheet of sheets) {
    expect(textOf(world.written, sheet)).toContain('--accent:#003366');
    expect(textOf(world.written, sheet)).toContain('prefers-color-scheme:dark');
  }
  const logo = names.find((name) => name.startsWith('assets/logo-'));
  expect(textOf(world.written, 'bill/mp.html')).toContain(`<img src="../${logo}" alt="">`);
});
