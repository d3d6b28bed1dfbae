/** Makes one template ready: its page checked against the view, and its style sheets bundled. */

import type { Message, Told } from '../diagnostics/message.ts';
import { formId } from '../model/document-key.ts';
import { upTo } from '../model/memo.ts';
import type { Project } from '../model/project.ts';
import type { Template } from '../model/template.ts';
import type { Variant } from '../model/variant.ts';
import type { Files } from '../world/world.ts';
import { Assets } from './assets.ts';
import type { Walked } from './partial-faults.ts';
import { shapeOf } from './shape.ts';
import type { Sheets } from './sheets.ts';
import { bundleStyle, type Style } from './style.ts';
import { prepare, type Fill, type Surroundings } from './templates.ts';
import { annexSchema, slotForms, viewSchema, type SlotForm } from './view.ts';

/** A page that is ready to be filled. */
export interface ReadyPage {
  readonly fill: Fill;
  /** Of the page and the partials that it calls. */
  readonly hash: string;
}

/** A template that is ready to be filled. */
export interface Ready extends ReadyPage {
  /** By variant, those that an edition asks for. */
  readonly styles: ReadonlyMap<Variant, BundledStyle>;
  readonly forms: ReadonlyMap<string, SlotForm>;
}

/** The style sheet of a variant, with what it takes along. */
interface BundledStyle {
  readonly style: Style;
  readonly assets: Assets;
}

/** Where templates are read from. */
export interface TemplateInputs extends Surroundings {
  readonly sheets: Sheets;
}

/** Makes a template ready; `ready` is null where its page is faulty. `walked` is for `blame`, which looks at all templates together. */
export const makeReady = async (
  project: Project,
  template: Template,
  inputs: TemplateInputs,
): Promise<Told<{ id: string; walked: Walked; ready: Ready | null }>> => {
  const messages: Message[] = [];
  const say = (message: Message) => void messages.push(message);
  const forms = slotForms(template, project.vocabulary.kinds);
  const key = JSON.stringify(
    Array.from(forms, ([id, form]) => [id, { ...form, attributes: [...form.attributes] }]),
  );
  const view = { key, shape: () => viewShape(key, forms) };
  const { fill, walked, hash } = await prepare(`templates/${template.id}/page.hbs`, view, inputs, say);
  const styles = new Map<Variant, BundledStyle>();
  for (const variant of variantsOf(project, template)) {
    const assets = new Assets();
    const bundling = { sheets: inputs.sheets, assets, palette: project.organisation.colours };
    const sheet = await sheetFor(template, variant, inputs.files);
    styles.set(variant, { style: await bundleStyle(sheet.file, sheet.name, bundling, say), assets });
  }
  const ready = fill && { fill, hash, styles, forms };
  return { value: { id: template.id, walked, ready }, messages };
};

/** By the forms of a template's slots, as text. */
const viewShape = upTo(100, (_key, forms: ReadonlyMap<string, SlotForm>) => shapeOf(viewSchema(forms)));

/** What was made of the page that all annexes share. */
interface MadeAnnex {
  readonly walked: Walked;
  readonly page: ReadyPage | null;
}

/** Makes the page of annexes ready; null where no edition has one, and the project has no page of its own for them. */
export const makeAnnex = async (
  project: Project,
  inputs: TemplateInputs,
): Promise<Told<MadeAnnex | null>> => {
  const isAsked = [...project.packs.values()].some(({ editions }) =>
    editions.some(({ variants }) => variants.includes('annex')),
  );
  if (!isAsked && !(await inputs.files.own([ANNEX_PAGE])).length) return { value: null, messages: [] };
  const messages: Message[] = [];
  const view = { key: 'annex', shape: () => shapeOf(annexSchema) };
  const { fill, walked, hash } = await prepare(ANNEX_PAGE, view, inputs, (one) => void messages.push(one));
  return { value: { walked, page: fill && { fill, hash } }, messages };
};

export const ANNEX_PAGE = 'templates/annex/page.hbs';

/** The standard form, whose faults are told although no edition may ask for it, and what editions ask for besides. */
const variantsOf = ({ packs }: Project, { id }: Template): ReadonlySet<Variant> =>
  new Set([
    'standard',
    ...[...packs.values()].flatMap(({ editions }) =>
      editions.flatMap(({ template, variants }) => (template === id ? variants : [])),
    ),
  ]);

/** A variant's style sheet takes the place of the template's: its own, else the one that all templates share. */
const sheetFor = async ({ id }: Template, variant: Variant, files: Files) => {
  if (variant === 'annex') return { file: 'templates/annex/style.css', name: variant };
  const own = `templates/${id}/${variant === 'standard' ? 'style' : variant}.css`;
  const shared = variant !== 'standard' && !(await files.read(own));
  return shared
    ? { file: `templates/styles/${variant}.css`, name: variant }
    : { file: own, name: formId({ edition: id, variant }) };
};
