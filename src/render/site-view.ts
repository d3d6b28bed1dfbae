/** What the views of pages that are no documents share. */

import Handlebars from 'handlebars';
import { z } from 'zod';
import { ENGLISH } from '../model/languages/en.ts';
import { words } from './view.ts';

/** Markup that despatch made of Markdown. */
export const html = (what: string) =>
  z.instanceof(Handlebars.SafeString).meta({ format: 'html', description: what });
/** The content of a style element. */
export const css = (what: string) =>
  z.instanceof(Handlebars.SafeString).meta({ format: 'css', description: what });
export const text = (what: string) => z.string().describe(what);
export const address = (what: string) => z.string().meta({ format: 'address', description: what });
export const date = z.object({ iso: text('e.g. `2025-01-16`'), text: text('e.g. `16 January 2025`') });

/** The files of a document. */
export const files = z.array(
  z.object({
    name: text('e.g. `PDF`'),
    href: address('Relative to the page'),
    type: text('Media type'),
    size: text('e.g. `120 kB`'),
  }),
);

/** What each of them has. */
export const common = {
  language: text('A language tag'),
  words,
  organisation: z.object({ name: text('In full'), notice: text('Stands on every page').nullable() }),
  stylesheet: address('The style sheet'),
};

/** The same in samples of views. */
export const SAMPLE = {
  language: 'en-GB',
  words: ENGLISH.words,
  organisation: { name: 'Group', notice: 'Notice' },
};
