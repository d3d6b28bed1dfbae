import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../model/visit.ts';
import { copyTree } from '../model/copy-tree.ts';
import { COPY_SCRIPT } from './copy-button.ts';

/**
 * A copy of a page that tells browsers to run nothing and to load nothing from elsewhere (Content Security Policy,
 * level 3). The CSS that it holds is let through by its hash, and so is the script of copy buttons. `file:` is for a page that is opened from a disk, where
 * not every browser takes it for part of `'self'`; a page of a website can load no file.
 */
export const withPolicy = (page: Root): Root => {
  const copy = copyTree(page);
  visit(copy, 'element', (head) => {
    if (head.tagName !== 'head') return;
    const charset = head.children.findIndex(
      (child) => child.type === 'element' && child.properties['charSet'] !== undefined,
    );
    // The encoding comes first: browsers look for it in the first 1024 bytes.
    head.children.splice(charset + 1, 0, policyOf(stylesIn(copy), scriptsIn(copy)));
    return false;
  });
  return copy;
};

const policyOf = (styles: readonly string[], scripts: readonly string[]): Element => ({
  type: 'element',
  tagName: 'meta',
  properties: {
    httpEquiv: ['Content-Security-Policy'],
    content: [
      "default-src 'none'",
      "img-src 'self' file:",
      "font-src 'self' file:",
      ["style-src 'self' file:", ...styles].join(' '),
      ...(scripts.length ? [['script-src', ...scripts].join(' ')] : []),
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  },
  children: [],
});

/** The hashes of the CSS in a page: of its elements, and of its attributes where there are any. */
const stylesIn = (page: Root): readonly string[] => {
  const [elements, attributes] = [new Set<string>(), new Set<string>()];
  visit(page, 'element', (element) => {
    if (element.tagName === 'style') elements.add(allowed(toString(element)));
    const { style } = element.properties;
    if (typeof style === 'string') attributes.add(allowed(style));
  });
  return [...elements, ...(attributes.size ? ["'unsafe-hashes'", ...attributes] : [])];
};

/** The hash of the script of copy buttons, where a page has it; no other script is let through. */
const scriptsIn = (page: Root): readonly string[] => {
  let there = false;
  visit(page, { tagName: 'script' }, (element) => {
    there ||= toString(element) === COPY_SCRIPT;
  });
  return there ? [allowed(COPY_SCRIPT)] : [];
};

/** The hash of a text of CSS or of a script, as a policy names it between quotation marks. */
export const textHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

const allowed = (text: string): string => `'${textHash(text)}'`;
