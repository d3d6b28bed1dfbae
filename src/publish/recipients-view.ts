import { posix } from 'node:path';
import type { Entry } from '../model/manifest.ts';
import type { Project } from '../model/project.ts';
import { languageOf, showDate } from '../model/languages/languages.ts';
import { embargoShown, filesShown } from './desk-view.ts';
import type { Mailing } from '../model/mailings.ts';

/** What the page of an edition's recipients shows. `titles` are the packs', by id. */
export const recipientsView = (
  project: Project,
  { path, entries }: Mailing,
  titles: ReadonlyMap<string, string>,
) => {
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
    desk: href('index.html'),
    title: titles.get(first.pack) ?? first.pack,
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
