import { z } from 'zod';
import { count } from '../../diagnostics/count.ts';
import type { Message } from '../../diagnostics/message.ts';
import { showPlace } from '../../diagnostics/place.ts';
import { FORMATS } from '../../model/formats.ts';
import { groupBy } from '../../model/group.ts';
import type { Language } from '../../model/languages/language.ts';
import { languageOf, showDate } from '../../model/languages/languages.ts';
import type { Entry, Manifest } from '../../model/manifest.ts';
import { mailingsOf, type Mailing } from '../../model/mailings.ts';
import type { Project } from '../../model/project.ts';
import { entryRelease } from '../../model/release.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, common, date, files, SAMPLE, text } from '../../render/site-view.ts';
import { PASSAGES_PATH } from '../paths.ts';
import type { Present } from '../published-pack.ts';
import { embargoShown, filesShown } from './files.ts';

const row = z.object({
  headline: text('The headline'),
  audience: text('For whom'),
  template: text("The template's name"),
  variant: text('How it is laid out, e.g. `large print`, where not as usual').nullable(),
  pages: z.number().describe('Pages of the PDF').nullable(),
  recipients: z.number().describe('How many it is made for, each their own').nullable(),
  embargo: date.describe('Until when it may not be published, where that is to come').nullable(),
  draft: z.boolean(),
  fit: text('To what it was fitted, e.g. `11.4pt (95%)`').nullable(),
  dropped: text('The ids of passages that were left out to fit').nullable(),
  review: text('The ids of its passages whose day of review has come').nullable(),
  files,
});

const schema = z.object({
  ...common,
  site: address('The home page of the site'),
  passages: address('The page of all passages'),
  packs: z.array(
    z.object({ title: text("The pack's title"), date, draft: z.boolean(), documents: z.array(row) }),
  ),
  messages: z.array(
    z.object({
      severity: text('`warning` or `information`'),
      place: text('e.g. `sources/library/jones-2025.md:12:3`').nullable(),
      text: text('What was found'),
      remedy: text('How to mend it').nullable(),
    }),
  ),
});

/** What the desk shows: every document of the build, by pack; of those for many recipients, the page that lists them. */
type DeskView = z.infer<typeof schema>;

/** A view that has everything a desk may show. */
const sample: Omit<DeskView, 'stylesheet'> = {
  ...SAMPLE,
  site: 'site/index.html',
  passages: 'passages.html',
  packs: [
    {
      title: 'Pack',
      date: { iso: '2025-01-16', text: '16 January 2025' },
      draft: true,
      documents: [
        {
          headline: 'Headline',
          audience: 'Readers',
          template: 'Template',
          variant: 'large print',
          pages: 2,
          recipients: 650,
          embargo: { iso: '2025-01-20T00:01', text: '00:01, Monday 20 January 2025' },
          draft: true,
          fit: '11.4pt (95%)',
          dropped: 'a-passage',
          review: 'a-passage',
          files: [{ name: 'Web page', href: 'pack/edition.html', type: 'text/html', size: '12 kB' }],
        },
      ],
    },
  ],
  messages: [{ severity: 'warning', place: 'a.md:1:1', text: 'Text', remedy: 'Remedy.' }],
};

export const DESK: SiteTemplate<DeskView> = { name: 'desk', called: 'the desk', schema, sample };

/** What a desk is of. */
export interface DeskOf {
  readonly project: Project;
  readonly manifest: Manifest;
  /** The packs' titles as readers see them, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly messages: readonly Message[];
}

/** What the desk shows of a build: its documents by pack, in the order of the manifest; those for many together. */
export const deskView = ({ project, manifest, titles, messages }: DeskOf, present: Present) => {
  const language = languageOf(project.organisation.language);
  const ofPack = groupBy(manifest.documents, ({ pack }) => pack);
  const rows = { project, language, present };
  return {
    language: project.organisation.language,
    words: language.words,
    organisation: { name: project.organisation.name, notice: project.organisation.notice },
    site: 'site/index.html',
    passages: PASSAGES_PATH,
    packs: [...project.packs.values()].flatMap((pack) => {
      const own = ofPack.get(pack.id) ?? [];
      const alone = own.flatMap((entry) => (entry.recipient ? [] : [documentRow(entry, rows)]));
      const mailings = mailingsOf({ documents: own });
      const documents = [...alone, ...mailings.map((mailing) => mailingRow(mailing, rows))];
      const date = { iso: pack.date, text: showDate(pack.date, language) };
      const title = titles.get(pack.id) ?? pack.title;
      return documents.length ? [{ title, date, draft: pack.status === 'draft', documents }] : [];
    }),
    messages: messages.map(({ severity, place, text: said, remedy }) => ({
      severity,
      place: place ? showPlace(place) : null,
      text: said.replaceAll('`', ''),
      remedy: remedy?.replaceAll('`', '') ?? null,
    })),
  };
};

/** What rows are made with. */
interface Rows {
  readonly project: Project;
  readonly language: Language;
  readonly present: Present;
}

const documentRow = (entry: Entry, { project, language, present }: Rows) => ({
  headline: entry.title,
  audience: project.audiences.get(entry.audience)?.name ?? entry.audience,
  template:
    entry.variant === 'annex'
      ? language.variants.annex
      : (project.templates.get(entry.template)?.name ?? entry.template),
  variant: entry.variant === 'large-print' ? language.variants[entry.variant].toLowerCase() : null,
  pages: entry.pages,
  recipients: null,
  embargo: entry.embargo && entryRelease(entry) > present.now ? embargoShown(entry.embargo, language) : null,
  draft: entry.draft ?? false,
  fit: entry.fit ? fitShown(entry.fit) : null,
  dropped: listOf(entry.fit?.dropped ?? []),
  review: listOf(dueIn([entry], project, present)),
  files: filesShown(entry, language),
});

/** e.g. `11.4pt (95%)`. */
const fitShown = ({ size, scale }: NonNullable<Entry['fit']>): string =>
  `${size.toFixed(1)}pt (${Math.round(scale * 100)}%)`;

const listOf = (ids: readonly string[]): string | null => ids.join(', ') || null;

/** The passages of documents whose day of review has come. */
const dueIn = (entries: readonly Entry[], { passages }: Project, { today }: Present): readonly string[] =>
  [...new Set(entries.flatMap((entry) => entry.passages))].filter((id) => {
    const review = passages.get(id)?.review;
    return review ? review <= today : false;
  });

/** What titles have in common, e.g. `Social work in …`; null where they neither begin nor end with the same word. */
const alike = (titles: readonly string[]): string | null => {
  const [first = [], ...others] = titles.map((title) => title.split(' '));
  const least = Math.min(...others.map(({ length }) => length), first.length);
  const isShared = (at: number): boolean => others.every((words) => words.at(at) === first.at(at));
  let [begin, end] = [0, 0];
  while (begin < least && isShared(begin)) begin += 1;
  if (begin === first.length && others.every(({ length }) => length === begin)) return first.join(' ');
  while (begin + end < least && isShared(-1 - end)) end += 1;
  if (!begin && !end) return null;
  return [...first.slice(0, begin), '…', ...first.slice(first.length - end)].join(' ');
};

/** One row for all of them: 650 would hide the others. */
const mailingRow = ({ path, entries }: Mailing, rows: Rows) => {
  const [first] = entries;
  const { recipients: name } = rows.language.words;
  const dropped = groupBy(
    entries.flatMap(({ fit }) => fit?.dropped ?? []),
    (id) => id,
  );
  return {
    ...documentRow(first, rows),
    headline: alike(entries.map(({ title }) => title)) ?? name,
    pages: null,
    recipients: entries.length,
    fit: null,
    dropped: listOf(Array.from(dropped, ([id, times]) => `${id} (${count(times.length, 'document')})`)),
    review: listOf(dueIn(entries, rows.project, rows.present)),
    files: [{ name, href: path, type: FORMATS.html.mediaType, size: '' }],
  };
};
