import { archived } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import { namedOriginals } from '../verbatim/held.ts';

const PASSAGE = '::::context{#homes}\nThere are homes.\n::::';

export const unpinnedOriginal: Rule<'library'> = {
  id: 'unpinned-original',
  level: 'warning',
  scope: 'library',
  finds: 'An archived original whose source does not give its hash (`sha256`)',
  why: 'Without it nobody would see that the original is not the one that was read.',
  examples: {
    ok: [archived('There are homes.\n', PASSAGE)],
    notOk: [archived('There are homes.\n', PASSAGE, null)],
  },
  *check({ project }): Iterable<Breach> {
    for (const { file, sha256, place } of namedOriginals(project)) {
      const found = project.originals.get(file)?.sha256;
      if (sha256 !== null || found === undefined) continue;
      yield {
        place,
        text: `Nothing says which version of \`${file}\` was read`,
        remedy: `Write \`original: { file: ${file.replace(/^sources\//u, '')}, sha256: ${found} }\`.`,
      };
    }
  },
};
