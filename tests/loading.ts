/** How vitest comes by the modules of tests. */

import { registerHooks } from 'node:module';

/** Vitest puts the time behind the name of a test file: under such a name nothing is found of what was compiled. */
const TIME = /%3Fvitest=\d+$/u;

/** It asks to be told of each import, and needs it only while it waits for changes. */
const isWatching = process.env['VITEST_MODE'] === 'WATCH';

const isOwn = (specifier: string, parent: string): boolean =>
  /^\.\.?\/.*\.ts$/u.test(specifier) && !parent.includes('/node_modules/');

registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context;
    if (isWatching || !parentURL || !isOwn(specifier, parentURL))
      return next(specifier.replace(TIME, ''), context);
    return { url: new URL(specifier, parentURL).href, shortCircuit: true };
  },
});
