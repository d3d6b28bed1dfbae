import Handlebars from 'handlebars';
import type { Document } from '../model/document.ts';
import type { Setting } from '../model/fit.ts';
import type { Template } from '../model/project.ts';
import { contentBox } from '../model/sheet.ts';
import { showDate } from '../model/time.ts';

/**
 * The page box, the running foot and the sizes of type, from the template's page contract. `setting` is what the document
 * was fitted to.
 *
 * A page that is found alone says what it belongs to: title, date, page x of y, and that it is a draft. The
 * organisation's notice stands on the page itself; where there may be more pages than one, in the foot of each too.
 */
export const pageStyle = (
  document: Document,
  template: Template,
  setting: Setting,
): Handlebars.SafeString => {
  const { page, type } = template;
  const foot = `${document.title} · as at ${showDate(document.date)}`;
  const notice = template.pages.max === 1 ? null : document.organisation.notice;
  const boxes = [
    ['bottom-left', cssText([foot, notice].filter((line) => line !== null).join('\n')), 'pre-line'],
    ['bottom-right', '"Page " counter(page) " of " counter(pages)', 'nowrap'],
    ...(document.draft ? [['top-center', cssText('DRAFT'), 'nowrap']] : []),
  ].map(([box, content, space]) => `@${box}{content:${content};white-space:${space}}`);
  return new Handlebars.SafeString(
    `@page{size:${page.size} ${page.orientation};margin:${page.margin};${boxes.join('')}}` +
      `:root{--page-height:${contentBox(page).height}mm;--type-size:${setting.size}pt;--spacing:${setting.spacing};--type-min:${type.min}pt;--type-notes:${type.notes}pt}`,
  );
};

/** A CSS string: what could end the string or the style element is escaped by its code point. */
const cssText = (text: string): string =>
  `"${text.replace(/["\\<>&\p{Cc}]/gu, (c) => `\\${c.codePointAt(0)?.toString(16)} `)}"`;
