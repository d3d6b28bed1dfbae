import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/**
 * A copy of a page that tells browsers to run nothing and to load nothing from elsewhere (Content Security Policy,
 * level 3). The CSS that it holds is let through by its hash. `file:` is for a page that is opened from a disk, where
 * not every browser takes it for part of `'self'`; a page of a website can load no file.
 */
export const withPolicy = (page: Root): Root => {
  const copy = structuredClone(page);
  visit(copy, 'element', (head) => {
    if (head.tagName !== 'head') return;
    const charset = head.children.findIndex(
      (child) => child.type === 'element' && child.properties['charSet'] !== undefined,
    );
    // The encoding comes first: browsers look for it in the first 1024 bytes.
    head.children.splice(charset + 1, 0, policyOf(hashesIn(copy)));
    return false;
  });
  return copy;
};

const policyOf = (hashes: readonly string[]): Element => ({
  type: 'element',
  tagName: 'meta',
  properties: {
    httpEquiv: ['Content-Security-Policy'],
    content: [
      "default-src 'none'",
      "img-src 'self' file:",
      "font-src 'self' file:",
      ["style-src 'self' file:", ...hashes].join(' '),
      "base-uri 'none'",
      "form-action 'none'",
    ].join('; '),
  },
  children: [],
});

/** The hashes of the CSS in a page: of its elements, and of its attributes where there are any. */
const hashesIn = (page: Root): readonly string[] => {
  const [elements, attributes] = [new Set<string>(), new Set<string>()];
  visit(page, 'element', (element) => {
    if (element.tagName === 'style') elements.add(hashOf(toString(element)));
    const { style } = element.properties;
    if (typeof style === 'string') attributes.add(hashOf(style));
  });
  return [...elements, ...(attributes.size ? ["'unsafe-hashes'", ...attributes] : [])];
};

const hashOf = (css: string): string => `'sha256-${createHash('sha256').update(css).digest('base64')}'`;
