/** What can be found on the site, as its page of search knows it. */

import { typesetLine } from '../compose/typography.ts';
import type { Source } from '../model/source.ts';
import { hrefFrom } from '../render/addresses.ts';
import type { SearchData, SearchEntry } from './in-page/interface.ts';
import { kindName } from './pages/evidence.ts';
import { SEARCH_PATH } from './paths.ts';
import type { Published } from './published.ts';
import { summaryWords } from './summary.ts';
import { publicWords, shortened } from './texts.ts';

/** Longer texts are cut: what makes a passage out stands at its beginning. */
const MOST_LETTERS = 300;

export const searchData = (site: Published): SearchData => {
  const { language, library, packs, project } = site;
  const { words } = language;
  const topics = [...library.topics.values()];
  const topicAt = new Map(topics.map(({ path }, at) => [path, at]));
  const topicsOf = (paths: readonly string[]) => paths.flatMap((path) => topicAt.get(path) ?? []);
  const sourceAt = new Map([...library.sources.keys()].map((id, at) => [id, at]));
  // Whoever looks for a figure looks for that of today; the newer one leads to what it has replaced.
  const evidence = [...library.evidence.values()].filter(({ supersededBy }) => supersededBy === null);
  const kinds = [words.publication, ...new Set(evidence.map(({ passage }) => kindName(site, passage)))];
  const kindAt = new Map(kinds.map((name, at) => [name, at]));
  return {
    words: {
      label: words.searchFor,
      kind: words.kind,
      topic: words.topic,
      year: words.year,
      all: words.all,
      found: words.found,
      shown: words.shown,
      none: words.nothingFound,
    },
    kinds,
    topics: topics.map(({ path, name }) => [path, typesetLine(name)]),
    sources: Array.from(library.sources.values(), ({ source }) => sourceName(source)),
    entries: [
      ...packs.map((one): SearchEntry => {
        const text = [one.title, summaryWords(project, one)].filter(Boolean).join(': ');
        const year = Number(one.pack.date.slice(0, 4));
        const at = hrefFrom(SEARCH_PATH, one.path);
        return [at, 0, topicsOf(one.pack.topics), null, year, shortened(text, MOST_LETTERS)];
      }),
      ...evidence.map(({ passage, source }): SearchEntry => [
        passage.id,
        kindAt.get(kindName(site, passage)) ?? 0,
        topicsOf(passage.topics),
        sourceAt.get(source.id) ?? null,
        Number(source.issued.slice(0, 4)),
        shortened(publicWords(site, passage), MOST_LETTERS),
      ]),
    ],
  };
};

const sourceName = ({ title, authors, publisher }: Source): string => {
  const who = authors[0] ?? publisher;
  return who ? `${who}, ${typesetLine(title)}` : typesetLine(title);
};
