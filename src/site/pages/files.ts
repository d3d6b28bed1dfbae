/** The files of a document, as the officer's pages name them. */

import { COPY_NAMES } from '../../model/copies.ts';
import { FORMATS, type Format } from '../../model/formats.ts';
import type { Language } from '../../model/languages/language.ts';
import { showWeekday } from '../../model/languages/languages.ts';
import type { Entry } from '../../model/manifest.ts';

export const filesShown = (entry: Entry, language: Language) => {
  const file = (name: string, format: Format, href: string | undefined) =>
    href === undefined
      ? []
      : [{ name, href, type: FORMATS[format].mediaType, size: language.site.size(entry.bytes[href] ?? 0) }];
  const { html, pdf, text, copies } = entry.files;
  return [
    ...file(language.formats.html, 'html', html),
    ...file(language.formats.pdf, 'pdf', pdf),
    ...COPY_NAMES.flatMap((name) => file(language.copies[name], 'pdf', copies?.[name])),
    ...file(language.formats.text, 'text', text),
  ];
};

/** e.g. `00:01, Monday 20 January 2025`. */
export const embargoShown = (moment: string, language: Language) => {
  const [day = '', time] = moment.split('T');
  return { iso: moment, text: [time, showWeekday(day, language)].filter(Boolean).join(', ') };
};
