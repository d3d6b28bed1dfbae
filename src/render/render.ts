/**
 * Render takes a composed document and gives its page, the page as it is to be printed, and its plain text.
 *
 * Once for the project: read the partials, then for each template bundle its style sheet, check its page against the
 * view and compile it. Then for each document: make the view, fill the page, parse it, hold it against what every
 * document promises, and write it out.
 */

import { posix } from 'node:path';
import type { Root } from 'hast';
import { toString } from 'mdast-util-to-string';
import { visit } from '../model/visit.ts';
import type { Document } from '../model/document.ts';
import { formatsFor } from '../model/template-for.ts';
import { error, hasErrors, once, type Message, type Told } from '../diagnostics/message.ts';
import { startOf } from '../diagnostics/place.ts';
import { findEdition } from '../model/find-edition.ts';
import type { Layout } from '../model/fit.ts';
import { fold } from '../model/fold.ts';
import { sha256 } from '../model/hash.ts';
import { imprintOf } from '../model/imprint.ts';
import type { Format } from '../model/formats.ts';
import { lazy, memo } from '../model/memo.ts';
import type { Project } from '../model/project.ts';
import type { Template } from '../model/template.ts';
import { documentName } from '../model/document-key.ts';
import type { Variant } from '../model/variant.ts';
import type { Picture } from '../model/picture.ts';
import { contentBox } from '../model/sheet.ts';
import type { Files, Packages, Round } from '../world/world.ts';
import { relatedEditions } from './related-editions.ts';
import { Assets } from './assets.ts';
import { viewOf } from './annex-view.ts';
import { keyOf, pathOf } from './addresses.ts';
import { charactersIn, checkPage, forPrint, forWeb, parsePage, type Promised } from './page.ts';
import { toPlainText } from './plain-text.ts';
import { blame } from './partial-faults.ts';
import { pictures, type ReadPicture } from './pictures.ts';
import { COPY_BUTTON } from './copy-button.ts';
import { addScript } from './scripts.ts';
import { addPolicy } from './policy.ts';
import { ANNEX_PAGE, makeAnnex, makeReady, type Ready, type ReadyPage } from './ready.ts';
import type { FormatWords } from '../rules/subjects.ts';
import { survey } from './survey.ts';
import { resizing, sizeOf } from './resized.ts';
import { beginningOf, introduce } from './social.ts';
import { Sheets } from './sheets.ts';
import { readPartials, type Fill } from './templates.ts';
import type { View } from './view.ts';
import { writePage } from './write-page.ts';

/** A document in the formats that need no browser. */
export interface Rendered {
  /** Below the output folder, e.g. `childrens-wellbeing-bill/mp.html`. */
  readonly path: string;
  /** The page's title. */
  readonly title: string;
  /** The headline without markup. */
  readonly headline: string;
  readonly html: string;
  /** The page to print; null where no PDF is made. */
  readonly print: string | null;
  /** The characters of the page to print, each once; none where no PDF is made. */
  readonly characters: string;
  readonly text: string | null;
  /** Style sheet, fonts and images of the page, by path below the output folder. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The files of the fonts that its style sheet embeds. */
  readonly fonts: readonly Uint8Array[];
}

export interface Renderer {
  /** Of a project it reads what the document names. */
  render(project: Project, document: Document, look: Look): Promise<Told<Rendered | null>>;
  /** What a template brings to the documents of a variant. */
  formOf(template: string, variant: Variant): TemplateForm;
}

/** What is the same in all documents of one template and variant. */
export interface TemplateForm {
  /** The hash of the template's page, of the partials that it calls, and of its style sheet with all that this loads. */
  readonly hash: string;
  /** The files of the fonts that its style sheet embeds. */
  readonly fonts: readonly Uint8Array[];
}

/** How a document is to be rendered. */
export interface Look {
  readonly variant: Variant;
  /** As the variant is held to it. */
  readonly template: Template;
  /** Those of the template's formats that are wanted. */
  readonly formats: readonly Format[];
  /** In which formats there will be one of each variant of the edition. */
  readonly there: (variant: Variant) => readonly Format[];
  /** What it was fitted to; as large as the template says, where it was not. */
  readonly layout?: Layout | undefined;
  /** Whether the web page says of each block which passage it is of, as the page to print does: for a preview. */
  readonly marked?: boolean;
}

/**
 * Makes every template ready that editions use or that is the project's own, so that all faults of them are known; null
 * where there is one.
 */
export const prepareRenderer = async (
  files: Files,
  packages: Packages,
  round: Round,
  project: Project,
): Promise<Told<Renderer | null>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const partials = await readPartials(files, round, say);
  const inputs = { files, round, partials, sheets: new Sheets(files, packages, round) };
  const templates = await templatesToMake(files, project);
  const made = await Promise.all(templates.map((template) => makeReady(project, template, inputs)));
  const annex = await makeAnnex(project, inputs);
  [annex, ...made].flatMap((one) => one.messages).forEach(say);
  blame([...made.map(({ value }) => value.walked), ...(annex.value ? [annex.value.walked] : [])]).forEach(
    say,
  );
  const ready = new Map(made.flatMap(({ value: { id, ready } }) => (ready ? [[id, ready] as const] : [])));
  const picture = pictures(files);
  const forms = new Map<string, TemplateForm>();
  const renderer: Renderer = {
    render: resizing((own: Project, document: Document, look: Look) =>
      render(own, picture, { ready, annex: annex.value?.page ?? null }, document, look),
    ),
    formOf: (template, variant) =>
      memo(forms, `${template} ${variant}`, () =>
        formOf(ready.get(template), variant, annex.value?.page ?? null),
      ),
  };
  return { value: hasErrors(messages) ? null : renderer, messages: once(messages) };
};

/** Those that come with despatch are right as they are: they are looked at where the project uses them, with parts of its own. */
const templatesToMake = async (files: Files, { templates, packs }: Project): Promise<readonly Template[]> => {
  const own = new Set((await files.own(['templates/*/*'])).map((file) => posix.dirname(file)));
  const used = new Set([...packs.values()].flatMap(({ editions }) => editions.map((one) => one.template)));
  return [...templates.values()].filter(({ id }) => used.has(id) || own.has(`templates/${id}`));
};

const formOf = (template: Ready | undefined, variant: Variant, annex: ReadyPage | null): TemplateForm => {
  const bundled = template?.styles.get(variant);
  if (!bundled) throw new Error(`no template is ready for ${variant}`);
  // An asset has the beginning of its hash in its name.
  const page = variant === 'annex' ? annex : template;
  const parts = [page?.hash, bundled.style.path, [...bundled.assets.all().keys()].toSorted()];
  return { hash: sha256(JSON.stringify(parts)), fonts: bundled.style.fonts };
};

/** The pages that are ready to be filled. */
interface ReadyPages {
  readonly ready: ReadonlyMap<string, Ready>;
  /** The one that all annexes share. */
  readonly annex: ReadyPage | null;
}

const render = async (
  project: Project,
  picture: ReadPicture,
  { ready: templates, annex }: ReadyPages,
  document: Document,
  { variant, template, formats: wanted, there, layout, marked = false }: Look,
): Promise<Told<Rendered | null>> => {
  const found = findEdition(project, document);
  const audience = project.audiences.get(document.audience);
  const whole = project.templates.get(document.template);
  const ready = templates.get(document.template);
  const paged = variant === 'annex' ? annex : ready;
  const bundled = ready?.styles.get(variant);
  const key = keyOf(document, variant);
  const name = documentName(key);
  if (!found || !audience || !whole || !ready || !paged || !bundled)
    throw new Error(`${name} was not loaded`);
  const { pack, edition } = found;
  const { style } = bundled;
  const isMade = (format: Format) => template.formats.includes(format) && wanted.includes(format);
  const path = pathOf(key, 'html');
  const up = (asset: string) => posix.relative(posix.dirname(path), asset);
  const images = await readImages(document, (image) => picture(image, contentBox(template.page)));
  const view = viewOf(document, {
    template,
    audience,
    variant,
    variants: edition.variants.map((each) => ({
      variant: each,
      formats: formatsFor(whole, each).filter((format) => there(each).includes(format)),
    })),
    editions: relatedEditions(project, pack, edition).map((other) => ({
      id: other.id,
      audience: project.audiences.get(other.audience)?.name ?? other.audience,
    })),
    forms: ready.forms,
    stylesheet: up(style.path),
    layout: sizeOf({ variant, template, layout }),
    image: (image) => up(images.paths.get(image) ?? image),
  });
  const file = variant === 'annex' ? ANNEX_PAGE : `templates/${template.id}/page.hbs`;
  const filled = fillPage(paged.fill, view, file);
  if (typeof filled !== 'string') return { value: null, messages: [filled] };
  const page = parsePage(filled);
  const { site } = document.organisation;
  const web = forWeb(page, marked);
  introduce(web, {
    title: view.name,
    description: beginningOf(document.summary ?? document.headline),
    issuer: document.organisation.name,
    language: document.organisation.language,
    address: audience.public && site ? `${site}/${path}` : null,
  });
  const assets = new Map([...bundled.assets.all(), ...images.assets.all()]);
  const imprint = imprintOf(pack, document);
  const text = isMade('text') ? toPlainText(web) : null;
  const licences = document.licences.map((one) => one.text);
  const formats = lazy(() => wordsOf(web, text));
  const promised: Promised = {
    file,
    draft: document.draft ? view.words.draft : null,
    embargo: view.embargo?.text ?? null,
    document: name,
    path,
    files: new Set(assets.keys()),
    passages: document.sections.flatMap(({ items }) => items.map(({ passage }) => passage)),
    notice: document.organisation.notice,
    imprint: imprint === null ? null : { text: imprint, formats: formats() },
    licences: licences.length ? { texts: licences, formats: formats() } : null,
  };
  addScript(web, COPY_BUTTON);
  addPolicy(web, [COPY_BUTTON]);
  const print = isMade('pdf') ? forPrint(page, site && `${site}/${path}`) : null;
  const value: Rendered = {
    path,
    title: view.name,
    headline: toString(document.headline),
    html: writePage(web),
    print: print && writePage(print),
    characters: print ? charactersIn(print) : '',
    text,
    assets,
    fonts: style.fonts,
  };
  return { value, messages: checkPage(page, promised) };
};

/** What a document says in the formats that need no browser. */
const wordsOf = (web: Root, text: string | null): readonly FormatWords[] => [
  { name: 'web page', words: survey(web).text },
  ...(text === null ? [] : [{ name: 'plain text', words: fold(text) }]),
];

/** Fills a page; what Handlebars refuses although the check let it pass is the template's fault still. */
const fillPage = (fill: Fill, view: View, file: string): string | Message => {
  try {
    return fill(view);
  } catch (fault) {
    const why = fault instanceof Error ? fault.message.split('\n')[0] : String(fault);
    return error('template-view', startOf(file), `The template can’t be filled: ${why}`, {
      remedy: 'Read only what the view holds; see `src/render/view.ts` of despatch.',
    });
  }
};

/** Takes the images of a document's texts, and the logo, into the assets; load has seen that they are there. */
const readImages = async (document: Document, picture: (path: string) => Promise<Picture | null>) => {
  const wanted = new Set<string>(document.organisation.logo ? [document.organisation.logo] : []);
  for (const { items } of document.sections)
    for (const { text, against } of items)
      for (const tree of [text, ...(against ? [against] : [])])
        visit(tree, 'image', (image) => void wanted.add(image.url));
  const assets = new Assets();
  const paths = new Map<string, string>();
  for (const image of wanted) {
    const read = await picture(image);
    if (read) paths.set(image, assets.addPicture(image, read));
  }
  return { assets, paths };
};
