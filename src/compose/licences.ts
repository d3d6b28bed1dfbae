/** What licences ask a document to say: once for each, in its language, with a link to the licence. */

import type { Link, PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { LicenceWording } from '../model/document.ts';
import { LICENCES, type Licence, type LicenceStatement } from '../model/licence.ts';
import { isSameLanguage } from '../model/languages/languages.ts';
import type { Project } from '../model/project.ts';
import type { Source } from '../model/source.ts';
import { typesetPhrases } from './typography.ts';

/** The wordings for some sources, those of the licences before those that sources have of their own, each once. */
export const licenceWordings = (
  { sources, organisation }: Pick<Project, 'sources' | 'organisation'>,
  ids: Iterable<string>,
): readonly LicenceWording[] => {
  const named = [...new Set(ids)].flatMap((id) => sources.get(id) ?? []);
  const found = named.flatMap((source) => wordingOf(source, organisation.language) ?? []);
  const once = new Map(found.map((one) => [one.text, one]));
  const order = Object.keys(LICENCES);
  const rank = ({ licence, isOwn }: LicenceWording) => order.indexOf(licence) + (isOwn ? order.length : 0);
  return [...once.values()].toSorted((a, b) => rank(a) - rank(b));
};

/** What a source's licence asks for; null where it has none that asks for anything. */
const wordingOf = ({ licence: id, attribution }: Source, language: string): LicenceWording | null => {
  const licence: Licence | null = id === null ? null : LICENCES[id];
  if (id === null || !licence?.asks) return null;
  const [tag, statement] =
    Object.entries(licence.asks).find(([each]) => isSameLanguage(each, language)) ??
    (['en', licence.asks['en']] as const);
  if (!statement) return null;
  const set = typesetPhrases(attribution === null ? stated(statement) : attributed(attribution, licence));
  const isForeign = attribution === null && !isSameLanguage(tag, language);
  const phrases = isForeign ? [spoken(set, tag)] : set;
  return {
    licence: id,
    isOwn: attribution !== null,
    phrases,
    text: set.map((one) => toString(one)).join(''),
  };
};

/** The words of a licence, its name as a link. */
const stated = ({ words, url }: LicenceStatement): readonly PhrasingContent[] => {
  const [before = '', name = '', behind = ''] = words.split(/[[\]]/u);
  return [text(before), link(name, url), text(behind)];
};

/** A source's own words; with the licence, where they do not name it, since it asks for a link. */
const attributed = (attribution: string, { name, url }: Licence): readonly PhrasingContent[] => {
  const at = attribution.indexOf(name);
  const leads = link(name, url ?? '');
  if (at < 0) return [text(`${attribution.replace(/\.$/u, '')} (`), leads, text(').')];
  const behind = attribution.slice(at + name.length);
  // The next licence's words may follow.
  return [text(attribution.slice(0, at)), leads, text(/[.!?]$/u.test(behind) ? behind : `${behind}.`)];
};

const text = (value: string): PhrasingContent => ({ type: 'text', value });

const link = (name: string, url: string): Link => ({
  type: 'link',
  url,
  children: [{ type: 'text', value: name }],
});

const spoken = (children: readonly PhrasingContent[], language: string): PhrasingContent => ({
  type: 'span',
  written: '',
  language,
  children: [...children],
});
