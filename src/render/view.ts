/**
 * What a template gets to see of a document: plain, complete and frozen. Nothing else is within its reach.
 *
 * The schema is the one description of the view: TypeScript's type, the check of every template against it
 * (`template-check.ts`) and the reference for those who write templates come from it. What may be missing is null,
 * and a template reads it inside `{{#if}}` or `{{#with}}` of the same name.
 */

import Handlebars from 'handlebars';
import { z } from 'zod';
import { ENGLISH } from '../model/languages/en.ts';
import type { Words } from '../model/languages/language.ts';
import type { Kind } from '../model/kind.ts';
import { SHOWN } from '../model/passage.ts';
import type { Template } from '../model/template.ts';

/** Markup that despatch made of Markdown or drew itself: goes into the page as it is. */
export const html = (what: string) =>
  z.instanceof(Handlebars.SafeString).meta({ format: 'html', description: what });
/** The content of a style element. */
const css = (what: string) => z.instanceof(Handlebars.SafeString).meta({ format: 'css', description: what });
/** An address that may stand in `href` or `src`. */
const address = (what: string) => z.string().meta({ format: 'address', description: what });
const text = (what: string) => z.string().describe(what);

const date = (what: string) =>
  z
    .object({
      iso: text('For `datetime`, e.g. `2025-01-16`'),
      text: text('For readers, e.g. `16 January 2025`'),
    })
    .describe(what);

const Contact = z.object({
  name: text('Whom to ask for').nullable(),
  email: text('An email address').nullable(),
  emailHref: address('The same as a `mailto:` link').nullable(),
  phone: text('By day').nullable(),
  outOfHours: text('At night and at weekends').nullable(),
  web: text('The address of the website without its protocol').nullable(),
  webHref: address('The same as a link').nullable(),
});

const Organisation = z.object({
  name: text('In full'),
  short: text('In short; the full name where there is no short one'),
  about: text('Who it is, in a sentence or two').nullable(),
  address: text('Its postal address').nullable(),
  imprint: text('Printer and promoter').nullable(),
  notice: text('Has to stand on the page of every document').nullable(),
  logo: address('The image that stands beside its name').nullable(),
  contact: Contact,
});

const Note = z.object({
  number: z.number().describe('From 1'),
  id: text('The id that references lead to: of the element that holds the note'),
  html: html('The citation'),
  backlinks: z
    .array(
      z.object({ href: address('Back to the text'), label: text('e.g. `Back to reference 1 of note 2`') }),
    )
    .describe('One for each reference to the note'),
});

/** What is known of a template's slot before anything fills it. */
export interface SlotForm {
  /** Whether the template gives it a heading. */
  readonly titled: boolean;
  /** Whether a document has to fill it. */
  readonly filled: boolean;
  /** The attributes that its passages may have, by name, and whether each of them has it. */
  readonly attributes: ReadonlyMap<string, boolean>;
}

const item = ({ attributes }: SlotForm) =>
  z.object({
    id: text("The passage's id"),
    number: z.number().describe('Its place in the slot, from 1'),
    kind: text("The passage's kind"),
    html: html('Its text, in paragraphs, with the references to notes'),
    against: html('What a rebuttal answers, in paragraphs').nullable(),
    lead: z.boolean().describe('Whether it leads the document'),
    origin: html('The citation of its source, where no note gives it').nullable(),
    attributes: z
      .object(
        Object.fromEntries(
          [...attributes].map(([name, always]) => [
            name,
            always ? text(`The attribute \`${name}\``) : text(`The attribute \`${name}\``).nullable(),
          ]),
        ),
      )
      .describe('What its kind has besides, dates written out'),
  });

const slot = (form: SlotForm) =>
  z.object({
    id: text("The slot's id"),
    href: address('To its heading, whose id is `{{id}}--title`'),
    title: form.titled ? text('Its heading') : text('It has no heading').nullable(),
    items: z.array(item(form)).describe('At least one'),
  });

/** The fixed words of templates in the document's language; within `{{#with}}` and `{{#each}}` it is `@root.words`. */
export const words = z.object(
  Object.fromEntries(Object.keys(ENGLISH.words).map((name) => [name, z.string()])) as Record<
    keyof Words,
    z.ZodString
  >,
);

/** The view's schema for a template with these slots, by id. */
export const viewSchema = (forms: ReadonlyMap<string, SlotForm>) =>
  z.object({
    language: text('A language tag, e.g. `en-GB`'),
    words,
    title: text("The pack's title"),
    name: text('The name of the page: headline and pack, for the title element'),
    headline: html('The headline, without a heading element'),
    summary: html('The standfirst, in paragraphs').nullable(),
    event: text('What it is for').nullable(),
    variant: text('How it is laid out, e.g. `Large print`, where not as usual').nullable(),
    draft: z.boolean().describe('Whether it is not yet approved'),
    date: date("The document's date"),
    embargo: date('When it may be published; the text holds time, weekday and date').nullable(),
    audience: z.object({ id: text('e.g. `mp`'), name: text('e.g. `Members of Parliament`') }),
    recipient: z
      .object({ name: text('e.g. `Ynys Môn`') })
      .nullable()
      .describe('For whom of many it is made; null where it is for all its readers alike'),
    organisation: Organisation,
    address: z
      .object({
        html: html('As printed, e.g. `example.org/cwb`; a line may break behind its slashes'),
        href: address('As a link'),
        qr: html('As a QR code: an SVG image with its description'),
      })
      .describe('Where the document lies on the web')
      .nullable(),
    slots: z
      .object(
        Object.fromEntries(
          [...forms].map(([id, form]) => [id, form.filled ? slot(form) : slot(form).nullable()]),
        ),
      )
      .describe("By the slot's id; null where nothing fills it: a slot with a `min` is always there"),
    notes: z.array(Note).describe('In the order of their numbers'),
    licences: z
      .array(html('What a licence asks for'))
      .describe('What the licences of its sources ask it to say, each once'),
    further: z
      .array(
        z.object({
          id: text("The passage's id"),
          kind: text("The name of the passage's kind"),
          text: text('Its text without markup, or the beginning of a long one'),
          language: text('The language of that').nullable().describe("Null where it is the document's"),
          source: html('The citation of its source').nullable(),
        }),
      )
      .describe('What was left out for want of room on paper: for the web page, outside `main`'),
    files: z
      .array(
        z.object({
          name: text('e.g. `PDF`'),
          href: address('Relative to the page'),
          type: text('The media type'),
        }),
      )
      .describe('The same document in other formats, and in large print'),
    editions: z
      .array(z.object({ name: text('For whom, e.g. `the press`'), href: address('Relative to the page') }))
      .describe('The other editions of the pack, where both are for the public'),
    largePrint: z
      .object({
        html: html('As printed; a line may break behind its slashes'),
        href: address('As a link'),
      })
      .describe('Where the large print of the document lies on the web')
      .nullable(),
    evidence: z
      .object({
        html: html('As printed; a line may break behind its slashes'),
        href: address('As a link'),
      })
      .describe('Where its annex lies on the web, where that is for the public')
      .nullable(),
    notesPages: z
      .array(z.number())
      .describe('Pages for notes that make up the number of pages, for print alone; a number each, from 1'),
    stylesheet: address("The template's style sheet"),
    pageStyle: css('Page box, running foot and type sizes of the page contract'),
  });

/** The view's schema for the page of annexes: that of a document without slots, with what the annex says. */
export const annexSchema = viewSchema(new Map()).extend({
  annex: z.object({
    document: z
      .object({
        headline: html('Its headline, without a heading element'),
        href: address('Its web page'),
        version: text('e.g. `version 1f6a9c0`'),
      })
      .describe('The document that it belongs to'),
    sections: z
      .array(
        z.object({
          id: text("The slot's id"),
          title: text('As in the document, else the kind of its passages'),
          entries: z.array(
            z.object({
              heading: text('e.g. `3. Statistic`'),
              notes: z.array(text('A note of the document that cites for it, e.g. `Note 2`')),
              html: html('Its text as the document has it, in paragraphs'),
              facts: z
                .array(z.object({ name: text('e.g. `Period`'), value: text('e.g. `2015 to 2025`') }))
                .describe('Who said it, where and when it holds'),
              source: html('The citation of its source'),
              locator: text('Where in that, e.g. `page 4`').nullable(),
              figures: z
                .array(
                  z.object({
                    source: html('The citation of another source'),
                    locator: text('Where in that').nullable(),
                  }),
                )
                .describe('Where figures in it are from'),
              restsOn: z.array(html('Words of the original on which it rests')),
              originals: z.array(
                z.object({
                  title: text('Of its source, where there are several').nullable(),
                  form: text('e.g. `PDF, 12 pages`'),
                  hash: text('e.g. `SHA-256: 4355a46b…`, whole'),
                }),
              ),
              uncompared: text('That what it quotes was not compared with an original').nullable(),
              checks: z.array(text('A check that it has passed, as a sentence')),
            }),
          ),
        }),
      )
      .describe('At least one, in the order of the document'),
  }),
});

/** The view of one document. */
export type View = Omit<z.infer<ReturnType<typeof viewSchema>>, 'slots'> & {
  readonly slots: Readonly<Record<string, SlotView | null>>;
};
export type AnnexView = z.infer<typeof annexSchema>['annex'];
type SlotView = Omit<z.infer<ReturnType<typeof slot>>, 'items'> & { readonly items: readonly ItemView[] };
export type ItemView = Omit<z.infer<ReturnType<typeof item>>, 'attributes'> & {
  readonly attributes: Readonly<Record<string, string | null>>;
};

/** The forms of a template's slots, by id. */
export const slotForms = (
  template: Template,
  kinds: ReadonlyMap<string, Kind>,
): ReadonlyMap<string, SlotForm> =>
  new Map(
    template.slots.map((slot) => {
      const own = slot.kinds.map((id) => kinds.get(id)?.attributes ?? {});
      const names = [...new Set([...SHOWN, ...own.flatMap((attributes) => Object.keys(attributes))])];
      const attributes = names.map(
        (name) => [name, own.every((kind) => kind[name]?.required ?? false)] as const,
      );
      return [
        slot.id,
        { titled: slot.title !== null, filled: slot.min > 0, attributes: new Map(attributes) },
      ];
    }),
  );
