/** The pages of the library that lead to others: of each source and topic, and of all of them. */

import Handlebars from 'handlebars';
import { citationOf } from '../../compose/citation-of.ts';
import { licenceWordings } from '../../compose/licences.ts';
import { typesetLine } from '../../compose/typography.ts';
import { showDate } from '../../model/languages/languages.ts';
import type { Source } from '../../model/source.ts';
import { hrefFrom } from '../../render/addresses.ts';
import { toInlineHtml } from '../../render/html.ts';
import type { Evidence, SourceEvidence, TopicEvidence } from '../library.ts';
import { EVIDENCE_PATH, evidencePath, SOURCES_PATH, sourcePath, TOPICS_PATH, topicPath } from '../paths.ts';
import type { PublishedPack } from '../published-pack.ts';
import type { Published } from '../published.ts';
import { publicWords, shortened } from '../texts.ts';
import { kindName } from './evidence.ts';
import type { Listed } from './listing.ts';

/** Above so many passages the page of all evidence names their sources alone. */
const MOST_LISTED = 1000;

/** A passage, as a list leads to its page. */
export const evidenceItem = (site: Published, { passage, supersededBy }: Evidence, path: string) => ({
  name: shortened(publicWords(site, passage), 160),
  href: hrefFrom(path, evidencePath(passage.id)),
  label: [kindName(site, passage), ...(supersededBy ? [site.language.words.superseded] : [])].join(' · '),
  detail: passage.attributes['figure'] === undefined ? null : passage.period,
});

const packItem = ({ language }: Published, one: PublishedPack, path: string) => ({
  name: one.title,
  href: hrefFrom(path, one.path),
  label: null,
  detail: showDate(one.pack.date, language),
});

export const evidenceIndex = (site: Published): Listed => {
  const { language, library } = site;
  const isShort = library.evidence.size <= MOST_LISTED;
  const sources = [...library.sources.values()];
  return {
    path: EVIDENCE_PATH,
    title: language.words.evidence,
    lead: paragraph(language.site.evidence(library.evidence.size, library.sources.size)),
    groups: isShort
      ? sources.map((one) => ({
          title: typesetLine(one.source.title),
          href: hrefFrom(EVIDENCE_PATH, sourcePath(one.source.id)),
          detail: showDate(one.source.issued, language),
          items: one.evidence.map((each) => evidenceItem(site, each, EVIDENCE_PATH)),
        }))
      : [sourceGroup(site, EVIDENCE_PATH)],
  };
};

const paragraph = (words: string): Handlebars.SafeString =>
  new Handlebars.SafeString(`<p>${Handlebars.escapeExpression(words)}</p>`);

const sourceGroup = (site: Published, path: string) => ({
  title: null,
  href: null,
  detail: null,
  items: Array.from(site.library.sources.values(), ({ source, evidence }) => ({
    name: typesetLine(source.title),
    href: hrefFrom(path, sourcePath(source.id)),
    label: whoseOf(source),
    detail: [showDate(source.issued, site.language), site.language.site.passages(evidence.length)].join(
      ' · ',
    ),
  })),
});

/** Who stands for a source, each once. */
const whoseOf = ({ authors, publisher }: Source): string | null =>
  [...new Set([...authors.slice(0, 2), ...(publisher ? [publisher] : [])])].join(', ') || null;

export const sourcesIndex = (site: Published): Listed => ({
  path: SOURCES_PATH,
  title: site.language.words.sources,
  groups: [sourceGroup(site, SOURCES_PATH)],
});

export const sourceList = (site: Published, { source, evidence }: SourceEvidence): Listed => {
  const { language, project } = site;
  const path = sourcePath(source.id);
  const whole = citationOf(project, { source: source.id, locator: null, from: null }, 'full');
  const said = [whole, ...licenceWordings(project, [source.id]).map((one) => one.phrases)];
  const lead = new Handlebars.SafeString(
    said.map((phrases) => `<p>${toInlineHtml(phrases).toHTML()}</p>`).join(''),
  );
  return {
    path,
    title: typesetLine(source.title),
    over: { name: language.words.sources, href: hrefFrom(path, SOURCES_PATH) },
    lead,
    groups: [
      {
        title: language.words.evidence,
        href: null,
        detail: null,
        items: evidence.map((each) => evidenceItem(site, each, path)),
      },
    ],
  };
};

/** Topics as a page leads to them, with how much there is of each. */
export const topicItems = (site: Published, paths: readonly string[], from: string) =>
  paths.flatMap((path) => {
    const topic = site.library.topics.get(path);
    if (!topic) return [];
    const detail = countOf(site, topic);
    return [{ name: typesetLine(topic.name), href: hrefFrom(from, topicPath(path)), label: null, detail }];
  });

/** How much there is of a topic and those below it. */
const countOf = ({ library, language }: Published, { path }: TopicEvidence): string => {
  const own = [...library.topics.values()].filter(
    (topic) => topic.path === path || topic.path.startsWith(`${path}/`),
  );
  const packs = new Set(own.flatMap((topic) => topic.packs));
  const evidence = new Set(own.flatMap((topic) => topic.evidence));
  const { publications, passages } = language.site;
  return [
    ...(packs.size ? [publications(packs.size)] : []),
    ...(evidence.size ? [passages(evidence.size)] : []),
  ].join(' · ');
};

export const topTopics = ({ library }: Published): readonly string[] =>
  [...library.topics.keys()].filter((path) => !path.includes('/'));

export const topicsIndex = (site: Published): Listed => ({
  path: TOPICS_PATH,
  title: site.language.words.topics,
  groups: [
    {
      title: null,
      href: null,
      detail: null,
      items: topTopics(site).flatMap((path) => topicItems(site, [path], TOPICS_PATH)),
    },
  ],
});

export const topicList = (site: Published, topic: TopicEvidence): Listed => {
  const { words } = site.language;
  const path = topicPath(topic.path);
  const above = site.library.topics.get(topic.path.split('/').slice(0, -1).join('/'));
  const group = (title: string, items: Listed['groups'][number]['items']) => ({
    title,
    href: null,
    detail: null,
    items,
  });
  return {
    path,
    title: typesetLine(topic.name),
    over: above
      ? { name: typesetLine(above.name), href: hrefFrom(path, topicPath(above.path)) }
      : { name: words.topics, href: hrefFrom(path, TOPICS_PATH) },
    groups: [
      group(
        words.publications,
        topic.packs.map((one) => packItem(site, one, path)),
      ),
      group(words.topicsBelow, topicItems(site, topic.below, path)),
      group(
        words.evidence,
        topic.evidence.map((each) => evidenceItem(site, each, path)),
      ),
    ],
  };
};
