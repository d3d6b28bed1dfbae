import { archived, EMPTY_HASH } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { namedOriginals } from '../verbatim/held.ts';

const PASSAGE = '::::context{#homes}\nThere are homes.\n::::';

export const changedOriginal: Rule<'library'> = {
  id: 'changed-original',
  level: 'error',
  scope: 'library',
  finds: 'An archived original that is no longer the one whose hash (`sha256`) its source gives',
  why: 'What was quoted from it was read in another document than the one that is there now.',
  examples: {
    ok: [archived('There are homes.\n', PASSAGE)],
    notOk: [archived('There are homes.\n', PASSAGE, EMPTY_HASH)],
  },
  *check({ project }): Iterable<Breach> {
    for (const { file, sha256, hashPlace } of namedOriginals(project)) {
      const found = project.originals.get(file)?.sha256;
      if (sha256 === null || found === undefined || found === sha256) continue;
      yield {
        place: hashPlace,
        text: `\`${file}\` has changed since it was archived: its SHA-256 was \`${sha256}\`, and is \`${found}\``,
        remedy: `Put the old file back; or see that it says what the source’s passages do, and write \`sha256: ${found}\`.`,
      };
    }
  },
};
