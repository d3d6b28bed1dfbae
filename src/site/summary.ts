import type Handlebars from 'handlebars';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { standaloneText } from '../compose/standalone.ts';
import { fieldsOf } from '../model/field.ts';
import { PUBLIC } from '../model/public.ts';
import type { Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import { toHtml } from '../render/html.ts';
import type { PublishedPack } from './published-pack.ts';

/** What a pack says of itself to everybody: its summary where a public document bears it, else that of one that has its own. */
const summaryText = ({ pack, entries }: PublishedPack): Root | null => {
  const shown = new Set(entries.map(({ edition }) => edition));
  const editions = pack.editions.filter(({ id }) => shown.has(id));
  const own = (edition: Pack['editions'][number]) => edition.summary?.text ?? pack.summary?.text ?? null;
  const first = editions.find(({ summary }) => !summary) ?? editions[0];
  const text = first ? own(first) : null;
  return text && !fieldsOf(text).length ? text : null;
};

/** The summary as markup; null where there is none for everybody. */
export const summaryHtml = (project: Project, pack: PublishedPack): Handlebars.SafeString | null => {
  const text = summaryText(pack);
  return text && toHtml(standaloneText(project, text, PUBLIC), { image: (image) => image });
};

/** The same in plain words, for what shows no markup. */
export const summaryWords = (project: Project, pack: PublishedPack): string | null => {
  const text = summaryText(pack);
  const blocks = text && standaloneText(project, text, PUBLIC).children;
  return blocks && blocks.map((block) => toString(block)).join(' ');
};
