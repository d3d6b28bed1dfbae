import { existsSync } from 'node:fs';
import { configDefaults, defineConfig } from 'vitest/config';

/** Tests of this repository's sample packs go with the samples. */
const OF_SAMPLES = ['tests/own-packs.test.ts', 'tests/web-pages.test.ts'];
const hasSamples = existsSync('sources/packs/childrens-wellbeing-bill.yaml');

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(hasSamples ? [] : OF_SAMPLES)],
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
