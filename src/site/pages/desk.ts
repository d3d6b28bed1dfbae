import { COPY_NAMES } from '../../model/copies.ts';
import { FORMATS, type Format } from '../../model/formats.ts';
import type { Project } from '../../model/project.ts';
import type { Language } from '../../model/languages/language.ts';
import { languageOf, showDate, showWeekday } from '../../model/languages/languages.ts';
import type { Entry, Manifest } from '../../model/manifest.ts';
import { mailingsOf, type Mailing } from '../../model/mailings.ts';

/** What the desk shows of a build: its documents by pack, in the order of the manifest; those for many together. `titles` are the packs', by id. */
export const deskView = (project: Project, manifest: Manifest, titles: ReadonlyMap<string, string>) => {
  const language = languageOf(project.organisation.language);
  return {
    language: project.organisation.language,
    words: language.words,
    organisation: { name: project.organisation.name, notice: project.organisation.notice },
    packs: [...project.packs.values()].flatMap((pack) => {
      const own = manifest.documents.filter((entry) => entry.pack === pack.id);
      const date = { iso: pack.date, text: showDate(pack.date, language) };
      const alone = own.flatMap((entry) => (entry.recipient ? [] : [documentRow(project, entry, language)]));
      const mailings = mailingsOf({ ...manifest, documents: own });
      const rows = [...alone, ...mailings.map((mailing) => mailingRow(project, mailing, language))];
      const title = titles.get(pack.id) ?? pack.title;
      return rows.length ? [{ title, date, draft: pack.status === 'draft', documents: rows }] : [];
    }),
  };
};

const documentRow = (project: Project, entry: Entry, language: Language) => ({
  headline: entry.title,
  audience: project.audiences.get(entry.audience)?.name ?? entry.audience,
  template: project.templates.get(entry.template)?.name ?? entry.template,
  variant: entry.variant === 'standard' ? null : language.variants[entry.variant].toLowerCase(),
  pages: entry.pages,
  recipients: null,
  embargo: entry.embargo ? embargoShown(entry.embargo, language) : null,
  draft: entry.draft ?? false,
  files: filesShown(entry, language),
});

/** One row for all of them: 650 would hide the others. */
const mailingRow = (project: Project, { path, entries }: Mailing, language: Language) => {
  const [first] = entries;
  const isSame = entries.every(({ title }) => title === first.title);
  return {
    ...documentRow(project, first, language),
    headline: isSame ? first.title : language.words.recipients,
    pages: null,
    recipients: entries.length,
    files: [{ name: language.words.recipients, href: path, type: FORMATS.html.mediaType }],
  };
};

/** The files of a document, as the desk names them. */
export const filesShown = (entry: Entry, language: Language) => [
  ...file(entry, 'html', language),
  ...file(entry, 'pdf', language),
  ...COPY_NAMES.flatMap((name) => {
    const href = entry.files.copies?.[name];
    return href ? [{ name: language.copies[name], href, type: FORMATS.pdf.mediaType }] : [];
  }),
  ...file(entry, 'text', language),
];

const file = ({ files }: Entry, format: Format, { formats }: Language) => {
  const href = files[format];
  return href === undefined ? [] : [{ name: formats[format], href, type: FORMATS[format].mediaType }];
};

/** e.g. `00:01, Monday 20 January 2025`. */
export const embargoShown = (moment: string, language: Language) => {
  const [day = '', time] = moment.split('T');
  return { iso: moment, text: [time, showWeekday(day, language)].filter(Boolean).join(', ') };
};
