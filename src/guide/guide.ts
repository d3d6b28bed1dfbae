/** The guide as web pages: its chapters in `docs/guide/`, each filled into `templates/site/guide.hbs`. */

import Handlebars from 'handlebars';
import { z } from 'zod';
import { hasErrors, type Message } from '../diagnostics/message.ts';
import { LIGHT } from '../model/colours.ts';
import { prepareSitePage } from '../render/site-page.ts';
import { address, text } from '../render/site-view.ts';
import { readPartials } from '../render/templates.ts';
import { html } from '../render/view.ts';
import { FRESH } from '../world/readings.ts';
import type { Files, Packages } from '../world/world.ts';
import { readChapter, type Chapter } from './chapter.ts';

const entry = z.object({
  href: address('Of its page'),
  title: text('Of the chapter'),
  current: z.boolean().describe('Whether this is its page'),
});

const neighbour = z.object({ href: address('Of its page'), title: text('Of the chapter') }).nullable();

/** The guide is in English, whatever documents are in. */
const WORDS = {
  language: 'en-GB',
  product: 'despatch',
  skip: 'Skip to the chapter',
  chapters: 'Chapters',
  turn: 'Previous and next chapter',
};

const schema = z.object({
  words: z.object({
    language: text('The tag of the language'),
    product: text('What the guide is of'),
    skip: text('Leads past the list of chapters'),
    chapters: text('Names that list'),
    turn: text('Names the links at the end'),
  }),
  stylesheet: address('The style sheet'),
  title: text('Of the chapter'),
  chapters: z.array(entry),
  content: html('The chapter'),
  previous: neighbour,
  next: neighbour,
});

type GuideView = z.infer<typeof schema>;

const FOLDER = 'docs/guide/';
const FIRST = 'index';

/** All files of the guide, by path. @throws Error with what is wrong, where a page breaks what every page promises. */
export const guidePages = async (
  files: Files,
  packages: Packages,
): Promise<ReadonlyMap<string, string | Uint8Array>> => {
  const chapters = inOrder(await readChapters(files));
  const sample = viewOf(chapters, 0);
  const template = { name: 'guide', called: 'the guide', schema, sample };
  const partials = await readPartials(files, FRESH, () => {});
  const parts = { files, packages, round: FRESH, palette: LIGHT, partials };
  const { value: fill, messages } = await prepareSitePage<GuideView>(template, parts);
  if (!fill) throw faulty(messages);
  const made = new Map<string, string | Uint8Array>();
  chapters.forEach(({ name }, index) => {
    const path = `${name}.html`;
    const page = fill(path, () => ({ view: viewOf(chapters, index) }));
    const { value: filled, messages: found } = page.fill();
    if (hasErrors(found)) throw faulty(found);
    made.set(path, [...filled].join(''));
    for (const [asset, bytes] of page.assets) made.set(asset, bytes);
  });
  return made;
};

const faulty = (messages: readonly Message[]): Error =>
  new Error(messages.map(({ text: said }) => said).join('\n'));

const readChapters = async (files: Files): Promise<ReadonlyMap<string, Chapter>> => {
  const chapters = new Map<string, Chapter>();
  for (const path of await files.list([`${FOLDER}*.md`])) {
    const name = path.slice(FOLDER.length, -'.md'.length);
    chapters.set(name, readChapter(name, new TextDecoder().decode((await files.read(path)) ?? undefined)));
  }
  return chapters;
};

/** The first chapter lists the others in their order. */
const inOrder = (chapters: ReadonlyMap<string, Chapter>): readonly Chapter[] =>
  [FIRST, ...(chapters.get(FIRST)?.leadsTo ?? [])].flatMap((name) => chapters.get(name) ?? []);

const viewOf = (chapters: readonly Chapter[], index: number): Omit<GuideView, 'stylesheet'> => {
  const link = (at: number) => {
    const chapter = chapters[at];
    return chapter ? { href: `${chapter.name}.html`, title: chapter.title } : null;
  };
  return {
    words: WORDS,
    title: chapters[index]?.title ?? '',
    chapters: chapters.flatMap((_, at) => {
      const each = link(at);
      return each ? [{ ...each, current: at === index }] : [];
    }),
    content: new Handlebars.SafeString(chapters[index]?.html ?? ''),
    previous: link(index - 1),
    next: link(index + 1),
  };
};
