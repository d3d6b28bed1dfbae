/** In which words everybody reads a passage. */

import type { Passage } from '../model/passage.ts';
import { otherReaders } from './other-readers.ts';
import { passageText } from './texts.ts';
import type { Published } from './published.ts';

/** Each other wording once, with the audience that reads it. */
export const otherWordings = (site: Published, passage: Passage, path: string) =>
  otherReaders(site.project, passage).map(({ id, name }) => ({
    audience: name,
    html: passageText(site, passage, id, path).html,
  }));
