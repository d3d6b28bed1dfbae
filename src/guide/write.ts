/** Writes the guide's pages into the package, where `despatch guide` finds them. Run by `npm run guide`. */

import { rm } from 'node:fs/promises';
import { diskFiles } from '../world/disk-files.ts';
import { installedPackages } from '../world/installed-packages.ts';
import { writeFiles } from '../world/new-files.ts';
import { GUIDE, PACKAGE } from '../world/package.ts';
import { guidePages } from './guide.ts';

await rm(GUIDE, { recursive: true, force: true });
await writeFiles(GUIDE, await guidePages(diskFiles(PACKAGE), installedPackages(PACKAGE)));
