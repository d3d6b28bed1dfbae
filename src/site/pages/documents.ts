/** The documents of a pack, as its page and the home page list them: by edition, each variant with its files. */

import { z } from 'zod';
import { typesetLine } from '../../compose/typography.ts';
import { FORMATS, ALL_FORMATS, type Format } from '../../model/formats.ts';
import { groupBy } from '../../model/group.ts';
import { mailingsOf } from '../../model/mailings.ts';
import type { Entry } from '../../model/manifest.ts';
import { hrefFrom } from '../../render/addresses.ts';
import { address, text } from '../../render/site-view.ts';
import type { PublishedPack } from '../published-pack.ts';
import type { Published } from '../published.ts';

const file = z.object({
  name: text('e.g. `PDF`'),
  href: address('Relative to the page'),
  type: text('Media type'),
  size: text('e.g. `2 pages, 120 kB`'),
});

const variant = z.object({
  name: text('e.g. `Large print`').nullable(),
  version: text('e.g. `version 1f6a9c0`').nullable(),
  recipients: text('How many it is made for, e.g. `317 recipients`').nullable(),
  files: z.array(file),
});

export const documents = z.array(
  z.object({
    headline: text('The headline'),
    href: address('The web page, or the page of recipients'),
    kind: text('e.g. `News release for the press`'),
    variants: z.array(variant),
  }),
);

export const DOCUMENTS_SAMPLE: z.infer<typeof documents> = [
  {
    headline: 'Headline',
    href: '../pack/press.html',
    kind: 'News release for the press',
    variants: [
      {
        name: 'Large print',
        version: 'version 1f6a9c0',
        recipients: '2 recipients',
        files: [{ name: 'PDF', href: '../pack/press.pdf', type: 'application/pdf', size: '2 pages, 120 kB' }],
      },
    ],
  },
];

/** The documents of a pack by edition, as a page at `path` names them; their versions are for its own page. */
export const documentsOf = (
  published: Published,
  { entries, path: own }: PublishedPack,
  path: string,
): z.infer<typeof documents> => {
  const editions = groupBy(entries, ({ edition }) => edition);
  return Array.from(editions.values(), (some) => {
    const found = editionOf(published, some, path);
    const withoutVersion = found.variants.map((one) => ({ ...one, version: null }));
    return own === path ? found : { ...found, variants: withoutVersion };
  });
};

const editionOf = (published: Published, entries: readonly [Entry, ...Entry[]], path: string) => {
  const { project, language } = published;
  const [first] = entries;
  const template = project.templates.get(first.template)?.name ?? first.template;
  const audience = project.audiences.get(first.audience)?.name ?? first.audience;
  const mailings = mailingsOf({ documents: entries });
  const titled = entries.filter(({ variant }) => variant !== 'annex');
  const isSame = titled.every(({ title }) => title === first.title);
  return {
    headline: isSame ? first.title : language.words.recipients,
    href: hrefFrom(path, mailings[0]?.path ?? first.files.html),
    kind: typesetLine(`${template} ${language.words.for} ${audience}`),
    variants: mailings.length
      ? mailings.map((mailing) => mailingOf(published, mailing.path, mailing.entries, path))
      : entries.map((entry) => variantOf(published, entry, entries.length > 1, path)),
  };
};

const mailingOf = (
  { language }: Published,
  list: string,
  [first, ...others]: readonly [Entry, ...Entry[]],
  path: string,
) => ({
  name: first.variant === 'standard' ? null : nameOf(language, first),
  version: null,
  recipients: language.site.recipients(others.length + 1),
  files: [
    { name: language.words.recipients, href: hrefFrom(path, list), type: FORMATS.html.mediaType, size: '' },
  ],
});

/** What a variant is called beside the others of its edition. */
const nameOf = ({ variants, evidence }: Published['language'], { variant }: Entry): string =>
  variant === 'annex' ? evidence.each : variants[variant];

const variantOf = ({ language }: Published, entry: Entry, isNamed: boolean, path: string) => ({
  name: isNamed ? nameOf(language, entry) : null,
  version: language.page.version(entry.version),
  recipients: null,
  files: ALL_FORMATS.flatMap((format) => {
    const name = entry.files[format];
    if (name === undefined) return [];
    return [
      {
        name: language.formats[format],
        href: hrefFrom(path, name),
        type: FORMATS[format].mediaType,
        size: sizeOf(language, entry, format, name),
      },
    ];
  }),
});

const sizeOf = ({ site }: Published['language'], entry: Entry, format: Format, name: string): string => {
  const size = site.size(entry.bytes[name] ?? 0);
  return format === 'pdf' && entry.pages !== null ? `${site.pages(entry.pages)}, ${size}` : size;
};
