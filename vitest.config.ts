import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { configDefaults, defineConfig, mergeConfig, type Plugin } from 'vitest/config';

/** Tests of this repository's sample packs go with the samples. */
const hasSamples = existsSync('sources/packs/childrens-wellbeing-bill.yaml');

const BROWSER = 'tests/**/*.browser.test.ts';
const PROCESS = 'tests/**/*.process.test.ts';
const BUILD = 'tests/**/*.build.test.ts';

/** Whoever starts a browser without a name that says so is told; and benchmarks run with one alone. */
const WITHOUT_BROWSER = {
  env: { DESPATCH_CHROME: '/no/browser/but/in/browser.test.ts', DESPATCH_BROWSER_WS: '' },
  benchmark: { include: [] },
};

/** Packages come as users have them, and not in their slow form for developers, which vitest asks for. */
const packagesAsUsed: Plugin = {
  name: 'packages-as-used',
  configResolved: ({ ssr }) => {
    ssr.resolve = { conditions: ['node'] };
  },
};

/** Modules are loaded by Node itself, as they are when despatch runs, and what was compiled is kept from run to run. */
const AS_USED = {
  plugins: [packagesAsUsed],
  test: {
    setupFiles: ['tests/setup.ts'],
    experimental: { viteModuleRunner: false },
    env: { NODE_COMPILE_CACHE: resolve('node_modules/.cache/despatch-tests') },
  },
};

/**
 * What starts nothing shares what was loaded. Some clear memory, which Node allows from the start: a flag that is set later
 * makes it compile all anew, now and in the next run.
 */
const IN_MEMORY = { isolate: false, maxWorkers: '100%', execArgv: ['--expose-gc'], ...WITHOUT_BROWSER };

/**
 * Tests are told apart by what they start, which their names say: `a.browser.test.ts` prints, or opens pages;
 * `a.process.test.ts` runs commands as processes; `a.build.test.ts` takes whole projects through the stages, in
 * memory; all others look at one stage, or at a part of one.
 */
export default defineConfig({
  test: {
    globalSetup: 'tests/temporary-folder.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 10_000 } },
    exclude: [...configDefaults.exclude, ...(hasSamples ? [] : ['tests/samples/**'])],
    projects: [
      { name: 'unit', include: ['tests/**/*.test.ts'], exclude: [BROWSER, PROCESS, BUILD], ...IN_MEMORY },
      { name: 'build', include: [BUILD], ...IN_MEMORY },
      { name: 'process', include: [PROCESS], sequence: { groupOrder: 1 }, ...WITHOUT_BROWSER },
      { name: 'browser', include: [BROWSER], sequence: { groupOrder: 1 } },
    ].map((test) => mergeConfig(AS_USED, { test })),
  },
});
