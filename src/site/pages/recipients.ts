import { posix } from 'node:path';
import type { Entry } from '../../model/manifest.ts';
import type { Project } from '../../model/project.ts';
import { languageOf, showDate } from '../../model/languages/languages.ts';
import { embargoShown, filesShown } from './desk.ts';
import type { Mailing } from '../../model/mailings.ts';

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
