/** Documents made up at random for tests of fitting, and drafts of them as a build would have them. */

import * as fc from 'fast-check';
import type { Document } from '../../src/model/document.ts';
import type { Passage } from '../../src/model/passage.ts';
import type { Slot, Template } from '../../src/model/template.ts';
import type { Choice, Composed, Composer } from '../../src/produce/composer.ts';
import { BOLD, REGULAR } from '../print/press.ts';

const WORDS =
  'council briefing funding housing schemes transport costs expected fall period officers recommended consultation decision made programme of the in a to responsibilities antidisestablishmentarianism'.split(
    ' ',
  );

/** A passage made up: its markup, and what decides when it goes. */
export interface MadeUp {
  readonly html: (id: string) => string;
  readonly priority: number;
  readonly named: boolean;
  readonly reserve: boolean;
}

export interface MadeUpDocument {
  readonly passages: readonly MadeUp[];
  readonly template: Template;
  /** Whether the sections stand in two columns. */
  readonly columns: boolean;
  /** Whether the page draws itself out to its height. */
  readonly stretched: boolean;
  readonly breaks: boolean;
}

const sentence = (most: number) =>
  fc
    .array(fc.constantFrom(...WORDS), { minLength: 3, maxLength: most })
    .map((words) => `${words.join(' ')}.`);

const body: fc.Arbitrary<MadeUp['html']> = fc.oneof(
  sentence(60).map((text) => (id: string) => `<p id="${id}">${text}</p>`),
  fc
    .array(sentence(16), { minLength: 2, maxLength: 6 })
    .map(
      (items) => (id: string) => `<ul id="${id}">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`,
    ),
  fc
    .array(fc.tuple(sentence(4), sentence(8)), { minLength: 2, maxLength: 8 })
    .map(
      (rows) => (id: string) =>
        `<table id="${id}"><thead><tr><th>Area<th>What</tr></thead><tbody>${rows.map(([a, b]) => `<tr><td>${a}<td>${b}</tr>`).join('')}</tbody></table>`,
    ),
  sentence(40).map((text) => (id: string) => `<aside id="${id}"><p>${text}</p></aside>`),
  fc.tuple(sentence(20), fc.integer({ min: 20, max: 70 })).map(
    ([text, height]) =>
      (id: string) =>
        `<figure id="${id}"><svg style="height: ${height}mm" viewBox="0 0 40 30" role="img" aria-label="A"></svg><figcaption>${text}</figcaption></figure>`,
  ),
  sentence(30).map((text) => (id: string) => `<p id="${id}">${text} ${'x'.repeat(50)} ${text}</p>`),
);

const passage: fc.Arbitrary<MadeUp> = fc.record({
  html: body,
  priority: fc.integer({ min: 1, max: 5 }),
  named: fc.boolean(),
  reserve: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
});

const place = { file: 'templates/made-up/template.yaml', line: 1, column: 1 };

const template: fc.Arbitrary<Template> = fc
  .record({
    page: fc.constantFrom(
      { size: 'A4', orientation: 'portrait', margin: '18mm' },
      { size: 'A5', orientation: 'portrait', margin: '11mm 12mm 13mm' },
      { size: 'A4', orientation: 'portrait', margin: '15mm 17mm 16mm' },
    ),
    pages: fc.constantFrom<[number, number, number]>([1, 1, 1], [1, 1, 1], [1, 2, 1], [2, 4, 2], [1, 3, 1]),
    type: fc.constantFrom<[number, number, number]>(
      [12, 10, 14],
      [11.5, 10, 11.5],
      [12, 12, 12],
      [10, 8.5, 12],
    ),
  })
  .map(({ page, pages: [min, max, multiple], type: [size, least, most] }) => ({
    id: 'made-up',
    name: 'Made up',
    page: page as Template['page'],
    pages: { min, max, multiple, place },
    type: { size, min: least, max: most, notes: 8, place },
    notes: 'short',
    formats: ['html', 'pdf'],
    copies: [],
    headline: null,
    summary: null,
    words: {},
    slots: [],
    place,
  }));

export const madeUp: fc.Arbitrary<MadeUpDocument> = fc.record({
  passages: fc.array(passage, { minLength: 2, maxLength: 16 }),
  template,
  columns: fc.boolean(),
  stretched: fc.boolean(),
  breaks: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
});

const style = ({ page, type }: Template, size: number, spacing: number): string => `
@font-face { font-family: Sans; src: url(../assets/regular.woff2) }
@font-face { font-family: Sans; font-weight: 700; src: url(../assets/bold.woff2) }
@page { size: ${page.size} ${page.orientation}; margin: ${page.margin} }
:root { --type-size: ${size}pt; --spacing: ${spacing}; --type-min: ${type.min}pt; --page-height: 0mm }
html { font: 400 var(--type-size)/1.4 Sans; overflow-wrap: break-word }
body, p, ul, table, figure, h1, h2, aside { margin: 0 }
section > * + * { margin-top: calc(0.6rem * var(--spacing)) }
h1 { font-size: 1.9rem } h2 { font-size: 1.2rem; break-after: avoid; margin: calc(0.9rem * var(--spacing)) 0 0.3rem }
small { font-size: max(0.8rem, var(--type-min)) }
li + li { margin-top: calc(0.3rem * var(--spacing)) }
table { border-collapse: collapse; width: 100%; overflow-wrap: anywhere } td, th { border: 0.5pt solid; padding: calc(0.3em * var(--spacing)); text-align: left }
tr, li, figure { break-inside: avoid }
aside { border: 1pt solid; padding: calc(0.6rem * var(--spacing)); break-inside: avoid }
.columns { columns: 2; column-gap: 1.5em } svg { max-width: 100%; display: block }
p { orphans: 3; widows: 3 }`;

const heightOf = ({ page }: Template): number => {
  const margins = page.margin.split(' ').map((length) => Number.parseFloat(length));
  return (page.size === 'A4' ? 297 : 210) - (margins[0] ?? 0) - (margins[2] ?? margins[0] ?? 0);
};

const idOf = (index: number): string => `p-${index}`;

/** The page that holds these passages. */
const pageOf = (made: MadeUpDocument, ids: readonly string[], size: number, spacing: number): string => {
  const stretch = made.stretched
    ? `.sheet { display: flex; flex-direction: column; min-height: calc(var(--page-height) - 0.5mm) } main { flex: 1 } :root { --page-height: ${heightOf(made.template)}mm }`
    : '';
  const sections = made.passages
    .map((one, index) => ({ one, id: idOf(index) }))
    .filter(({ id }) => ids.includes(id))
    .map(({ one, id }, index) => {
      const forced = made.breaks && !made.columns && index === 2 ? ' style="break-before: page"' : '';
      return `<section${forced}><h2>Heading of ${id}</h2>${one.html(id)}</section>`;
    });
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Made up</title><style>${style(made.template, size, spacing)}${stretch}</style></head>
<body><div class="sheet"><h1>What is made up</h1><main${made.columns ? ' class="columns"' : ''}>${sections.join('')}</main><footer><small>The foot of the page</small></footer></div></body></html>`;
};

const assets = new Map([REGULAR, BOLD]);

/** The job of printing a document with these passages in a setting. */
export const jobFor = (made: MadeUpDocument, ids: readonly string[], size: number, spacing: number) => ({
  path: 'made/up.html',
  html: pageOf(made, ids, size, spacing),
  assets,
});

/** A draft of the document, and what composes it anew. */
export const draftOf = (
  made: MadeUpDocument,
): { draft: Composed; composer: Pick<Composer, 'compose' | 'set'> } => {
  const passages = made.passages.map(
    (one, index) =>
      ({
        id: idOf(index),
        kind: 'context',
        priority: one.priority,
        attributes: {},
        wordings: [],
        text: { type: 'root', children: [] },
        place,
      }) as unknown as Passage,
  );
  const slot = { id: 'all', min: 1 } as Slot;
  const own = (reserve: boolean) => passages.filter((_, index) => made.passages[index]?.reserve === reserve);
  const chosen = own(false).toSorted((a, b) => Number(namedOf(made, b)) - Number(namedOf(made, a)));
  const compose = (plan: Composed, { slots, layout }: Choice) => {
    const ids = slots.flatMap((each) => each.passages.map(({ id }) => id));
    const { size, spacing } = layout ?? { size: made.template.type.size, spacing: 1 };
    const { path, html } = jobFor(made, ids, size, spacing);
    const document = {
      sections: [{ items: ids.map((id) => ({ passage: id, attributes: {} })) }],
      passages: ids,
    } as unknown as Document;
    const rendered = { path, html, print: html, assets } as unknown as Composed['rendered'];
    return { value: { ...plan, document, rendered }, messages: [] };
  };
  const ranked = passages
    .toSorted((a, b) => a.priority - b.priority || Number(a.id.slice(2)) - Number(b.id.slice(2)))
    .map(({ id }) => id);
  const rank = new Map(ranked.map((id, index) => [id, index]));
  const selection = {
    slots: [
      {
        slot,
        passages: chosen,
        named: chosen.filter((one) => namedOf(made, one)).length,
        reserve: own(true),
      },
    ],
    rank,
    superseded: new Map<string, string>(),
  };
  const ids = chosen.map(({ id }) => id);
  const { path, html } = jobFor(made, ids, made.template.type.size, 1);
  const draft = {
    name: 'made/up',
    pack: { id: 'made', summary: null, place },
    edition: { id: 'up', audience: 'mp', headline: null, summary: null, slots: new Map(), place },
    template: made.template,
    selection,
    document: { sections: [{ items: ids.map((id) => ({ passage: id, attributes: {} })) }], passages: ids },
    rendered: { path, html, print: html, assets },
    project: { passages: new Map(passages.map((one) => [one.id, one])) },
  } as unknown as Composed;
  const composer: Pick<Composer, 'compose' | 'set'> = {
    compose: async (plan, _formats, choice) =>
      choice ? compose({ ...draft, ...plan }, choice) : { value: draft, messages: [] },
    set: async (composed, { size, spacing }) => {
      const { path: address, html: page } = jobFor(made, composed.document.passages, size, spacing);
      const rendered = { path: address, html: page, print: page, assets } as unknown as Composed['rendered'];
      return { value: { ...composed, rendered }, messages: [] };
    },
  };
  return { draft, composer };
};

const namedOf = (made: MadeUpDocument, { id }: Passage): boolean =>
  made.passages[Number(id.slice(2))]?.named ?? false;
