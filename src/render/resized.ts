/** A document is often rendered twice, in the template's size and in the one that it is fitted to: the second is cheap. */

import type { Told } from '../diagnostics/message.ts';
import type { Document } from '../model/document.ts';
import type { Layout } from '../model/fit.ts';
import type { Template } from '../model/template.ts';
import type { Variant } from '../model/variant.ts';
import { pageStyle } from './page-style.ts';
import { textHash } from './policy.ts';

interface ResizableLook {
  readonly variant: Variant;
  readonly template: Template;
  readonly layout?: Layout | undefined;
}

interface ResizablePages {
  readonly html: string;
  readonly print: string | null;
}

type Render<P, L, R> = (project: P, document: Document, look: L) => Promise<Told<R | null>>;

/** Renders a document; what was rendered of it last is only changed where nothing but its size is to be another. */
export const resizing = <P, L extends ResizableLook, R extends ResizablePages>(
  render: Render<P, L, R>,
): Render<P, L, R> => {
  const last = new WeakMap<
    Document,
    { readonly project: P; readonly look: L; readonly told: Told<R | null> }
  >();
  return async (project, document, look) => {
    const before = last.get(document);
    if (before?.told.value && before.project === project && isOfOneKind(before.look, look)) {
      const styleIn = (its: L) =>
        pageStyle(document, look.template, { ...its, layout: sizeOf(its) }).toString();
      const value = resized(before.told.value, styleIn(before.look), styleIn(look));
      if (value) return { ...before.told, value };
    }
    const told = await render(project, document, look);
    last.set(document, { project, look, told });
    return told;
  };
};

/** How large a look is: as its template says, unless it says so itself. */
export const sizeOf = ({ template, layout }: ResizableLook): Layout =>
  layout ?? { size: template.type.size, spacing: 1 };

/** Whether two looks differ in their size alone. */
const isOfOneKind = <L extends ResizableLook>(one: L, other: L): boolean => {
  const { layout, ...rest } = one;
  const isSame = Object.entries(rest).every(([name, value]) => other[name as keyof L] === value);
  return isSame && (layout?.notesPages ?? 0) === (other.layout?.notesPages ?? 0);
};

/**
 * Pages whose page style is another one. Nothing else of them depends on the size but the hash by which the policy of
 * a page lets its style through; null where that is not there.
 */
const resized = <R extends ResizablePages>(pages: R, from: string, to: string): R | null => {
  const hashes = new Map<string, string>();
  const restyled = (page: string): string =>
    page.replaceAll(/(<style[^>]*>)([^]*?)(?=<\/style>)/gu, (whole, tag: string, css: string) => {
      if (!css.includes(from)) return whole;
      const own = css.replaceAll(from, () => to);
      hashes.set(textHash(css), textHash(own));
      return tag + own;
    });
  let html = restyled(pages.html);
  for (const [before, after] of hashes) {
    if (!html.includes(before)) return null;
    html = html.replaceAll(before, () => after);
  }
  return { ...pages, html, print: pages.print && restyled(pages.print) };
};
