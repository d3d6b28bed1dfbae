import { expect, test } from 'vitest';
import { fontFacts } from '../../src/pdf/index.ts';
import { planAll } from '../../src/produce/planner.ts';
import type { Readings } from '../../src/world/world.ts';
import { baseProject, type Contents } from '../project.ts';
import { frozenReadings } from '../readings.ts';
import { memoryWorld } from '../world.ts';

/** What the documents of the base project can print, and how many fonts were read for that. */
const planned = async (readings: Readings, changed: Contents = {}) => {
  let read = 0;
  const watched: Readings = {
    begin: async () => {
      const round = await readings.begin();
      return {
        ...round,
        awaited: (name, key, make) =>
          round.awaited(name, key, () => ((read += name.startsWith('font ') ? 1 : 0), make())),
      };
    },
  };
  const world = { ...memoryWorld({ ...baseProject(), ...changed }), readings: watched };
  const { value } = await planAll(world);
  if (!value) throw new Error('the base project is in order');
  const [template] = value.plans.map(({ key }) => value.renderer.formOf('brief', key.variant));
  return { printable: value.fonts.characters, fonts: template?.fonts ?? [], read };
};

test('what can be printed is what the fonts of printed documents have, and each is read once', async () => {
  const readings = frozenReadings();
  const { printable, fonts, read } = await planned(readings);
  const facts = await Promise.all(fonts.map(fontFacts));
  expect(printable).toEqual(new Set(facts.flatMap(({ characters }) => characters)));
  expect([printable.size > 100, read]).toEqual([true, 2]);
  expect(await planned(readings)).toEqual({ printable, fonts, read: 0 });
});

test('another font has other characters', async () => {
  const readings = frozenReadings();
  const { printable } = await planned(readings);
  const path = 'templates/styles/fonts.css';
  const changed = { [path]: (baseProject()[path] ?? '').replaceAll('-latin-', '-latin-ext-') };
  const other = await planned(readings, changed);
  expect(other.read).toBe(2);
  expect(other.printable.has('Ŵ'.codePointAt(0) ?? 0)).toBe(true);
  expect(printable.has('Ŵ'.codePointAt(0) ?? 0)).toBe(false);
});

test('where nothing is printed no font is read', async () => {
  const path = 'templates/brief/template.yaml';
  const changed = { [path]: `${baseProject()[path]}formats: [html]\n` };
  expect(await planned(frozenReadings(), changed)).toMatchObject({ printable: new Set(), read: 0 });
});
