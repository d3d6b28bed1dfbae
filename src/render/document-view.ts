import Handlebars from 'handlebars';
import { toString } from 'mdast-util-to-string';
import type { Document, Note, Section } from '../model/document.ts';
import type { Layout } from '../model/fit.ts';
import { SUMMARY } from '../model/mark.ts';
import { FORMATS, type Format } from '../model/formats.ts';
import type { Audience } from '../model/audience.ts';
import type { Organisation } from '../model/organisation.ts';
import type { Template } from '../model/template.ts';
import type { Language } from '../model/languages/language.ts';
import { languageOf, showDate, showWeekday } from '../model/languages/languages.ts';
import type { Moment } from '../model/time.ts';
import type { Variant } from '../model/variant.ts';
import { hrefFrom, keyOf, pathOf } from './addresses.ts';
import { noteId, phrases, referenceId, toHtml, toInlineHtml } from './html.ts';
import { bareAddress, pageStyle } from './page-style.ts';
import { qrCode } from './qr.ts';
import type { ItemView, SlotForm, View } from './view.ts';

/** What a view is made of besides the document. */
export interface DocumentSurroundings {
  readonly template: Template;
  readonly audience: Audience;
  /** By slot. */
  readonly forms: ReadonlyMap<string, SlotForm>;
  /** The address of the style sheet, relative to the page. */
  readonly stylesheet: string;
  readonly layout: Layout;
  readonly variant: Variant;
  /** Every variant of the edition, this one too, with the formats that are made of it. */
  readonly variants: readonly { readonly variant: Variant; readonly formats: readonly Format[] }[];
  /** The other editions of the pack that it may name. */
  readonly editions: readonly { readonly id: string; readonly audience: string }[];
  /** The address of an image, relative to the page, given its path in the project. */
  readonly image: (path: string) => string;
}

/** The view of one document; frozen through and through. */
export const documentView = (document: Document, around: DocumentSurroundings): View => {
  const { organisation } = document;
  const { audience, template, image } = around;
  const language = languageOf(organisation.language);
  const page = pathOf(keyOf(document, around.variant), 'html');
  const view: View = {
    language: organisation.language,
    title: document.title,
    words: wordsFor(template, audience.id, language),
    name: pageName(document, around.variant, language),
    headline: toInlineHtml(phrases(document.headline)),
    summary: document.summary && toHtml(document.summary, { of: SUMMARY, image }),
    event: document.event,
    variant: around.variant === 'large-print' ? language.variants[around.variant] : null,
    draft: document.draft,
    date: { iso: document.date, text: showDate(document.date, language) },
    embargo: document.embargo && embargoView(document.embargo, language),
    audience: { id: audience.id, name: audience.name },
    recipient: document.recipient && { name: document.recipient.name },
    organisation: organisationView(organisation, image),
    address: addressView(document.address),
    slots: document.annex ? {} : slotsView(document, around),
    notes: document.notes.map((note) => noteView(note, language)),
    licences: document.licences.map(({ phrases }) => toInlineHtml(phrases)),
    further: document.further.map(({ passage, kind, text, language: of, citation }) => ({
      id: passage,
      kind,
      text,
      language: of,
      source: citation && toInlineHtml(citation),
    })),
    files: filesView(document, around),
    editions: around.editions.map(({ id, audience }) => ({
      name: audience,
      href: hrefFrom(page, pathOf({ pack: document.pack, edition: id, variant: 'standard' }, 'html')),
    })),
    largePrint: onTheWeb(document, 'large-print', around),
    evidence: around.audience.public ? onTheWeb(document, 'annex', around) : null,
    stylesheet: around.stylesheet,
    pageStyle: pageStyle(document, template, around),
    notesPages: Array.from({ length: around.layout.notesPages ?? 0 }, (_, index) => index + 1),
  };
  return freeze(view);
};

/** The fixed words of the page, as the template has them for this audience. */
const wordsFor = ({ words }: Template, audience: string, language: Language): Language['words'] => {
  const own = Object.entries(words).flatMap(([name, { [audience]: said }]) =>
    said === undefined ? [] : [[name, language.titles[said] ?? said]],
  );
  return { ...language.words, ...(Object.fromEntries(own) as Partial<Language['words']>) };
};

/** The headline with the pack's title, and what tells the document from others that have the same. */
const pageName = (
  { headline, title, recipient }: Document,
  variant: Variant,
  { variants }: Language,
): string => {
  const said = toString(headline);
  return [
    said === title ? said : `${said} – ${title}`,
    ...(recipient ? [recipient.name] : []),
    ...(variant === 'large-print' ? [variants[variant].toLowerCase()] : []),
  ].join(', ');
};

/** `00:01, Monday 20 January 2025`. */
const embargoView = ({ day, time }: Moment, language: Language) => ({
  iso: time ? `${day}T${time}` : day,
  text: `${time ?? '00:00'}, ${showWeekday(day, language)}`,
});

/** An address that a line may break behind each slash. */
const breakable = (address: string): Handlebars.SafeString =>
  new Handlebars.SafeString(Handlebars.escapeExpression(address).replace(/(?<=\/)/gu, '<wbr>'));

const organisationView = (
  organisation: Organisation,
  image: DocumentSurroundings['image'],
): View['organisation'] => {
  const { name, short, about, address, imprint, notice, contact, logo } = organisation;
  return {
    name,
    short,
    about,
    address,
    imprint,
    notice,
    logo: logo && image(logo),
    contact: {
      name: contact.name,
      email: contact.email,
      emailHref: contact.email && `mailto:${contact.email}`,
      phone: contact.phone,
      outOfHours: contact['out-of-hours'],
      web: contact.web && bareAddress(contact.web),
      webHref: contact.web,
    },
  };
};

const addressView = (href: string | null): View['address'] =>
  href === null ? null : { html: breakable(bareAddress(href)), href, qr: qrCode(href) };

const slotsView = ({ sections }: Document, around: DocumentSurroundings): View['slots'] =>
  Object.fromEntries(
    around.template.slots.map(({ id }) => {
      const section = sections.find(({ slot }) => slot === id);
      return [id, section ? slotView(section, around) : null];
    }),
  );

const slotView = (section: Section, { forms, image }: DocumentSurroundings) => ({
  id: section.slot,
  href: `#${section.slot}--title`,
  title: section.title,
  items: section.items.map((item, index): ItemView => {
    const names = [...(forms.get(section.slot)?.attributes.keys() ?? [])];
    return {
      id: item.passage,
      number: index + 1,
      kind: item.kind,
      html: toHtml(item.text, { id: item.passage, of: item.passage, image }),
      against: item.against && toHtml(item.against, { of: item.attributes['against'] ?? '', image }),
      lead: item.lead,
      origin: item.origin && toInlineHtml(item.origin),
      attributes: Object.fromEntries(names.map((name) => [name, item.attributes[name] ?? null])),
    };
  }),
});

const noteView = ({ number, uses, citation }: Note, { notes }: Language): View['notes'][number] => ({
  number,
  id: noteId(number),
  html: toInlineHtml(citation),
  backlinks: Array.from({ length: uses }, (_, index) => ({
    href: `#${referenceId(number, index + 1)}`,
    label: uses === 1 ? notes.back(number) : notes.backTo(index + 1, number),
  })),
});

/**
 * What there is besides this page: its own other formats, then the other variants, whose page is always made. An annex
 * leads to its document in its text.
 */
const filesView = (document: Document, { variant, variants }: DocumentSurroundings): View['files'] => {
  const { language } = document.organisation;
  const { formats: names } = languageOf(language);
  const page = pathOf(keyOf(document, variant), 'html');
  const own = variants.filter((one) => one.variant === variant);
  const others = variant === 'annex' ? [] : variants.filter((one) => one.variant !== variant);
  const file = (of: Variant, format: Format, name: string) => ({
    name,
    href: hrefFrom(page, pathOf(keyOf(document, of), format)),
    type: FORMATS[format].mediaType,
  });
  const besides = (formats: readonly Format[]) => formats.filter((format) => format !== 'html');
  return [
    ...own.flatMap(({ formats }) => besides(formats).map((format) => file(variant, format, names[format]))),
    ...others.flatMap(({ variant: other, formats }) =>
      (['html', ...besides(formats)] as const).map((format) =>
        file(other, format, nameIn(other, format, language)),
      ),
    ),
  ];
};

/** e.g. `PDF in large print`; plain text has no print. */
const nameIn = (variant: Variant, format: Format, tag: string): string => {
  const { formats, variants, evidence } = languageOf(tag);
  if (variant === 'annex') return format === 'html' ? evidence.each : evidence.as(formats[format]);
  return format === 'text' ? formats.text : formats.as(formats[format], variants[variant]);
};

/** Where another variant of a standard document lies on the web; null where there is none, or no site. */
const onTheWeb = (
  document: Document,
  other: Variant,
  { variant, variants }: DocumentSurroundings,
): View['largePrint'] => {
  const { site } = document.organisation;
  if (!site || variant !== 'standard' || !variants.some((one) => one.variant === other)) return null;
  const href = `${site}/${pathOf(keyOf(document, other), 'html')}`;
  return { html: breakable(bareAddress(href)), href };
};

/** Freezes plain objects and lists all the way down. */
export const freeze = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
};
