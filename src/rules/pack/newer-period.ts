import { memo } from '../../model/memo.ts';
import type { Project } from '../../model/project.ts';
import { firstDay } from '../../model/time.ts';
import { pack, passages } from '../examples.ts';
import { byMeasure, type MeasuredPassage } from '../measures/measured.ts';
import { isEarlier } from '../measures/period.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';

const statistic = (id: string, value: string, more: string) =>
  `::::statistic{#${id} area=England unit="% of homes" locator="page 1" measure="homes that are full" value=${value} ${more}}\nOf all homes ${value}% are full.\n::::\n\n`;

const trend = (more: string, own = '') => ({
  ...passages(statistic('old', '33', 'period=2021-22') + statistic('new', '31.3', more)),
  ...pack('', `    slots: { facts: { passages: [old], max: 1 } }${own}`),
});

export const newerPeriod: Rule<'pack'> = {
  id: 'newer-period',
  level: 'warning',
  scope: 'pack',
  finds:
    'A statistic in a document, of a measure for which the library has a newer period, which is not in it',
  why: 'Whoever answers will have the newer figure.',
  examples: {
    ok: [
      trend('period=2020-21'),
      trend('period=2022-23 status=draft'),
      trend('period=2022-23 only=press'),
      trend('period=2022-23 expires=2025-01-01'),
    ],
    notOk: [trend('period=2022-23'), trend('period="year to March 2024"')],
  },
  *check(selected): Iterable<Breach> {
    const { project, pack: own, edition, selection } = selected;
    const chosen = new Map(
      selection.slots.flatMap(({ passages: found }) => found.map((one) => [one.id, one] as const)),
    );
    for (const passage of chosen.values()) {
      const group = measuresOf(project).get(passage.id) ?? [];
      const older = group.find(({ passage: { id } }) => id === passage.id);
      const newer = older && group.filter((one) => isNewer(one, older, selected));
      if (!newer?.length || newer.some((one) => chosen.has(one.passage.id))) continue;
      const latest = newer.reduce((one, other) => (isEarlier(one.days, other.days) ? other : one));
      yield {
        place: passage.places['period'] ?? passage.place,
        text: `\`${passage.id}\` gives ${older?.value} (${older?.unit}) for ${older?.period}; for ${latest.period} it is ${latest.value}, in ${own.id}/${edition.id}`,
        remedy: `Use \`${latest.passage.id}\` in place of \`${passage.id}\`, or both; where that is always so, write \`supersedes=${passage.id}\` there.`,
        related: [
          { place: latest.passage.place, text: 'the newer one' },
          { place: edition.place, text: 'the older one is used here' },
        ],
      };
    }
  },
};

/** Whether one is of a later period, in a document for the same reader. */
const isNewer = (
  { passage, days, unit }: MeasuredPassage,
  older: MeasuredPassage,
  { project, edition, selection: { date } }: Selected,
): boolean => {
  const issued = project.sources.get(passage.source)?.issued;
  return (
    isEarlier(older.days, days) &&
    unit === older.unit &&
    issued !== undefined &&
    firstDay(issued) <= date &&
    (passage.embargo?.day ?? '') <= date &&
    (passage.expires ?? date) >= date &&
    (passage.only?.includes(edition.audience) ?? true)
  );
};

/** For each passage that gives the value of a measure, all of that measure and area; found once for a project. */
const measuresOf = (project: Project): ReadonlyMap<string, readonly MeasuredPassage[]> =>
  memo(
    known,
    project,
    () =>
      new Map(
        [...byMeasure(project.passages.values(), ({ area }) => area).values()].flatMap((group) =>
          group.map(({ passage }) => [passage.id, group] as const),
        ),
      ),
  );

const known = new WeakMap<Project, ReadonlyMap<string, readonly MeasuredPassage[]>>();
