import { touch } from '../../model/area.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { namedIn } from '../named.ts';

const about = (area: string) => ({
  ...passages(
    `::::statistic{#homes period=2024 area="${area}" unit=homes locator="page 1"}\nThere are 40 homes.\n::::`,
  ),
  ...pack('area: Leeds', '    slots: { facts: { passages: [homes] } }'),
  'sources/places.yaml': 'England: { West Yorkshire: [Leeds, Bradford] }\n',
});

export const otherPlace: Rule<'pack'> = {
  id: 'other-place',
  level: 'warning',
  scope: 'pack',
  finds:
    'A named passage that speaks of a place elsewhere: neither the document’s, nor around it, nor within it',
  why: 'A figure of one council in a brief on another is taken for that one’s.',
  examples: {
    ok: [about('Leeds'), about('West Yorkshire'), about('England')],
    notOk: [about('Bradford')],
  },
  *check({ project, pack: own, edition, selection }): Iterable<Breach> {
    const here = edition.area ?? own.area;
    for (const { passage, place } of namedIn(edition, selection)) {
      const { id, area, places } = passage;
      if (area === null || here === null || touch(project.areas, area, here)) continue;
      yield {
        place,
        text: `\`${id}\` speaks of ${area}, this document of ${here}`,
        remedy: 'Name another passage; or, where one lies in the other, say so in `sources/places.yaml`.',
        related: [{ place: places['area'] ?? passage.place, text: 'its place' }],
      };
    }
  },
};
