import { posix } from 'node:path';
import { z } from 'zod';
import type { Entry } from '../../model/manifest.ts';
import type { Mailing } from '../../model/mailings.ts';
import { languageOf, showDate } from '../../model/languages/languages.ts';
import type { Project } from '../../model/project.ts';
import { FILTER } from '../../render/filter.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, common, date, files, SAMPLE, text } from '../../render/site-view.ts';
import { embargoShown, filesShown } from './files.ts';

const schema = z.object({
  ...common,
  private: z.boolean().describe('Whether it is for the officer alone'),
  up: z.object({ name: text('The desk, or the home page of the site'), href: address('Its address') }),
  title: text("The pack's title"),
  about: text('e.g. `Councillor pack for councillors`'),
  date,
  embargo: date.describe('When they may be published').nullable(),
  draft: z.boolean(),
  recipients: z.array(
    z.object({
      name: text('e.g. `Ynys Môn`'),
      files,
    }),
  ),
});

/** What the page of an edition's recipients shows: each of them with the files of their document. */
type RecipientsView = z.infer<typeof schema>;

const sample: Omit<RecipientsView, 'stylesheet'> = {
  ...SAMPLE,
  private: true,
  up: { name: 'Desk', href: '../../index.html' },
  title: 'Pack',
  about: 'Pack for readers',
  date: { iso: '2025-01-16', text: '16 January 2025' },
  embargo: { iso: '2025-01-20T00:01', text: '00:01, Monday 20 January 2025' },
  draft: true,
  recipients: [
    { name: 'Name', files: [{ name: 'Web page', href: 'name-1.html', type: 'text/html', size: '12 kB' }] },
  ],
};

export const RECIPIENTS: SiteTemplate<RecipientsView> = {
  name: 'recipients',
  called: 'a page of recipients',
  schema,
  sample,
  script: FILTER,
};

/** What of the page that lists an edition's recipients is another in the site: `title` is the pack's, as readers see it. */
interface Listing {
  readonly title: string;
  readonly up: 'desk' | 'home';
}

/** What the page of an edition's recipients shows. */
export const recipientsView = (project: Project, { path, entries }: Mailing, { title, up }: Listing) => {
  const [first] = entries;
  const { organisation, audiences, templates } = project;
  const language = languageOf(organisation.language);
  const href = (file: string): string => posix.relative(posix.dirname(path), file);
  const template = templates.get(first.template)?.name ?? first.template;
  const audience = audiences.get(first.audience)?.name ?? first.audience;
  const variant = first.variant === 'standard' ? '' : `, ${language.variants[first.variant].toLowerCase()}`;
  return {
    language: organisation.language,
    words: language.words,
    organisation: { name: organisation.name, notice: organisation.notice },
    private: up === 'desk',
    up: { name: up === 'desk' ? language.words.desk : organisation.name, href: href('index.html') },
    title,
    about: `${template} ${language.words.for} ${audience}${variant}`,
    date: { iso: first.date, text: showDate(first.date, language) },
    embargo: first.embargo ? embargoShown(first.embargo, language) : null,
    draft: first.draft ?? false,
    recipients: byName(entries, organisation.language).map((entry) => ({
      name: entry.recipient?.name ?? '',
      files: filesShown(entry, language).map((file) => ({ ...file, href: href(file.href) })),
    })),
  };
};

const byName = (entries: readonly Entry[], language: string): readonly Entry[] => {
  const { compare } = new Intl.Collator(language);
  return entries.toSorted((a, b) => compare(a.recipient?.name ?? '', b.recipient?.name ?? ''));
};
