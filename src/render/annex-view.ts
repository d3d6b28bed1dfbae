import type { Annex, AnnexEntry, Document } from '../model/document.ts';
import { languageOf } from '../model/languages/languages.ts';
import { hrefFrom, keyOf, pathOf } from './addresses.ts';
import { documentView, freeze, type DocumentSurroundings } from './document-view.ts';
import { phrases, toHtml, toInlineHtml } from './html.ts';
import type { AnnexView, View } from './view.ts';

/** The view of a document; of an annex with what that says, in place of its slots. Frozen through and through. */
export const viewOf = (document: Document, around: DocumentSurroundings): View => {
  const view = documentView(document, around);
  return document.annex ? freeze({ ...view, annex: annexView(document, document.annex, around) }) : view;
};

const annexView = (document: Document, { of, sections }: Annex, around: DocumentSurroundings): AnnexView => {
  const path = (variant: DocumentSurroundings['variant']) => pathOf(keyOf(document, variant), 'html');
  const { page } = languageOf(document.organisation.language);
  const [first] = around.variants;
  return {
    document: {
      headline: toInlineHtml(phrases(of.headline)),
      href: hrefFrom(path('annex'), path(first?.variant ?? 'standard')),
      version: page.version(of.version),
    },
    sections: sections.map(({ slot, title, entries }) => ({
      id: slot,
      title,
      entries: entries.map((entry) => entryView(entry, around)),
    })),
  };
};

const entryView = (
  {
    passage,
    isAnswered,
    heading,
    notes,
    text,
    facts,
    cited,
    restsOn,
    originals,
    uncompared,
    checks,
  }: AnnexEntry,
  { image }: DocumentSurroundings,
): AnnexView['sections'][number]['entries'][number] => {
  const [own, ...figures] = cited.map(({ citation, locator }) => ({
    source: toInlineHtml(citation),
    locator,
  }));
  return {
    heading,
    notes: [...notes],
    html: toHtml(text, { ...(isAnswered ? {} : { id: passage }), of: passage, image }),
    facts: [...facts],
    source: own?.source ?? toInlineHtml([]),
    locator: own?.locator ?? null,
    figures,
    restsOn: restsOn.map((words) => toInlineHtml(words)),
    originals: [...originals],
    uncompared,
    checks: [...checks],
  };
};
