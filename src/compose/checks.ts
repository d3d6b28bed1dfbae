import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { error, warning, type Message } from '../model/message.ts';
import type { Passage } from '../model/project.ts';
import type { Place } from '../model/place.ts';
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

/** How a sentence may write a small number of a figure: `3 in 4` as “three quarters”. */
const SPELLED: Readonly<Record<string, RegExp>> = {
  1: /\b(?:one|an?|once)\b/iu,
  2: /\b(?:two|twice|half|halves)\b/iu,
  3: /\b(?:three|thirds?)\b/iu,
  4: /\b(?:four|quarters?|fourths?)\b/iu,
  5: /\b(?:five|fifths?)\b/iu,
  6: /\b(?:six|sixths?)\b/iu,
  7: /\b(?:seven|sevenths?)\b/iu,
  8: /\b(?:eight|eighths?)\b/iu,
  9: /\b(?:nine|ninths?)\b/iu,
  10: /\b(?:ten|tenths?)\b/iu,
  11: /\beleven/iu,
  12: /\btwel(?:ve|fths?)\b/iu,
  20: /\btwent(?:y|ieths?)\b/iu,
  50: /\b(?:half|fifty)\b/iu,
};

/** A figure set large that the sentence beside it, in the wording of this audience, does not hold: one of the two is wrong. */
export const strayFigure = (passage: Passage, text: Root, audience: string): readonly Message[] => {
  const figure = passage.attributes['figure'];
  const said = text.children.map((block) => toString(block)).join(' ');
  const missing = figure?.match(/\d+(?:[.,]\d+)*/gu)?.find((number) => !holds(said, number));
  if (!figure || !missing) return [];
  const wording = passage.wordings.find(({ audiences }) => audiences.includes(audience));
  return [
    error(
      'stray-figure',
      wording?.place ?? passage.place,
      `The figure of \`${passage.id}\` is \`${figure}\`, but \`${missing}\` is not in the text for \`${audience}\` beside it`,
      {
        remedy: 'Write the same number in both, or take the figure out.',
        related: [{ place: passage.places['figure'] ?? passage.place, text: 'the figure' }],
      },
    ),
  ];
};

/** Whether a text has a number, not as a part of a longer one. */
const holds = (text: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\d.,])${number.replace('.', String.raw`\.`)}(?![\d]|[.,]\d)`, 'u').test(text) ||
  (SPELLED[number]?.test(text) ?? false);

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
