import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const IMPRINT = 'imprint: Printed and promoted by Sam Okoro, 1 Mill Lane, Leeds\n';

const deciding = (material: boolean, imprint: string) => ({
  ...passages('::::ask{#open to=Leeds}\nOpen homes.\n::::'),
  'sources/organisation.yaml': `name: Friends of Homes\n${imprint}`,
  'sources/packs/bill.yaml': `title: An example\ndate: 2025-01-16\ntopics: [children, funding]\nimprint: { material: ${material}, reason: Voters get it, by: Sam Okoro, on: 2025-01-16 }\neditions: [mp, press]\n`,
  'templates/partials/notes.hbs':
    '<ol>{{#each notes}}<li id="{{id}}">{{html}}</li>{{/each}}</ol>{{#if organisation.imprint}}<p>{{organisation.imprint}}</p>{{/if}}\n',
});

export const imprintUnwritten: Rule<'pack'> = {
  id: 'imprint-unwritten',
  level: 'error',
  scope: 'pack',
  isFixed: true,
  finds: 'Election material of an organisation that has given no imprint',
  why: 'It has to name who printed it, who promotes it and for whom it is published, with their addresses (Political Parties, Elections and Referendums Act 2000, section 143; Elections Act 2022, section 41).',
  examples: {
    ok: [deciding(true, IMPRINT), deciding(false, '')],
    notOk: [deciding(true, '')],
  },
  check: ({ project: { organisation }, pack, edition }): readonly Breach[] =>
    pack.imprint?.material && organisation.imprint === null && edition === pack.editions[0]
      ? [
          {
            place: pack.imprint.place,
            text: `\`${pack.id}\` is election material, and the organisation has no imprint`,
            remedy:
              'Write `imprint: Printed by … of …, promoted by … of …, on behalf of … of …` in `sources/organisation.yaml`.',
          },
        ]
      : [],
};
