/** Rules on the `figure` of a passage, which is set large beside its sentence, whether or not a pack uses it. */

import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { error, warning, type Message } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage } from '../model/project.ts';

/** What is wrong with the figure of a passage, in its own text and in each wording. */
export const checkFigure = (passage: Passage): readonly Message[] => {
  const { figure, unit } = passage.attributes;
  if (!figure) return [];
  const place = passage.places['figure'] ?? passage.place;
  const texts: readonly Written[] = [
    { text: passage.text, place: passage.place, of: 'the text' },
    ...passage.wordings.map(({ text, place: at, audiences }) => ({
      text,
      place: at,
      of: `the wording for ${audiences.join(', ')}`,
    })),
  ];
  const stray = texts.flatMap((written) => strayFigure(passage.id, figure, place, written));
  const contrary = unit === undefined ? null : contradiction(figure, unit);
  return contrary === null ? stray : [...stray, otherUnit(figure, unit ?? '', contrary, place)];
};

interface Written {
  readonly text: Root;
  readonly place: Place;
  readonly of: string;
}

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

/** A figure that the sentence beside it does not hold: one of the two is wrong. */
const strayFigure = (
  id: string,
  figure: string,
  place: Place,
  { text, place: at, of }: Written,
): readonly Message[] => {
  const said = text.children.map((block) => toString(block)).join(' ');
  const missing = figure.match(/\d+(?:[.,]\d+)*/gu)?.find((number) => !holds(said, number));
  if (!missing) return [];
  const found = `The figure of \`${id}\` is \`${figure}\`, and \`${missing}\` is not in ${of} beside it`;
  const remedy = 'Write the same number in both, or take the figure out.';
  return [error('stray-figure', at, found, { remedy, related: [{ place, text: 'the figure' }] })];
};

/** Whether a text has a number, not as a part of a longer one. */
const holds = (text: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\d.,])${number.replace('.', String.raw`\.`)}(?![\d]|[.,]\d)`, 'u').test(text) ||
  (SPELLED[number]?.test(text) ?? false);

const CURRENCY = /[£$€]/u;
const PER_CENT = /%|\bper ?cent\b/iu;

/** Where a figure counts something else than its unit says: how the two fit; null where they do. */
const contradiction = (figure: string, unit: string): string | null => {
  const isShare = /\b(?:share|proportion|percentage|rate|part)\b/iu.test(unit);
  const measure = /^\W*(?:%|per ?cent\b)/iu.test(unit) ? 'percent' : CURRENCY.test(unit) ? 'money' : 'other';
  const sign = CURRENCY.exec(figure)?.[0];
  if (PER_CENT.test(figure))
    return measure === 'percent' || (isShare && !/\bpoints?\b/iu.test(unit)) || PER_CENT.test(unit)
      ? null
      : 'the figure is in per cent, the unit is not';
  if (sign) return unit.includes(sign) ? null : `the figure is in ${sign}, the unit is not`;
  if (/\d\s*[×x]$/u.test(figure))
    return /\btimes\b|[×x]/u.test(unit) ? null : 'the figure is a multiple, the unit is not';
  // A share may also be said as `3 in 4`.
  if (/\bin\b|½|[¼-¾]|[⅐-⅞]|\d\/\d/u.test(figure)) return null;
  if (measure === 'percent') return 'the unit is in per cent, the figure is not';
  return measure === 'money' ? `the unit is in ${CURRENCY.exec(unit)?.[0]}, the figure is not` : null;
};

const otherUnit = (figure: string, unit: string, why: string, place: Place): Message =>
  warning('figure-unit', place, `\`figure\` is \`${figure}\` and \`unit\` is \`${unit}\`: ${why}`, {
    remedy:
      'Write the figure with the sign of its unit, e.g. `figure="40%" unit="% of homes"` or `figure="£5m" unit="£ a year"`.',
  });
