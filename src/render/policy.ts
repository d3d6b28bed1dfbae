import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { EXIT, visit } from '../model/visit.ts';
import type { PageScript } from './scripts.ts';

/**
 * Lets a page tell browsers to run nothing and to load nothing from elsewhere (Content Security Policy, level 3). The CSS
 * that it holds is let through by its hash, and so are these scripts, where it has them. `file:` is for a page that is
 * opened from a disk, where not every browser takes it for part of `'self'`; a page of a website can load no file.
 */
export const addPolicy = (page: Root, ours: readonly PageScript[]): void =>
  visit(page, 'element', (head) => {
    if (head.tagName !== 'head') return;
    const charset = head.children.findIndex(
      (child) => child.type === 'element' && child.properties['charSet'] !== undefined,
    );
    // The encoding comes first: browsers look for it in the first 1024 bytes.
    head.children.splice(charset + 1, 0, policyOf(stylesIn(page), scriptsIn(page, ours)));
    return EXIT;
  });

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

/** The hashes of those scripts that a page has; no other script is let through. */
const scriptsIn = (page: Root, ours: readonly PageScript[]): readonly string[] => {
  const found = new Set<string>();
  visit(page, 'element', (element) => {
    const code = element.tagName === 'script' ? toString(element) : null;
    if (code !== null && ours.some((script) => script.code === code)) found.add(allowed(code));
  });
  return [...found];
};

/** The hash of a text of CSS or of a script, as a policy names it between quotation marks. */
export const textHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

const allowed = (text: string): string => `'${textHash(text)}'`;
