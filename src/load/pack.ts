import { z } from 'zod';
import { error, type Say } from '../diagnostics/message.ts';
import type { Edition, ImprintDecision, Pack } from '../model/pack.ts';
import { PRINTS } from '../model/variant.ts';
import { copies, readCopies } from './copies.ts';
import {
  choice,
  count,
  day,
  filled,
  flag,
  keys,
  language,
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
import { nameOf, sayReserved } from './names.ts';
import type { PackContext, PackTerms } from './pack-terms.ts';
import type { Findings } from './reading.ts';
import { readPartly } from './read-partly.ts';
import { shape } from './shape.ts';
import { readLeftOut, readSlots } from './slot-choices.ts';
import { readVariants, saySamePath } from './variants.ts';
import type { Yaml } from './yaml.ts';

const VARIANT_LIST = 'a list of variants, such as `[standard, large-print]`';

/** A key by itself says that the edition is there, and nothing else of it. */
const empty = (value: unknown): unknown => (value === '' ? {} : value);

const slotKeys = keys({
  passages: list(slug, 'a list of passages’ ids').prefault([]),
  lead: maybe(slug),
  max: maybe(count(0)),
});

/** The annex is made beside them, and asked for by a key of its own. */
const print = choice(PRINTS, (written) => (written === 'annex' ? 'annex: true' : null));

const editionKeys = keys({
  audience: maybe(slug),
  template: maybe(slug),
  recipients: maybe(slug),
  variants: filled(list(print, VARIANT_LIST), VARIANT_LIST).prefault(['standard']),
  annex: maybe(flag),
  date: maybe(day),
  embargo: maybe(moment),
  language: maybe(language),
  area: maybe(text),
  headline: maybe(markdown),
  summary: maybe(markdown),
  event: maybe(text),
  copies: maybe(copies),
  'leave-out': list(slug, 'a list of passages’ ids').prefault([]),
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

const revision = keys(
  { date: day, note: text, correction: flag.prefault('false') },
  '{ date: 2025-02-03, note: The figure for Leeds is put right, correction: true }',
);

const imprint = keys(
  { material: flag, reason: text, by: text, on: day },
  '{ material: false, reason: It asks for nobody’s vote, by: Sam Okoro, on: 2025-01-16 }',
);

export const pack = keys({
  title: text,
  short: maybe(slug),
  date: day,
  status: choice(['draft', 'approved']).prefault('approved'),
  topics: filled(words(topic, TOPICS), TOPICS),
  area: maybe(text),
  summary: maybe(markdown),
  event: maybe(text),
  build: choice(['always', 'on-request']).prefault('always'),
  annex: flag.prefault('false'),
  imprint: maybe(imprint),
  revisions: z.array(revision, { error: 'a list of changes, each with `date` and `note`' }).prefault([]),
  editions,
});

const keysOf = ({ shape: each }: { readonly shape: object }): readonly string[] => Object.keys(each);
const LEVELS = { pack: keysOf(pack), edition: keysOf(editionKeys), slot: keysOf(slotKeys) };

/** Reads a pack. */
export const readPack = (yaml: Yaml, terms: PackTerms, findings: Findings): Pack | null => {
  const { names, say } = findings;
  const context = { ...findings, ...terms, yaml };
  const audiences = new Set(terms.audiences?.keys());
  if (sayMisplaced(yaml, { ...LEVELS, audiences }, say)) return null;
  sayTwice(yaml, say);
  const read = shape(pack, yaml, say);
  const {
    topics = [],
    area = null,
    short = null,
    summary = null,
    annex = false,
    editions: named = {},
  } = read ?? readPartly(pack, yaml);
  if (area !== null) names.use('area', area, yaml.place(['area']));
  if (short !== null) sayReserved(short, 'pack', yaml.place(['short']), say);
  if (short !== null && short !== nameOf(yaml.lines.file))
    names.define('short name', short, yaml.place(['short']));
  topics.forEach((name, index) => names.use('topic', name, yaml.wordPlace(['topics'], index)));
  const text = summary === null ? null : readInline(yaml, ['summary'], 'summary', findings);
  const found = yaml.keys(['editions']).flatMap((each) => {
    const edition = Object.hasOwn(named, each) ? named[each] : undefined;
    return edition ? readEdition(each, { ...edition, annex: edition.annex ?? annex }, context) : [];
  });
  saySamePath(found, say);
  sayTaken(found, context);
  return (
    read && {
      ...read,
      id: nameOf(yaml.lines.file),
      summary: text,
      imprint: readImprint(read.imprint, context),
      editions: found,
      place: yaml.keyPlace([]),
    }
  );
};

/** What was decided; why, and by whom, is for editors alone. */
const readImprint = (
  written: z.output<typeof imprint> | null,
  { yaml, setAside }: PackContext,
): ImprintDecision | null => {
  if (!written) return null;
  setAside(
    (['reason', 'by'] as const).map((key) => ({ text: written[key], place: yaml.place(['imprint', key]) })),
  );
  return { material: written.material, place: yaml.keyPlace(['imprint']) };
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
  context: PackContext,
): readonly Edition[] => {
  const { yaml, names, templates, say } = context;
  const path = ['editions', id];
  const place = yaml.keyPlace(path);
  sayReserved(id, 'edition', place, say);
  const audience = written.audience ?? id;
  if (written.audience) names.use('audience', audience, yaml.place([...path, 'audience']));
  else names.use('audience', audience, place, { or: 'An edition of another name says `audience: …`.' });
  const template = templateOf(id, audience, written.template, context);
  if (template === null) return [];
  const { 'leave-out': without, annex, ...rest } = written;
  const { headline, summary, area, recipients } = rest;
  if (recipients !== null) names.use('table', recipients, yaml.place([...path, 'recipients']));
  if (area !== null) names.use('area', area, yaml.place([...path, 'area']));
  const of = templates.get(template) ?? null;
  return [
    {
      ...rest,
      id,
      audience,
      template,
      variants: [
        ...readVariants(rest.variants, [...path, 'variants'], yaml, say),
        ...(annex ? (['annex'] as const) : []),
      ],
      headline: headline === null ? null : readInline(yaml, [...path, 'headline'], 'headline', context),
      summary: summary === null ? null : readInline(yaml, [...path, 'summary'], 'summary', context),
      copies: rest.copies && readCopies(rest.copies, { yaml, path: [...path, 'copies'], names, say, of }),
      leftOut: readLeftOut(id, rest, without, context),
      slots: readSlots(id, rest.slots, template, context),
      place,
    },
  ];
};

/** The edition's template, else its audience's; null, with what is missing said once, where there is none. */
const templateOf = (
  id: string,
  audience: string,
  written: string | null,
  { yaml, names, audiences, say }: PackContext,
): string | null => {
  if (written) {
    names.use('template', written, yaml.place(['editions', id, 'template']));
    return written;
  }
  const own = audiences?.get(audience);
  if (own !== null) return own ?? null;
  const text = `The edition \`${id}\` has no template: neither it nor its audience \`${audience}\` names one`;
  const remedy = `Write \`template: …\` in the edition, or in \`${audience}\` in \`sources/audiences.yaml\`.`;
  say(error('no-template', yaml.keyPlace(['editions', id]), text, { remedy }));
  return null;
};
