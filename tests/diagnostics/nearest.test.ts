import { expect, test } from 'vitest';
import { nearest, suggest } from '../../src/diagnostics/nearest.ts';

test('a mistake finds the name that was meant', () => {
  expect(nearest('statistc', ['ask', 'statistic', 'quote'])).toBe('statistic');
  expect(nearest('breif', ['bill', 'brief'])).toBe('brief');
  expect(nearest('Press', ['press', 'mp'])).toBe('press');
});

test('a name that is like none finds none', () => {
  expect(nearest('elephant', ['ask', 'statistic'])).toBeNull();
  expect(nearest('x', [])).toBeNull();
});

test('the remedy names the nearest, else all while they are few', () => {
  expect(suggest('statistc', ['statistic', 'ask'])).toBe('Did you mean `statistic`?');
  expect(suggest('elephant', ['ask', 'quote', 'duty'])).toBe('Write `ask`, `quote` or `duty`.');
  expect(
    suggest(
      'elephant',
      Array.from({ length: 30 }, (_, index) => `kind-${index}`),
    ),
  ).toMatch(/30 to choose/);
  expect(suggest('elephant', [])).toBe('None is defined yet.');
});

test('among very many names, or for a very long one, none is looked for', () => {
  const many = Array.from({ length: 140_000 }, (_, index) => `name-${index}`);
  const start = performance.now();
  for (let use = 0; use < 100; use += 1) expect(nearest(`nane-${use}`, many)).toBeNull();
  expect(nearest('x'.repeat(1_000_000), ['y'.repeat(1_000_000)])).toBeNull();
  expect(performance.now() - start).toBeLessThan(5000);
});
