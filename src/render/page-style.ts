import Handlebars from 'handlebars';
import type { Document } from '../model/document.ts';
import type { Setting } from '../model/fit.ts';
import type { Template } from '../model/project.ts';
import { contentBox } from '../model/sheet.ts';
import { showDate } from '../model/time.ts';
import type { Variant } from '../model/variant.ts';

/**
 * The page box, the running foot and the sizes of type, from the template's page contract. `layout` is what the document
 * was fitted to.
 *
 * A page that is found alone says what it belongs to: title, date, short address, version, page x of y, and that it is a
 * draft. The
 * organisation's notice stands on the page itself; where there may be more pages than one, in the foot of each too.
 */
export const pageStyle = (
  document: Document,
  template: Template,
  { variant, layout }: { readonly variant: Variant; readonly layout: Setting },
): Handlebars.SafeString => {
  const { page, type } = template;
  const boxes = (variant === 'standard' ? usualBoxes : largeBoxes)(document, template).map(
    ([box, content, space]) => `@${box}{content:${content};white-space:${space}}`,
  );
  return new Handlebars.SafeString(
    `@page{size:${page.size} ${page.orientation};margin:${page.margin};${boxes.join('')}}` +
      `:root{--page-height:${contentBox(page).height}mm;--type-size:${layout.size}pt;--spacing:${layout.spacing};--type-min:${type.min}pt;--type-notes:${type.notes}pt}`,
  );
};

type Box = readonly [name: string, content: string, whiteSpace: 'pre-line' | 'nowrap'];

const PAGE = '"Page " counter(page) " of " counter(pages)';

/** An address as it is printed: without its protocol. */
export const bareAddress = (address: string): string =>
  address.replace(/^https?:\/\//u, '').replace(/\/$/u, '');

/** Where the document is to be found, and which state of it this page is of. */
const trace = ({ address, version }: Document): string =>
  [address && bareAddress(address), `version ${version}`].filter(Boolean).join(' · ');

const usualBoxes = (document: Document, { pages }: Template): readonly Box[] => {
  const notice = pages.max === 1 ? null : document.organisation.notice;
  const foot = [`${document.title} · as at ${showDate(document.date)}`, trace(document), notice]
    .filter((line) => line !== null)
    .join('\n');
  return [
    ['bottom-left', cssText(foot), 'pre-line'],
    ['bottom-right', PAGE, 'nowrap'],
    ...(document.draft ? [['top-center', cssText('DRAFT'), 'nowrap'] as const] : []),
  ];
};

/** In type this large, title and number take the head of the page, the notice its foot. */
const largeBoxes = (document: Document): readonly Box[] => {
  const { title, date, draft, organisation } = document;
  const foot = [organisation.notice, trace(document)].filter(Boolean).join('\n');
  return [
    ['top-left', cssText(`${draft ? 'Draft: ' : ''}${title}\nas at ${showDate(date)}`), 'pre-line'],
    ['top-right', PAGE, 'nowrap'],
    ['bottom-left', cssText(foot), 'pre-line'],
  ];
};

/** A CSS string: what could end the string or the style element is escaped by its code point. */
const cssText = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;
