import type { Copy } from '../model/copies.ts';
import type { Audience } from '../model/audience.ts';
import type { Slot, Template } from '../model/template.ts';
import type { Findings } from './reading.ts';
import type { Yaml } from './yaml.ts';

/** What is given with the text of a pack: which names are audiences, and what of the templates it is held to. */
export interface PackTerms {
  /** The template of each audience, null where it has none; null where audiences could not be read. */
  readonly audiences: ReadonlyMap<string, string | null> | null;
  readonly templates: ReadonlyMap<string, TemplateTerms>;
}

interface TemplateTerms extends Pick<Template, 'page' | 'formats'> {
  readonly copies: readonly Pick<Copy, 'name'>[];
  readonly slots: readonly Pick<Slot, 'id' | 'kinds' | 'max'>[];
}

export const packTerms = (
  audiences: ReadonlyMap<string, Audience> | null,
  templates: ReadonlyMap<string, Template>,
): PackTerms => ({
  audiences: audiences && new Map(Array.from(audiences.values(), ({ id, template }) => [id, template])),
  templates: new Map(Array.from(templates, ([id, template]) => [id, templateTerms(template)])),
});

const templateTerms = ({ page, formats, copies, slots }: Template): TemplateTerms => ({
  page,
  formats,
  copies: copies.map(({ name }) => ({ name })),
  slots: slots.map(({ id, kinds, max }) => ({ id, kinds, max })),
});

/** What reading the parts of a pack needs and hands on. */
export interface PackContext extends Findings, PackTerms {
  readonly yaml: Yaml;
}
