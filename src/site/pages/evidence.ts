import Handlebars from 'handlebars';
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { z } from 'zod';
import { bibtex } from '../../citation/bibtex.ts';
import { citationOf, citedBesides } from '../../compose/citation-of.ts';
import { licenceWordings } from '../../compose/licences.ts';
import { factsOf } from '../../compose/facts.ts';
import { kindNameIn, showDate } from '../../model/languages/languages.ts';
import type { Passage } from '../../model/passage.ts';
import { PUBLIC } from '../../model/public.ts';
import { hrefFrom } from '../../render/addresses.ts';
import { toInlineHtml } from '../../render/html.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, date, html, text } from '../../render/site-view.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import type { Evidence } from '../library.ts';
import { evidencePath, sourcePath, topicPath } from '../paths.ts';
import type { Published } from '../published.ts';
import { passageText, publicWords, shortened } from '../texts.ts';
import { otherWordings } from '../wordings.ts';

const linked = z.object({ name: text('What it is called'), href: address('Relative to the page') });

const schema = z.object({
  ...frame,
  kind: text("The passage's kind, e.g. `Statistic`"),
  figure: text('What is set large, e.g. `+152%`').nullable(),
  term: text('What is defined, or whose words they are').nullable(),
  against: html('What a rebuttal answers, in paragraphs').nullable(),
  text: html('Its text, in paragraphs'),
  speaker: text('Who said it, and as what').nullable(),
  superseded: linked.describe('What has taken its place').nullable(),
  wordings: z.array(z.object({ audience: text('For whom'), html: html('In other words') })),
  facts: z.array(z.object({ name: text('e.g. `Period`'), value: text('e.g. `2015 to 2025`') })),
  source: html('The citation of its source'),
  sourcePage: address('The page of its source'),
  besides: z.array(html('Where its figures are from besides')),
  licences: z.array(html('What a licence of its sources asks for')),
  topics: z.array(linked),
  uses: z.array(z.object({ name: text("A pack's title"), href: address('Its page'), date })),
  supersedes: z.array(linked).describe('What it takes the place of'),
  cite: z.object({ text: text('A citation'), bibtex: text('The same for BibTeX') }),
  address: address('Where this page lies on the web').nullable(),
});

/** The page of a passage that everybody may read. */
type EvidenceView = z.infer<typeof schema>;

const LINKED = { name: 'Name', href: '../topics/name.html' };
const MARKUP = new Handlebars.SafeString('<p>Text</p>');

const sample: Omit<EvidenceView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  kind: 'Statistic',
  figure: '+152%',
  term: 'Term',
  against: MARKUP,
  text: MARKUP,
  speaker: 'Name, role',
  superseded: LINKED,
  wordings: [{ audience: 'the press', html: MARKUP }],
  facts: [{ name: 'Period', value: '2025' }],
  source: new Handlebars.SafeString('Source.'),
  sourcePage: '../sources/source.html',
  besides: [new Handlebars.SafeString('Source.')],
  licences: [new Handlebars.SafeString('Contains information.')],
  topics: [LINKED],
  uses: [{ ...LINKED, date: { iso: '2025-01-16', text: '16 January 2025' } }],
  supersedes: [LINKED],
  cite: { text: 'Citation.', bibtex: '@misc{key}' },
  address: 'https://example.org/evidence/name.html',
};

export const EVIDENCE_PAGE: SiteTemplate<EvidenceView> = {
  name: 'evidence',
  sheet: 'site',
  called: 'the page of a passage',
  schema,
  sample,
};

export const evidencePage = (site: Published, evidence: Evidence) => {
  const { passage, source, uses, supersededBy } = evidence;
  const { language, project, library } = site;
  const path = evidencePath(passage.id);
  const own = passageText(site, passage, PUBLIC, path);
  const answered = project.passages.get(passage.attributes['against'] ?? '');
  const title = shortened(own.words, 80) || kindName(site, passage);
  const { view, about } = frameOf(site, { path, title, description: shortened(own.words, 200) });
  const full = citationOf(project, passage, 'full');
  const toEvidence = (id: string) =>
    library.evidence.has(id) ? [{ name: nameOf(site, id), href: hrefFrom(path, evidencePath(id)) }] : [];
  const { figure, term, speaker, role, said } = own.attributes;
  const cites = (own.passage.cites ?? []).map((one) => one.source);
  const sources = [source.id, ...(passage.from === null ? [] : [passage.from]), ...cites];
  const shown = {
    ...view,
    kind: kindName(site, passage),
    figure: figure ?? null,
    term: term ?? null,
    against: answered ? passageText(site, answered, PUBLIC, path).html : null,
    text: own.html,
    speaker: [speaker, role, said].filter(Boolean).join(', ') || null,
    superseded: (supersededBy === null ? [] : toEvidence(supersededBy))[0] ?? null,
    wordings: otherWordings(site, passage, path),
    facts: [...factsOf(own.attributes, FACTS, language)],
    source: toInlineHtml(full),
    sourcePage: hrefFrom(path, sourcePath(source.id)),
    besides: citedBesides({ ...passage, cites: own.passage.cites ?? [] }).map((cited) =>
      toInlineHtml(citationOf(project, { ...cited, from: null }, 'full')),
    ),
    licences: licenceWordings(project, sources).map(({ phrases }) => toInlineHtml(phrases)),
    topics: passage.topics.flatMap((topic) => {
      const found = library.topics.get(topic);
      return found ? [{ name: found.name, href: hrefFrom(path, topicPath(topic)) }] : [];
    }),
    uses: uses.map((one) => ({
      name: one.title,
      href: hrefFrom(path, one.path),
      date: { iso: one.pack.date, text: showDate(one.pack.date, language) },
    })),
    supersedes: passage.supersedes.flatMap(toEvidence),
    cite: { text: cited(site, full, about.address), bibtex: bibtex(source, passage.locator) },
    address: about.address,
  };
  return { path, about, view: shown, images: true };
};

/** A passage with all others whose texts its page shows. */
export const shownWith = (
  { project }: Published,
  { passage, supersededBy }: Evidence,
): readonly Passage[] => {
  const others = [passage.attributes['against'], supersededBy, ...passage.supersedes];
  return [passage, ...others.flatMap((id) => project.passages.get(id ?? '') ?? [])];
};

export const kindName = ({ project, language }: Published, { kind }: Passage): string =>
  kindNameIn(language, kind, project.vocabulary);

/** What a link to a passage says of it. */
const nameOf = (site: Published, id: string): string => {
  const passage = site.project.passages.get(id);
  return passage ? shortened(publicWords(site, passage), 80) : id;
};

/** The citation of a source, with whose library the passage was found in, and where. */
const cited = (
  { organisation }: Published,
  citation: readonly PhrasingContent[],
  href: string | null,
): string => {
  const source = citation.map((phrase) => toString(phrase)).join('');
  return href ? `${source} (${organisation.name}, ${href})` : source;
};

/** What a reader of a figure has to know; what else a passage has is for those who write. */
const FACTS = ['period', 'area', 'unit', 'base', 'statute', 'number'] as const;
