import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { holdersOn } from '../../model/office.ts';
import { isDay } from '../../model/time.ts';
import { passages } from '../examples.ts';
import { isOffice, namesHolder } from '../offices.ts';
import type { Breach, Rule } from '../rule.ts';

const said = (speaker: string, role: string, on: string) => ({
  ...passages(
    `::::quote{#promise speaker="${speaker}" role="${role}" said=${on} locator="page 1"}\nHomes come first.\n::::`,
  ),
  'sources/offices.yaml':
    'Minister for Homes:\n  also: [homes minister]\n  holders:\n    - { name: Ann Okoro, from: 2021-12-04, to: 2024-07-05 }\n    - { name: Jo Lee, from: 2024-07-05 }\n',
});

export const otherHolder: Rule<'library'> = {
  id: 'other-holder',
  level: 'warning',
  scope: 'library',
  finds:
    'A quotation whose speaker did not hold the office of its `role` when it was `said`, as `sources/offices.yaml` has it',
  why: 'Whether a minister said it, or somebody who became one later, is half of what a quotation is worth.',
  examples: {
    ok: [
      said('Ann Okoro MP', 'homes minister', '2023-02'),
      said('Jo Lee', 'Minister for Homes', '2024'),
      said('Jo Lee', 'shadow homes minister', '2023'),
      said('Jo Lee', 'former Minister for Homes', '2020'),
      said('Sam Okoro', 'a minister', '2020'),
    ],
    notOk: [
      said('Jo Lee', 'the Minister for Homes', '2023-02'),
      said('Sam Okoro', 'homes minister', '2024-08-01'),
      said('Ann Okoro', 'homes minister', '2019'),
    ],
  },
  *check({ project }): Iterable<Breach> {
    if (!project.offices.length) return;
    for (const { attributes, status, place, places } of project.passages.values()) {
      const { speaker, role, said: on } = attributes;
      if (status === 'withdrawn' || !speaker || !role || !on) continue;
      const office = project.offices.find((one) => isOffice(role, one));
      const holders = office ? holdersOn(office, on) : [];
      if (!office || holders.some((one) => namesHolder(speaker, one))) continue;
      const when = `${isDay(on) ? 'on' : 'in'} ${showDate(on, ENGLISH)}`;
      const known = holders.length
        ? `that was ${holders.map(({ name }) => name).join(' or ')}`
        : '`sources/offices.yaml` has nobody for that time';
      yield {
        place: places['role'] ?? place,
        text: `${speaker} is given as ${office.name} ${when}; ${known}`,
        remedy:
          'Give the role that the speaker had on that day; or correct `sources/offices.yaml`, or the date.',
      };
    }
  },
};
