import Handlebars from 'handlebars';
import type { Document } from '../model/document.ts';
import type { Setting } from '../model/fit.ts';
import type { Template } from '../model/template.ts';
import { contentBox } from '../model/sheet.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf, showDate } from '../model/languages/languages.ts';
import type { Variant } from '../model/variant.ts';

/**
 * The page box, the running foot and the sizes of type, from the template's page contract. `layout` is what the document
 * was fitted to.
 *
 * A page that is found alone says what it belongs to: title, date, short address, version, page x of y, and that it is a
 * draft. The organisation's notice stands on the first page itself, and in the foot of each page after it.
 */
export const pageStyle = (
  document: Document,
  template: Template,
  { variant, layout }: { readonly variant: Variant; readonly layout: Setting },
): Handlebars.SafeString => {
  const { page, type } = template;
  const boxes = variant === 'large-print' ? largeBoxes(document) : usualBoxes(document);
  const { notice } = document.organisation;
  const noticed = notice && template.pages.max !== 1 ? [footOf(boxes, notice)] : [];
  return new Handlebars.SafeString(
    `@page{size:${page.size} ${page.orientation};margin:${page.margin};${[...boxes, ...noticed].map(written).join('')}}` +
      (noticed.length ? `@page:first{${boxes.map(written).join('')}}` : '') +
      `:root{--page-height:${contentBox(page).height}mm;--type-size:${layout.size}pt;--spacing:${layout.spacing};--type-min:${type.min}pt;--type-notes:${type.notes}pt}`,
  );
};

type MarginBox = readonly [name: string, content: string, whiteSpace: 'pre-line' | 'nowrap'];

const pageOf = ({ page }: Language): string =>
  `${cssText(`${page.page} `)} counter(page) ${cssText(` ${page.of} `)} counter(pages)`;

/** An address as it is printed: without its protocol. */
export const bareAddress = (address: string): string =>
  address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');

/** Where the document is to be found, and which state of it this page is of. */
const trace = ({ address, version }: Document, { page }: Language): string =>
  [address && bareAddress(address), page.version(version)].filter(Boolean).join(' · ');

const written = ([box, content, space]: MarginBox): string =>
  `@${box}{content:${content};white-space:${space}}`;

/** The foot with the organisation's notice as its last line. */
const footOf = (boxes: readonly MarginBox[], notice: string): MarginBox => {
  const foot = boxes.find(([box]) => box === 'bottom-left')?.[1] ?? '""';
  return ['bottom-left', `${foot}"\\a "${cssText(notice)}`, 'pre-line'];
};

const usualBoxes = (document: Document): readonly MarginBox[] => {
  const language = languageOf(document.organisation.language);
  const asAt = language.page.asAt(showDate(document.date, language));
  const title = document.annex ? `${language.variants.annex}: ${document.title}` : document.title;
  const foot = [`${title} · ${asAt}`, trace(document, language)].join('\n');
  return [
    ['bottom-left', cssText(foot), 'pre-line'],
    ['bottom-right', pageOf(language), 'nowrap'],
    ...(document.draft
      ? [['top-center', cssText(language.words.draft.toUpperCase()), 'nowrap'] as const]
      : []),
  ];
};

/** In type this large, title and number take the head of the page. */
const largeBoxes = (document: Document): readonly MarginBox[] => {
  const { title, date, draft, organisation } = document;
  const language = languageOf(organisation.language);
  const asAt = language.page.asAt(showDate(date, language));
  return [
    ['top-left', cssText(`${draft ? `${language.words.draft}: ` : ''}${title}\n${asAt}`), 'pre-line'],
    ['top-right', pageOf(language), 'nowrap'],
    ['bottom-left', cssText(trace(document, language)), 'pre-line'],
  ];
};

/** A CSS string: what could end the string or the style element is escaped by its code point. */
const cssText = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;
