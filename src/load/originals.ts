import { error, type Say } from '../diagnostics/message.ts';
import { suggest } from '../diagnostics/nearest.ts';
import { sha256 } from '../model/hash.ts';
import { ORIGINALS, type ArchivedOriginal, type NamedOriginal } from '../model/original.ts';
import type { Source } from '../model/source.ts';
import { ENDINGS, isOriginal, readOriginal } from '../originals/original.ts';
import type { Files, Round } from '../world/world.ts';

/** Reads the originals that sources name, each once, by its path; says each that can't be read. */
export const lookUpOriginals = async (
  sources: Iterable<Source>,
  files: Files,
  round: Round,
  say: Say,
): Promise<ReadonlyMap<string, ArchivedOriginal>> => {
  const found = new Map<string, ArchivedOriginal>();
  const named = new Map(
    [...sources].flatMap(({ original }) => (original ? [[original.file, original] as const] : [])),
  );
  for (const original of named.values()) {
    const read = await lookUp(original, files, round, say);
    if (read) found.set(original.file, read);
  }
  return found;
};

const lookUp = async (
  { file, place }: NamedOriginal,
  files: Files,
  round: Round,
  say: Say,
): Promise<ArchivedOriginal | null> => {
  if (!file.startsWith(ORIGINALS) || !isOriginal(file)) {
    const text = `\`${file}\` can’t be an original; expected ${ENDINGS} in \`${ORIGINALS}\``;
    const remedy = 'Put it there, and write its path from `sources/`, e.g. `originals/jones-2025.pdf`.';
    say(error('original-path', place, text, { remedy }));
    return null;
  }
  const bytes = await files.read(file);
  if (!bytes) {
    const text = `There is no original \`${file}\` in the project`;
    say(
      error('missing-original', place, text, {
        remedy: suggest(file, await files.list([`${ORIGINALS}**/*`])),
      }),
    );
    return null;
  }
  const hash = sha256(bytes);
  const read = await round.awaited(file, hash, () => readOriginal(file, bytes));
  if ('words' in read) return { ...read, sha256: hash };
  say(error('unread-original', place, `\`${file}\` ${read.fault}`, { remedy: read.remedy }));
  return null;
};
