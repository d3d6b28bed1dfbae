import { ENGLISH } from '../model/languages/en.ts';
import { ALL_FORMATS } from '../model/formats.ts';
import { error, type Say } from '../diagnostics/message.ts';
import { oneOf, suggest } from '../diagnostics/nearest.ts';
import { SHOWN } from '../model/passage.ts';
import type { PageContract, Slot, Template } from '../model/template.ts';
import { contentBox } from '../model/sheet.ts';
import { copies, readCopies } from './copies.ts';
import {
  choice,
  count,
  field,
  filled,
  keys,
  list,
  maybe,
  named,
  points,
  slug,
  text,
  title,
  topic,
  words,
} from './fields.ts';
import { nameOf, sayReserved } from './names.ts';
import type { Findings } from './reading.ts';
import { readPartly } from './read-partly.ts';
import { shape } from './shape.ts';
import type { Kinds } from './source.ts';
import type { Path, Yaml } from './yaml.ts';

/** One to four CSS lengths, as in the property `margin`. */
const margin = field('one to four lengths in mm, cm, in or pt, such as `20mm 15mm`', (written) => {
  const lengths = written.split(/\s+/);
  const right = lengths.every((length) => /^\d{1,4}(?:\.\d+)?(?:mm|cm|in|pt)$/.test(length));
  return right && lengths.length <= 4 ? lengths.join(' ') : null;
});

const KINDS = 'a list of kinds, such as `[ask]`';

const slot = keys({
  title: maybe(title),
  titles: named(slug, title).prefault({}),
  kinds: filled(list(slug, KINDS), KINDS),
  where: named(slug, list(text, 'a value or a list of values')).prefault({}),
  topics: maybe(words(topic, 'a list of topics')),
  min: count(0).prefault('0'),
  ideal: maybe(count(1)),
  max: maybe(count(1)),
  words: maybe(count(1)),
  level: choice(['2', '3', '4', '5']).prefault('2').transform(Number),
});

const limit = keys({ words: maybe(count(1)) }).prefault({});

export const template = keys({
  name: text,
  page: keys({
    size: choice(['A3', 'A4', 'A5', 'A6']).prefault('A4'),
    orientation: choice(['portrait', 'landscape']).prefault('portrait'),
    margin: margin.prefault('20mm'),
  }).prefault({}),
  pages: keys({
    min: count(1).prefault('1'),
    max: maybe(count(1)),
    multiple: count(1).prefault('1'),
  }).prefault({}),
  type: keys({
    size: points.prefault('12pt'),
    min: points.prefault('10pt'),
    max: maybe(points),
    notes: points.prefault('9pt'),
  }).prefault({}),
  notes: choice(['short', 'full']).prefault('short'),
  formats: list(choice(ALL_FORMATS), 'a list of formats').prefault(['html', 'pdf']),
  copies: copies.prefault({}),
  headline: limit,
  summary: limit,
  words: named(choice(Object.keys(ENGLISH.words)), named(slug, text)).prefault({}),
  slots: named(slug, slot),
});

interface TemplateContext extends Findings {
  readonly yaml: Yaml;
  readonly kinds: Kinds;
}

/** Reads `templates/<id>/template.yaml`; where it is faulty, the slots in it are known all the same. */
export const readTemplate = (yaml: Yaml, kinds: Kinds, findings: Findings): Template | null => {
  const { names, say } = findings;
  const id = nameOf(yaml.lines.file);
  sayReserved(id, 'template', yaml.keyPlace([]), say);
  for (const slotId of yaml.keys(['slots']))
    names.define(`slot of ${id}`, slotId, yaml.keyPlace(['slots', slotId]));
  const read = shape(template, yaml, say);
  const known = (read ?? readPartly(template, yaml)).slots ?? {};
  const slots = yaml.keys(['slots']).flatMap((slotId): Slot[] => {
    const found = Object.hasOwn(known, slotId) ? known[slotId] : undefined;
    return found ? [{ id: slotId, ...found, place: yaml.keyPlace(['slots', slotId]) }] : [];
  });
  for (const each of slots) checkSlot(each, { ...findings, yaml, kinds });
  if (!read) return null;
  const found: Template = {
    ...read,
    id,
    pages: { ...read.pages, place: yaml.keyPlace(['pages']) },
    type: { ...read.type, max: read.type.max ?? read.type.size, place: yaml.keyPlace(['type']) },
    headline: read.headline.words,
    summary: read.summary.words,
    copies: readCopies(read.copies, { yaml, path: ['copies'], names, say, of: read }),
    slots,
    place: yaml.keyPlace([]),
  };
  sayContradictions(found, yaml, say);
  return found;
};

const sayContradictions = ({ page, pages, type, formats }: Template, yaml: Yaml, say: Say): void => {
  const contradiction = (path: Path, text: string, remedy: string) =>
    say(error('contradiction', yaml.place(path), text, { remedy }));
  const { width, height } = contentBox(page);
  if (width <= 0 || height <= 0)
    contradiction(
      ['page'],
      `The margins \`${page.margin}\` leave nothing of the page`,
      'Write smaller ones.',
    );
  if (!fits(pages))
    contradiction(['pages'], `No number of pages fits ${shown(pages)}`, 'Correct the numbers.');
  if (type.min > type.size)
    contradiction(
      ['type'],
      `The smallest type, ${type.min}pt, is larger than the type itself, ${type.size}pt`,
      'Write a smaller `min`, or a larger `size`.',
    );
  if (type.max < type.size)
    contradiction(
      ['type'],
      `The largest type, ${type.max}pt, is smaller than the type itself, ${type.size}pt`,
      'Write a larger `max`, or a smaller `size`.',
    );
  if (type.notes > type.size)
    contradiction(
      ['type'],
      `The smallest type of notes, ${type.notes}pt, is larger than the type itself, ${type.size}pt`,
      'Write smaller `notes`, or a larger `size`.',
    );
  if (!formats.includes('html'))
    contradiction(
      ['formats'],
      'The format `html` is not among them, and the others are made from it',
      'Add `html`.',
    );
};

const shown = ({ min, max, multiple }: PageContract): string =>
  `\`min\` ${min}, \`max\` ${max ?? 'none'}, \`multiple\` ${multiple}`;

const fits = ({ min, max, multiple }: PageContract): boolean =>
  max === null || Math.ceil(min / multiple) * multiple <= max;

const checkSlot = (slot: Slot, context: TemplateContext): void => {
  const { yaml, names, say } = context;
  const path = ['slots', slot.id];
  const [least, aim, most] = [slot.min, slot.ideal ?? slot.min, slot.max ?? Infinity];
  if (least > aim || aim > most) {
    const text = `The numbers of the slot \`${slot.id}\` contradict each other: \`min\` ≤ \`ideal\` ≤ \`max\` does not hold`;
    say(error('contradiction', yaml.keyPlace(path), text, { remedy: 'Correct the numbers.' }));
  }
  slot.kinds.forEach((kind, index) => names.use('kind', kind, yaml.place([...path, 'kinds', index])));
  slot.topics?.forEach((name, index) => names.use('topic', name, yaml.wordPlace([...path, 'topics'], index)));
  for (const [name, values] of Object.entries(slot.where)) checkWhere(slot, name, values, context);
};

/** An attribute asked for is one that a kind of the slot has; where that kind lists its values, each is one of those. */
const checkWhere = (
  slot: Slot,
  name: string,
  values: readonly string[],
  { yaml, kinds, say }: TemplateContext,
): void => {
  const path = ['slots', slot.id, 'where', name];
  const found = slot.kinds.flatMap((kind) => kinds.get(kind) ?? []);
  if (found.length < slot.kinds.length) return;
  const shown = SHOWN.map((each) => [each, { type: 'text' as const }] as const);
  const known = [...found.flatMap(({ attributes }) => Object.entries(attributes)), ...shown];
  const types = known.flatMap(([each, { type }]) => (each === name ? [type] : []));
  if (!types.length) {
    const text = `No passage of this slot (${oneOf(slot.kinds)}) has an attribute \`${name}\` to choose by`;
    say(
      error('unknown-attribute', yaml.keyPlace(path), text, {
        remedy: suggest(name, new Set(known.map(([each]) => each))),
      }),
    );
    return;
  }
  if (types.some((type) => typeof type === 'string')) return;
  const allowed = new Set(types.flat());
  values.forEach((value, index) => {
    if (allowed.has(value)) return;
    const text = `\`${name}\` is never \`${value}\``;
    say(error('bad-value', yaml.place([...path, index]), text, { remedy: suggest(value, allowed) }));
  });
};
