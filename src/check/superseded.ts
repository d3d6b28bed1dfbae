/** The rule on numbers that were corrected: none of them may stand on where the correction holds. */

import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import { warning, type Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Edition, Pack, Passage, Project } from '../model/project.ts';

/** A document: what stands in it, and what it leaves out since something newer takes its place. */
export interface Corrected {
  readonly pack: Pack;
  readonly edition: Edition;
  /** Ids of what stands in it. */
  readonly passages: readonly string[];
  /** By the id of each passage that is superseded here, the id of the one that takes its place. */
  readonly superseded: ReadonlyMap<string, string>;
}

/** Tells each number of a superseded passage that the newer one does not have, and that the document still says. */
export const checkSuperseded = (project: Project, made: Corrected): readonly Message[] => {
  const said = textsOf(project, made);
  return [...made.superseded].flatMap(([id, by]) => {
    const [old, newer] = [project.passages.get(id), project.passages.get(by)];
    if (!old || !newer) return [];
    const kept = numbersOf(allOf(newer));
    const gone = [...numbersOf(allOf(old))].filter((number) => !kept.has(number));
    return said.flatMap(({ name, text, place }) => {
      const here = numbersOf(text);
      return gone
        .filter((number) => here.has(number))
        .map((number) => standsOn(number, name, place, old, newer));
    });
  });
};

const standsOn = (number: string, name: string, place: Place, old: Passage, newer: Passage): Message =>
  warning(
    'superseded-number',
    place,
    `${name} says ${number}, as \`${old.id}\` did, whose place \`${newer.id}\` has taken`,
    {
      remedy:
        'Write the new number, or, where this is another measure, say so in words that tell the two apart.',
      related: [
        { place: old.place, text: 'the number that was superseded' },
        { place: newer.place, text: 'what took its place' },
      ],
    },
  );

interface Said {
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

const textsOf = (project: Project, { pack, edition, passages }: Corrected): readonly Said[] => {
  const own = { headline: edition.headline, summary: edition.summary ?? pack.summary };
  const written = Object.entries(own).flatMap(([name, text]) =>
    text ? [{ name: `The ${name}`, text: plain(text.text), place: text.place }] : [],
  );
  const found = passages.flatMap((id): Said[] => {
    const passage = project.passages.get(id);
    if (!passage) return [];
    const wording = passage.wordings.find(({ audiences }) => audiences.includes(edition.audience));
    const text = `${plain(wording?.text ?? passage.text)} ${passage.attributes['figure'] ?? ''}`;
    return [{ name: `\`${id}\``, text, place: wording?.place ?? passage.place }];
  });
  return [...written, ...found];
};

/** All that a passage says to anybody. */
const allOf = ({ text, wordings, attributes }: Passage): string =>
  [...[text, ...wordings.map((wording) => wording.text)].map(plain), attributes['figure'] ?? ''].join(' ');

const plain = (tree: Root): string => tree.children.map((block) => toString(block)).join(' ');

/**
 * A number as it measures something: with its sign or unit, or with the word for what it counts. Years, and numbers of
 * pages or clauses, are none.
 */
const NUMBER =
  /(?<![\d.,\p{L}])([£€$])?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?:[\s\u00a0-]?(%|per[\s\u00a0]cent|million|billion|trillion)(?!\p{L}))?(?:[\s\u00a0]+(\p{Ll}{2,}))?/gu;

const NAMES =
  /\b(?:clauses?|sections?|pages?|items?|tables?|figures?|parts?|paragraphs?|chapters?|articles?|schedules?|options?)[\s\u00a0]$/iu;

/** The numbers of a text, each as it is told: `41%`, `£1.4 million`, `5 branches`. */
const numbersOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(NUMBER)].flatMap((found) => {
      const [, sign = '', whole = '', part = '', unit = '', word = ''] = found;
      const number = `${sign}${whole.replaceAll(',', '')}${part}`;
      if (unit) return [/^(?:%|per)/u.test(unit) ? `${number}%` : `${number} ${unit}`];
      if (sign || part) return [number];
      if (NAMES.test(text.slice(0, found.index))) return [];
      if (whole.length > 4 || whole.includes(',')) return [number];
      if (/^(?:1[89]|20)\d\d$/u.test(whole)) return [];
      return whole.length > 2 ? [number] : word ? [`${number} ${word}`] : [];
    }),
  );
