import { oneOf } from '../diagnostics/nearest.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { packTerms } from '../load/pack-terms.ts';
import { PACK, readFile } from '../load/readers.ts';
import { inLanguage, languageFor } from '../model/read-in.ts';
import type { Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import { checkAll } from '../rules/check.ts';
import { Catalogue } from '../select/catalogue.ts';
import { select } from '../select/select.ts';
import { packText, type PackStart } from '../start/pack.ts';

/**
 * The text of a pack for the audiences that have passages enough on one topic, the topic with the most of them; for all
 * that have a template where the library has too few for any.
 */
export const newPack = (
  project: Project,
  path: string,
  wanted: Omit<PackStart, 'topics' | 'area' | 'editions'>,
): string => {
  const audiences = [...project.audiences.values()].flatMap(({ id, template }) => (template ? [id] : []));
  // What is about a topic is about the one above it too.
  const topics = [...project.vocabulary.topics.keys()].filter((topic) => !topic.includes('/'));
  if (!topics.length)
    throw new UsageError(
      'There is no topic for a pack',
      'Write one below `topics:` in `sources/vocabulary.yaml`.',
    );
  if (!audiences.length)
    throw new UsageError(
      'No audience has a template',
      `Give one to an audience in \`sources/audiences.yaml\`: \`template: …\`, which may be ${oneOf(project.templates.keys())}.`,
    );
  const about = { ...wanted, area: soleArea(project) };
  const starts = topics.map((topic): PackStart => {
    const all = { ...about, topics: [topic], editions: audiences };
    return { ...all, editions: filled(project, path, packText(all)) };
  });
  const best = starts.toSorted((one, other) => other.editions.length - one.editions.length)[0];
  const hasEnough = best !== undefined && best.editions.length > 0;
  return packText(hasEnough ? best : { ...about, topics, editions: audiences });
};

/** The place that all statistics are of. */
const soleArea = ({ passages }: Project): string | null => {
  const areas = new Set(
    Array.from(passages.values()).flatMap(({ kind, status, area }) =>
      kind === 'statistic' && status === 'approved' && area ? area : [],
    ),
  );
  const [area = null] = areas;
  return areas.size === 1 ? area : null;
};

/** The editions of a pack that can be made. */
const filled = (project: Project, path: string, text: string): readonly string[] => {
  const terms = packTerms(project.audiences, project.templates);
  const { value: pack } = readFile(PACK, path, new TextEncoder().encode(text), terms);
  return pack
    ? pack.editions.flatMap((edition) => (isFilled(project, pack, edition) ? [edition.id] : []))
    : [];
};

const isFilled = (project: Project, pack: Pack, edition: Pack['editions'][number]): boolean => {
  const read = inLanguage(project, languageFor(project, edition));
  const whole = { ...read, packs: new Map([...project.packs, [pack.id, pack]]) };
  const selection = select(new Catalogue(whole), pack, edition, null);
  const messages = checkAll('pack', { project: whole, pack, edition, selection, prose: new Map() });
  return !messages.some(({ severity }) => severity === 'error');
};
