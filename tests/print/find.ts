/** Finds the browser with an empty cache in the folder that is named, and says what it found: a process for tests. */

import { findBrowser } from '../../src/print/browser/find-browser.ts';
import { thisMachine } from './press.ts';

const [cache = ''] = process.argv.slice(2);
const found = await findBrowser(thisMachine({ variables: { XDG_CACHE_HOME: cache } }));
process.stdout.write(JSON.stringify(found));
