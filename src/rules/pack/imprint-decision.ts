import type { Edition } from '../../model/pack.ts';
import type { Template } from '../../model/template.ts';
import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';

const printing = (own: string) => ({
  ...passages('::::ask{#open to=Leeds}\nOpen homes.\n::::'),
  'sources/packs/example.yaml': `title: An example\ndate: 2025-01-16\ntopics: [children, funding]\n${own}\neditions: { mp: { copies: [booklet] }, press: { copies: [booklet] } }\n`,
});

export const imprintDecision: Rule<'pack'> = {
  id: 'imprint-decision',
  level: 'error',
  scope: 'pack',
  isFixed: true,
  finds: 'A pack that is to be printed, and of which nobody has decided whether it is election material',
  why: 'Printed election material needs an imprint, and to leave it out is an offence (Political Parties, Elections and Referendums Act 2000, section 143). No program can tell what is such material. A draft does not go out yet.',
  examples: {
    ok: [
      printing('imprint: { material: false, reason: It is for officials, by: Sam Okoro, on: 2025-01-16 }'),
      printing('status: draft'),
    ],
    notOk: [printing('')],
  },
  check: ({ project: { templates }, pack, edition }): readonly Breach[] =>
    pack.imprint === null && pack.status === 'approved' && edition === firstPrinted(pack.editions, templates)
      ? [
          {
            place: edition.place,
            text: `\`${edition.id}\` has copies for print, and \`${pack.id}\` does not say whether it is election material`,
            remedy:
              'Decide it, and write that in the pack: `imprint: { material: false, reason: …, by: your name, on: the day }`.',
          },
        ]
      : [],
};

/** A pack is told of once. */
const firstPrinted = (
  editions: readonly Edition[],
  templates: ReadonlyMap<string, Pick<Template, 'copies'>>,
): Edition | undefined =>
  editions.find(({ copies, template }) => (copies ?? templates.get(template)?.copies ?? []).length > 0);
