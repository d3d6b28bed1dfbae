import Handlebars from 'handlebars';
import { z } from 'zod';
import { typesetLine } from '../../compose/typography.ts';
import { showDate } from '../../model/languages/languages.ts';
import { bareAddress } from '../../render/page-style.ts';
import { hrefFrom } from '../../render/addresses.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, date, html, text } from '../../render/site-view.ts';
import { frame, FRAME_SAMPLE, frameOf } from '../frame.ts';
import type { PublishedPack } from '../published-pack.ts';
import type { Published } from '../published.ts';
import { topicPath, evidencePath } from '../paths.ts';
import { publicWords, shortened } from '../texts.ts';
import { summaryHtml, summaryWords } from '../summary.ts';
import { LIST_SAMPLE, listItems } from './listing.ts';
import { evidenceItem } from './lists.ts';
import { documents, DOCUMENTS_SAMPLE, documentsOf } from './documents.ts';

const linked = z.object({ name: text('What it leads to'), href: address('Relative to the page') });
const changes = z.array(z.object({ date, note: text('What has changed') }));

const schema = z.object({
  ...frame,
  title: text("The pack's title"),
  date,
  changed: date.describe('When it was last changed').nullable(),
  summary: html('Its summary, in paragraphs').nullable(),
  documents,
  corrections: changes.describe('What had been wrong, the latest first'),
  changes: changes.describe('What else has changed, the latest first'),
  replaced: z
    .array(z.object({ name: text('A passage'), href: address('Its page'), old: linked }))
    .describe('What has taken the place of an earlier passage'),
  evidence: listItems.describe('What its documents hold'),
  topics: z.array(linked),
  address: z.object({ text: text('As it is printed'), href: address('As a link') }).nullable(),
});

/** The page of a pack: what of it everybody may read, and what has changed. */
type PackView = z.infer<typeof schema>;

const DATE = { iso: '2025-01-16', text: '16 January 2025' };
const CHANGES = [{ date: DATE, note: 'Note' }];

const sample: Omit<PackView, 'stylesheet'> = {
  ...FRAME_SAMPLE,
  title: 'Pack',
  date: DATE,
  changed: DATE,
  summary: new Handlebars.SafeString('<p>Summary</p>'),
  documents: DOCUMENTS_SAMPLE,
  corrections: CHANGES,
  changes: CHANGES,
  replaced: [
    { name: 'New', href: '../evidence/new.html', old: { name: 'Old', href: '../evidence/old.html' } },
  ],
  evidence: LIST_SAMPLE,
  topics: [{ name: 'Topic', href: '../topics/topic.html' }],
  address: { text: 'example.org/pack', href: 'https://example.org/pack' },
};

export const PACK_PAGE: SiteTemplate<PackView> = {
  name: 'pack',
  sheet: 'site',
  called: 'the page of a pack',
  schema,
  sample,
};

export const packPage = (published: Published, one: PublishedPack) => {
  const { language, project, organisation, library } = published;
  const { pack, title, path, changed } = one;
  const shown = (day: string) => ({ iso: day, text: showDate(day, language) });
  const description = summaryWords(project, one) ?? title;
  const { view, about } = frameOf(published, { path, title, description });
  const changesOf = (isCorrection: boolean) =>
    pack.revisions
      .filter(({ correction }) => correction === isCorrection)
      .map(({ date: day, note }) => ({ date: shown(day), note: typesetLine(note) }));
  return {
    path,
    about,
    view: {
      ...view,
      title,
      date: shown(pack.date),
      changed: changed > pack.date ? shown(changed) : null,
      summary: summaryHtml(project, one),
      documents: documentsOf(published, one, path),
      corrections: changesOf(true),
      changes: changesOf(false),
      ...evidenceOf(published, one),
      topics: pack.topics.flatMap((topic) => {
        const found = library.topics.get(topic);
        return found ? [{ name: typesetLine(found.name), href: hrefFrom(path, topicPath(topic)) }] : [];
      }),
      address: addressOf(organisation.site, pack),
    },
  };
};

const addressOf = (site: string | null, { short, id }: PublishedPack['pack']) => {
  if (site === null) return null;
  const href = `${site}/${short ?? id}`;
  return { text: bareAddress(href), href };
};

/** The passages in its documents that have pages, and which of them have taken the place of others. */
const evidenceOf = (published: Published, { path, entries }: PublishedPack) => {
  const { evidence } = published.library;
  const held = new Set(entries.flatMap(({ passages }) => passages));
  const own = [...held].flatMap((id) => evidence.get(id) ?? []);
  const linkTo = (id: string) => {
    const found = evidence.get(id);
    if (!found) return [];
    const name = shortened(publicWords(published, found.passage), 160);
    return [{ name, href: hrefFrom(path, evidencePath(id)) }];
  };
  return {
    evidence: own.map((each) => evidenceItem(published, each, path)),
    replaced: own.flatMap(({ passage }) =>
      passage.supersedes
        .flatMap(linkTo)
        .flatMap((old) => linkTo(passage.id).map((link) => ({ ...link, old }))),
    ),
  };
};
