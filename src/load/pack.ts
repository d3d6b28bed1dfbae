import { z } from 'zod';
import { error, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Audience, Edition, Named, Pack, SlotChoice, Template } from '../model/project.ts';
import { VARIANTS } from '../model/variant.ts';
import { copies, readCopies } from './copies.ts';
import {
  choice,
  count,
  day,
  filled,
  keys,
  list,
  markdown,
  maybe,
  moment,
  named,
  slug,
  text,
  topic,
  words,
} from './fields.ts';
import { readInline } from './inline.ts';
import { sayMisplaced } from './misplaced.ts';
import { sayReserved } from './names.ts';
import type { Places } from './places.ts';
import { readPartly } from './read-partly.ts';
import { shape } from './shape.ts';
import type { TextContext } from './text-rules.ts';
import { readVariants, saySamePath } from './variants.ts';
import type { Yaml } from './yaml.ts';

const VARIANT_LIST = 'a list of variants, such as `[standard, large-print]`';

/** A key by itself says that the edition is there, and nothing else of it. */
const empty = (value: unknown): unknown => (value === '' ? {} : value);

const slotKeys = keys({
  passages: list(slug, 'a list of passages’ ids').prefault([]),
  lead: maybe(slug),
  max: maybe(count(1)),
});

const editionKeys = keys({
  audience: maybe(slug),
  template: maybe(slug),
  variants: filled(list(choice(VARIANTS), VARIANT_LIST), VARIANT_LIST).prefault(['standard']),
  date: maybe(day),
  embargo: maybe(moment),
  area: maybe(text),
  headline: maybe(markdown),
  summary: maybe(markdown),
  event: maybe(text),
  copies: maybe(copies),
  slots: named(slug, slotKeys).prefault({}),
});

const edition = z.preprocess(empty, editionKeys);

/** A plain list of audiences stands for a map of editions of which nothing is said. */
const editions = z.preprocess(
  (value) =>
    Array.isArray(value) && value.every((each) => typeof each === 'string') ? fromList(value) : value,
  named(slug, edition).refine((map) => Object.keys(map).length > 0, 'at least one edition'),
);

const fromList = (names: readonly string[]): unknown => Object.fromEntries(names.map((name) => [name, '']));

const TOPICS = 'a list of topics, such as `[children, funding]`';

const pack = keys({
  title: text,
  short: maybe(slug),
  date: day,
  status: choice(['draft', 'approved']).prefault('approved'),
  topics: filled(words(topic, TOPICS), TOPICS),
  area: maybe(text),
  summary: maybe(markdown),
  event: maybe(text),
  editions,
});

const keysOf = ({ shape: each }: { readonly shape: object }): readonly string[] => Object.keys(each);
const LEVELS = { pack: keysOf(pack), edition: keysOf(editionKeys), slot: keysOf(slotKeys) };

/** What reading a pack needs to know and to hand on. */
export interface PackContext extends TextContext {
  /** Null where they could not be read. */
  readonly audiences: ReadonlyMap<string, Audience> | null;
  readonly templates: ReadonlyMap<string, Template>;
  /** Where packs that were read before have their short names. */
  readonly shorts: Map<string, Place>;
  readonly places: Places;
}

/** Reads a pack; `id` is its file's stem. */
export const readPack = (id: string, yaml: Yaml, context: PackContext): Pack | null => {
  const { references, say } = context;
  const audiences = new Set(context.audiences?.keys());
  if (sayMisplaced(yaml, { ...LEVELS, audiences }, say)) return null;
  sayTwice(yaml, say);
  const read = shape(pack, yaml, say);
  const {
    topics = [],
    area = null,
    short = null,
    summary = null,
    editions: named = {},
  } = read ?? readPartly(pack, yaml);
  context.places.use(area, yaml.place(['area']));
  if (short !== null) sayShared(short, yaml.place(['short']), context);
  topics.forEach((name, index) => references.use('topic', name, yaml.wordPlace(['topics'], index)));
  const text = summary === null ? null : readInline(yaml, ['summary'], 'summary', context);
  const found = yaml.keys(['editions']).flatMap((each) => {
    const edition = Object.hasOwn(named, each) ? named[each] : undefined;
    return edition ? readEdition(each, edition, yaml, context) : [];
  });
  saySamePath(found, say);
  sayTaken(found, context);
  return read && { ...read, id, summary: text, editions: found, place: yaml.keyPlace([]) };
};

/** Two packs with one short name would be printed with one address and one QR code. */
const sayShared = (short: string, place: Place, { shorts, say }: PackContext): void => {
  const first = shorts.get(short);
  shorts.set(short, first ?? place);
  if (!first) return;
  const text = `Another pack has the short name \`${short}\` already: both would have one address and one QR code`;
  const related = [{ place: first, text: 'the first one' }];
  say(error('same-short', place, text, { remedy: 'Give one of them another.', related }));
};

/** In a map a key that stands twice is no YAML; in a list it is. */
const sayTwice = (yaml: Yaml, say: Say): void => {
  const ids = yaml.keys(['editions']);
  ids.forEach((id, index) => {
    const first = ids.indexOf(id);
    if (first === index) return;
    const related = [{ place: yaml.place(['editions', first]), text: 'the first one' }];
    const text = `The edition \`${id}\` is there already`;
    say(
      error('edition-twice', yaml.place(['editions', index]), text, { remedy: 'Keep one of them.', related }),
    );
  });
};

/** A copy's file is called by its edition and itself, e.g. `mp-booklet.pdf`. */
const sayTaken = (editions: readonly Edition[], { templates, say }: PackContext): void => {
  const names = editions.flatMap(({ id, copies, template }) =>
    (copies ?? templates.get(template)?.copies ?? []).map(({ name }) => ({
      taken: `${id}-${name}`,
      id,
      name,
    })),
  );
  for (const { id, place } of editions) {
    const copy = names.find(({ taken }) => taken === id);
    if (!copy) continue;
    const text = `\`${id}\` is the name of the copy \`${copy.name}\` of the edition \`${copy.id}\``;
    say(error('reserved-name', place, text, { remedy: 'Give the edition another name.' }));
  }
};

const readEdition = (
  id: string,
  written: z.output<typeof edition>,
  yaml: Yaml,
  context: PackContext,
): readonly Edition[] => {
  const { references, templates, say } = context;
  const path = ['editions', id];
  const place = yaml.keyPlace(path);
  sayReserved(id, 'edition', place, say);
  const audience = written.audience ?? id;
  if (written.audience) references.use('audience', audience, yaml.place([...path, 'audience']));
  else references.use('audience', audience, place, { or: 'An edition of another name says `audience: …`.' });
  const template = templateOf(id, audience, written.template, yaml, context);
  if (template === null) return [];
  const { headline, summary, area } = written;
  context.places.use(area, yaml.place([...path, 'area']));
  const of = templates.get(template) ?? null;
  return [
    {
      ...written,
      id,
      audience,
      template,
      variants: readVariants(written.variants, [...path, 'variants'], yaml, say),
      headline: headline === null ? null : readInline(yaml, [...path, 'headline'], 'headline', context),
      summary: summary === null ? null : readInline(yaml, [...path, 'summary'], 'summary', context),
      copies:
        written.copies &&
        readCopies(written.copies, { yaml, path: [...path, 'copies'], references, say, of }),
      slots: readSlots(id, written, template, yaml, context),
      place,
    },
  ];
};

/** The edition's template, else its audience's; null, with what is missing said once, where there is none. */
const templateOf = (
  id: string,
  audience: string,
  written: string | null,
  yaml: Yaml,
  { references, audiences, say }: PackContext,
): string | null => {
  if (written) {
    references.use('template', written, yaml.place(['editions', id, 'template']));
    return written;
  }
  const known = audiences?.get(audience);
  if (!known || known.template) return known?.template ?? null;
  const text = `The edition \`${id}\` has no template: neither it nor its audience \`${audience}\` names one`;
  const remedy = `Write \`template: …\` in the edition, or in \`${audience}\` in \`sources/audiences.yaml\`.`;
  say(error('no-template', yaml.keyPlace(['editions', id]), text, { remedy }));
  return null;
};

const readSlots = (
  id: string,
  { slots }: z.output<typeof edition>,
  template: string,
  yaml: Yaml,
  context: PackContext,
): ReadonlyMap<string, SlotChoice> => {
  const { references, templates } = context;
  const path = ['editions', id, 'slots'];
  const named = new Map<string, Place>();
  const leads: Named[] = [];
  const choices = yaml.keys(path).map((slotId): readonly [string, SlotChoice] => {
    const { passages = [], lead = null, max = null } = slots[slotId] ?? {};
    const place = yaml.keyPlace([...path, slotId]);
    if (references.has('template', template)) references.use(`slot of ${template}`, slotId, place);
    const most = templates.get(template)?.slots.find((slot) => slot.id === slotId)?.max;
    if (most && max && max > most)
      sayRaised(slotId, most, max, yaml.place([...path, slotId, 'max']), context);
    const written = passages.map((passage, index) => ({
      id: passage,
      place: yaml.place([...path, slotId, 'passages', index]),
    }));
    const kinds = templates.get(template)?.slots.find((slot) => slot.id === slotId)?.kinds ?? [];
    const how = { kinds, beside: passages };
    for (const each of written) readNamed(each, how, named, context);
    if (lead === null) return [slotId, { passages: written, lead, max, place }];
    const first = { id: lead, place: yaml.place([...path, slotId, 'lead']) };
    if (passages.includes(lead)) references.use('passage', lead, first.place, how);
    else readNamed(first, how, named, context);
    leads.push(first);
    const places = [first, ...written.filter(({ id }) => id !== lead)];
    return [slotId, { passages: places, lead, max, place }];
  });
  sayLeads(leads, context);
  return new Map(choices);
};

/** A document is led by one passage. */
const sayLeads = ([first, ...others]: readonly Named[], { say }: PackContext): void => {
  for (const { id, place } of others) {
    const related = first ? [{ place: first.place, text: 'the first one' }] : [];
    const text = `\`${id}\` is to lead this edition, which has a lead already`;
    say(error('lead-twice', place, text, { remedy: 'Keep one `lead`.', related }));
  }
};

const sayRaised = (slot: string, most: number, max: number, place: Place, { say }: PackContext): void => {
  const text = `\`max\` is ${max}; the template’s slot \`${slot}\` takes at most ${most}`;
  say(error('contradiction', place, text, { remedy: `Write ${most} or less, or leave it out.` }));
};

/** A passage stands in a document once. */
const readNamed = (
  { id, place }: Named,
  how: { readonly kinds: readonly string[]; readonly beside: readonly string[] },
  named: Map<string, Place>,
  { references, say }: PackContext,
): void => {
  references.use('passage', id, place, how);
  const first = named.get(id);
  named.set(id, first ?? place);
  if (!first) return;
  const related = [{ place: first, text: 'first named here' }];
  const text = `\`${id}\` is named in this edition already`;
  say(error('named-twice', place, text, { remedy: 'Keep it in one slot.', related }));
};
