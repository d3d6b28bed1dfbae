/** The script that runs in the page: bundled with what it imports (`in-page-script.ts`), and asked over its global. */

import type { InPage } from './interface.ts';
import { markPage } from './mark-page.ts';
import { measurePage } from './measure-page.ts';
import { measurePictures } from './measure-pictures.ts';
import { foretellPages, writePages } from './page-numbers.ts';
import { growPages, pageSizes } from './page-sizes.ts';
import { answer } from './page-trials.ts';

const inPage: InPage = {
  pageSizes,
  measure: (size) => ({ ...measurePage(size), ...measurePictures(size.name) }),
  markPage,
  growPages,
  foretellPages,
  writePages,
  answer,
};

Object.assign(globalThis, { despatch: inPage });
