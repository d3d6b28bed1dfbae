import { passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { heldIn } from '../verbatim/held.ts';

const resting = (more: string) => passages(`::::context{#homes${more}}\nThere are homes.\n::::`);

export const noOriginal: Rule<'library'> = {
  id: 'no-original',
  level: 'error',
  scope: 'library',
  finds: 'A passage that says on which words it rests (`rests-on`), of a source without an archived original',
  why: 'Whoever reads that believes that the words were compared.',
  examples: { ok: [resting('')], notOk: [resting(' rests-on="There are homes"')] },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values())
      for (const { name, place, originals } of passage.restsOn.length ? heldIn(passage, project) : []) {
        if (originals.length) continue;
        yield {
          place,
          text: `${name} can’t be looked up: \`${passage.source}\` has no archived original`,
          remedy:
            'Put the document into `sources/originals/`, and name it at the head of the source: `original: originals/…`.',
        };
        break;
      }
  },
};
