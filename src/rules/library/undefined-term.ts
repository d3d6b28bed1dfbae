import { PARTED } from '../../model/verbatim.ts';
import { archived } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { asUsed } from '../terms.ts';

const defined = (term: string, more = '') =>
  archived(
    'Needs are eligible where they meet the criteria. A carer’s needs are asses-\nsed.\n',
    `::::definition{#explained term="${term}" locator="section 13"${more}}\nA person who looks after another.\n::::`,
  );

export const undefinedTerm: Rule<'library'> = {
  id: 'undefined-term',
  level: 'warning',
  scope: 'library',
  finds: 'A definition that cites an archived original in which its term nowhere stands',
  why: 'Whoever looks the word up where the note sends them finds nothing: the definition is your own, or from elsewhere.',
  examples: {
    ok: [
      defined('carer'),
      defined('eligible needs', ' rests-on="Needs are eligible where they meet the criteria"'),
      defined('Carers (assessed)'),
      defined('Carers’ need'),
    ],
    notOk: [defined('personal budget'), defined('car')],
  },
  *check({ project }): Iterable<Breach> {
    for (const {
      id,
      kind,
      attributes,
      source,
      restsOn,
      status,
      place,
      places,
    } of project.passages.values()) {
      const { term } = attributes;
      const file = project.sources.get(source)?.original?.file ?? '';
      const original = project.originals.get(file);
      // Whoever has pinned words on which it rests has looked at them.
      if (kind !== 'definition' || status === 'withdrawn' || !term || !original || restsOn.length) continue;
      if (asUsed(term).test(original.words.replaceAll(PARTED, ''))) continue;
      yield {
        place: places['term'] ?? place,
        text: `\`${id}\` explains “${term}”, which nowhere stands in \`${file}\``,
        remedy: 'Cite what defines it; or, where that has another word for it, name its words in `rests-on`.',
      };
    }
  },
};
