/** What an exhibit is called, and what a chart says in words to those who don't see it. */

import type { Language } from '../model/languages/language.ts';
import type { Figure } from '../model/recipient.ts';
import { changeSince, comparison, listOf, show } from './fill.ts';
import type { Measure, PlaceFigures } from './measure.ts';

/** Of what, of where and of when figures are, e.g. `Vacancy rate, Leeds, 2022 to 2024`. */
export const labelled = (measures: readonly Measure[], { exhibits }: Language): string => {
  const [first] = measures;
  const label = measures.length > 1 ? [] : [first?.column.label];
  const times = [...new Set(measures.flatMap(({ periods }) => [...periods]))].toSorted();
  const [from = '', to = from] = [times[0], times.at(-1)];
  return [...label, first?.places[0]?.name, from === to ? to : exhibits.range(from, to)].join(', ');
};

/** A chart in a sentence: each place's latest figure, with how it has changed or how it stands to those of the others. */
export const chartInWords = (measure: Measure, language: Language): string => {
  const { exhibits } = language;
  const [lead, ...others] = measure.places;
  const isOverTime = measure.periods.length > 1;
  const figures = measure.places.map((place) => {
    const { latest } = endsOf(place);
    if (!latest || !('number' in latest.value)) return exhibits.none(place.name, latest ? show(latest) : '');
    const relations = isOverTime
      ? changeOf(place, language)
      : place === lead
        ? relationsTo(latest, others, language)
        : [];
    return exhibits.figure(place.name, show(latest), relations);
  });
  const { column, periods } = measure;
  const [from] = periods;
  const to = periods.at(-1) ?? from;
  const time = isOverTime ? `, ${exhibits.range(from, to)}` : '';
  return exhibits.told(`${column.label}${time}`, to, figures);
};

const endsOf = ({ figures }: PlaceFigures) => ({ earliest: figures[0], latest: figures.at(-1) });

/** Which way a place's figure went since the first time. */
const changeOf = (place: PlaceFigures, language: Language): readonly string[] => {
  const { earliest, latest } = endsOf(place);
  return earliest && latest && 'number' in earliest.value ? [changeSince(latest, earliest, language)] : [];
};

/** How a figure stands to those of other places: `higher than Leeds and York`, `lower than England`. */
const relationsTo = (own: Figure, others: readonly PlaceFigures[], language: Language): readonly string[] => {
  const groups = new Map<string, string[]>();
  for (const { name, figures } of others) {
    const other = figures.at(-1);
    if (!other || !('number' in other.value)) continue;
    const relation = comparison(own, other, language);
    groups.set(relation, [...(groups.get(relation) ?? []), name]);
  }
  return Array.from(groups, ([relation, names]) => `${relation} ${listOf(names, language)}`);
};
