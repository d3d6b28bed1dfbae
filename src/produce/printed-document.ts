import type { PrintedDocument } from '../rules/subjects.ts';
import type { Composed } from './composer.ts';

/** What rules have to know of a document that is printed: with where its texts were written. */
export const printedDocument = ({
  project: { passages },
  name,
  template,
  pack,
  edition,
  document,
}: Composed): PrintedDocument => ({
  name,
  template,
  place: edition.place,
  texts: {
    passages,
    headline: edition.headline?.place ?? pack.place,
    summary: (edition.summary ?? pack.summary)?.place ?? pack.place,
    figures: document.sections.flatMap(({ items }) =>
      items.flatMap(({ passage, attributes: { figure } }) => (figure ? [[figure, passage] as const] : [])),
    ),
  },
});
