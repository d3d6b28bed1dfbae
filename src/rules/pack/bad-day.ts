import { whyNot } from '../../model/calendar.ts';
import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const on = (days: string, date: string, area = 'England', status = 'approved') => ({
  ...passages('::::ask{#open to=Leeds}\nOpen homes.\n::::'),
  'sources/audiences.yaml': `mp: { name: Members of Parliament, template: brief, days: ${days} }\npress: { name: the press, template: brief }\n`,
  'sources/packs/example.yaml': `title: An example\ndate: ${date}\narea: ${area}\ntopics: [children, funding]\nstatus: ${status}\neditions: [mp]\n`,
  'sources/places.yaml': 'United Kingdom: { England: [Leeds], Scotland: [Glasgow] }\n',
  'sources/calendar.yaml':
    'bank-holidays:\n  - { on: 2025-04-18, name: Good Friday }\n  - { on: 2025-04-21, name: Easter Monday, area: England }\nrecesses:\n  - { from: 2025-04-09, to: 2025-04-21, name: the Easter recess }\n',
});

export const badDay: Rule<'pack'> = {
  id: 'bad-day',
  level: 'warning',
  scope: 'pack',
  finds:
    'A document dated on a day on which its readers are not at work: a weekend, a bank holiday, or a recess of their parliament',
  why: 'A release of a Sunday is found on Tuesday, and a brief that comes in a recess lies under what came after it.',
  examples: {
    ok: [
      on('working', '2025-04-10'),
      on('sitting', '2025-04-08'),
      on('any', '2025-04-20'),
      on('working', '2025-04-21', 'Glasgow'),
      on('working', '2025-04-20', 'Leeds', 'draft'),
    ],
    notOk: [
      on('working', '2025-04-12'),
      on('working', '2025-04-18', 'Glasgow'),
      on('working', '2025-04-21', 'Leeds'),
      on('sitting', '2025-04-10'),
      on('sitting', '2025-04-26'),
    ],
  },
  check({ project, pack, edition, selection: { date } }): readonly Breach[] {
    const { calendar, areas, audiences } = project;
    const { days = 'any', name = '' } = audiences.get(edition.audience) ?? {};
    const why = whyNot(date, days, edition.area ?? pack.area, calendar, areas);
    if (why === null || pack.status === 'draft') return [];
    return [
      {
        place: edition.place,
        text: `\`${pack.id}/${edition.id}\` is of ${showDate(date, ENGLISH)}, which for ${name} is ${why}`,
        remedy:
          'Date it on another day; or correct `days` in `sources/audiences.yaml`, or `sources/calendar.yaml`.',
      },
    ];
  },
};
