import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { error, warning, type Message } from '../diagnostics/message.ts';
import type { Passage } from '../model/project.ts';
import type { Place } from '../diagnostics/place.ts';
import { wordingFor } from './text.ts';

/** Words of a text as readers count them: runs of characters between white space that hold a letter or a digit. */
const words = (tree: Root): number =>
  tree.children.flatMap((block) => toString(block).split(/\s+/u)).filter((word) => /[\p{L}\p{N}]/u.test(word))
    .length;

/** A text that is longer than its template allows. */
export const length = (
  what: string,
  written: { readonly place: Place } | null,
  text: Root | null,
  most: number | null,
): readonly Message[] => {
  const found = text ? words(text) : 0;
  if (!written || most === null || found <= most) return [];
  return [
    warning(
      'too-many-words',
      written.place,
      `The ${what} has ${found} words here; the template allows ${most}`,
      {
        remedy: 'Shorten it, or give this audience a shorter wording.',
      },
    ),
  ];
};

/** Links to passages that do not stand in this document, `pack/edition`. */
export const deadLinks = (
  passages: readonly Passage[],
  audience: string,
  document: string,
): readonly Message[] => {
  const here = new Set(passages.map(({ id }) => id));
  return passages.flatMap((passage) => {
    const dead: Message[] = [];
    visit(wordingFor(passage, audience), 'link', (link) => {
      const target = link.url.startsWith('#') ? link.url.slice(1) : null;
      if (target === null || here.has(target)) return;
      const place = { ...passage.place, ...at(link.position?.start) };
      dead.push(
        error(
          'dead-link',
          place,
          `The link to \`#${target}\` leads nowhere in ${document}: that passage is not in it`,
          {
            remedy: `Take the link out, or name \`${target}\` in the pack.`,
          },
        ),
      );
    });
    return dead;
  });
};

const at = (point: { line: number; column: number } | undefined) =>
  point ? { line: point.line, column: point.column } : {};
