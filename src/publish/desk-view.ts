import { COPY_NAMES, type CopyName } from '../model/copies.ts';
import type { Project } from '../model/project.ts';
import { showDate, showWeekday } from '../model/time.ts';
import { VARIANT_NAMES } from '../model/variant.ts';
import type { Entry, Manifest } from './manifest.ts';

/** What the desk shows of a build: its documents by pack, in the order of the manifest. `titles` are the packs', by id. */
export const deskView = (project: Project, manifest: Manifest, titles: ReadonlyMap<string, string>) => ({
  language: project.organisation.language,
  organisation: { name: project.organisation.name, notice: project.organisation.notice },
  packs: [...project.packs.values()].flatMap((pack) => {
    const documents = manifest.documents.filter((entry) => entry.pack === pack.id);
    const date = { iso: pack.date, text: showDate(pack.date) };
    const rows = documents.map((entry) => documentRow(project, entry));
    const title = titles.get(pack.id) ?? pack.title;
    return rows.length ? [{ title, date, draft: pack.status === 'draft', documents: rows }] : [];
  }),
});

const COPIES: Readonly<Record<CopyName, string>> = {
  printer: 'For the print shop',
  office: 'For the office copier',
  booklet: 'As a booklet',
};

const documentRow = (project: Project, entry: Entry) => ({
  headline: entry.title,
  audience: project.audiences.get(entry.audience)?.name ?? entry.audience,
  template: project.templates.get(entry.template)?.name ?? entry.template,
  variant: entry.variant === 'standard' ? null : VARIANT_NAMES[entry.variant].toLowerCase(),
  pages: entry.pages,
  embargo: entry.embargo ? embargo(entry.embargo) : null,
  draft: entry.draft ?? false,
  files: [
    { name: 'Web page', href: entry.files.html, type: 'text/html' },
    ...(entry.files.pdf ? [{ name: 'PDF', href: entry.files.pdf, type: 'application/pdf' }] : []),
    ...COPY_NAMES.flatMap((name) => {
      const href = entry.files.copies?.[name];
      return href ? [{ name: COPIES[name], href, type: 'application/pdf' }] : [];
    }),
    ...(entry.files.text ? [{ name: 'Plain text', href: entry.files.text, type: 'text/plain' }] : []),
  ],
});

const embargo = (moment: string) => {
  const [day = '', time] = moment.split('T');
  return { iso: moment, text: [time, showWeekday(day)].filter(Boolean).join(', ') };
};
