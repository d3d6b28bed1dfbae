import { z } from 'zod';
import { COPY_NAMES, PRINTERS, type Copy, type PrinterProfile } from '../model/copies.ts';
import { error, type Say } from '../diagnostics/message.ts';
import type { Format } from '../model/formats.ts';
import type { PageBox } from '../model/template.ts';
import { field, flag, keys, maybe, named, slug } from './fields.ts';
import type { Findings } from './reading.ts';
import type { Path, Yaml } from './yaml.ts';

/** The most that a page may be larger on each side: more is a slip of the pen. */
const MOST_BLEED = 25;

const bleed = field(`a length of up to ${MOST_BLEED}mm, such as \`3mm\``, (written) => {
  const length = /^(\d{1,2}(?:\.\d+)?)mm$/.exec(written)?.[1];
  return length !== undefined && Number(length) <= MOST_BLEED ? Number(length) : null;
});

/** A name by itself says that the thing is wanted as it comes. */
const empty = (value: unknown): unknown => (value === '' ? {} : value);

const asIs = maybe(z.preprocess(empty, keys({})));

/** The copies that are asked for: a map, or a list of their names. */
export const copies = z.preprocess(
  (value) => {
    const names = typeof value === 'string' && value ? [value] : value;
    const isList = Array.isArray(names) && names.every((name) => typeof name === 'string');
    return isList ? Object.fromEntries(names.map((name) => [name, ''])) : names;
  },
  keys({
    printer: maybe(z.preprocess(empty, keys({ bleed: maybe(bleed), profile: slug.prefault('crop-marks') }))),
    office: asIs,
    booklet: asIs,
  }),
);

/** The profiles of printers, by name. */
export const printers = named(
  slug,
  z.preprocess(
    empty,
    keys({
      bleed: bleed.prefault('3mm'),
      marks: flag.prefault('true'),
      black: flag.prefault('true'),
    }),
  ),
);

/** Defines the names of all profiles of printers: the built-in ones, and the organisation's own. */
export const definePrinters = (yaml: Yaml, { names, say }: Findings): void => {
  for (const name of PRINTERS.keys()) names.define('printer', name, yaml.lines.at(1));
  for (const name of yaml.keys(['printers'])) {
    const place = yaml.keyPlace(['printers', name]);
    if (!PRINTERS.has(name)) names.define('printer', name, place);
    else
      say(
        error('reserved-name', place, `\`${name}\` is a name that despatch has already`, {
          remedy: 'Give the printer another name.',
        }),
      );
  }
};

/** The profiles that there are with the organisation's own. */
export const withBuiltIn = (
  own: Readonly<Record<string, PrinterProfile>>,
): ReadonlyMap<string, PrinterProfile> => new Map([...PRINTERS, ...Object.entries(own)]);

/** Where copies are asked for, and what of: a document's pages and the formats in which it is made. */
export interface CopyContext extends Pick<Findings, 'names' | 'say'> {
  readonly yaml: Yaml;
  /** The path of the key `copies`. */
  readonly path: Path;
  /** Null where they are not known. */
  readonly of: { readonly page: PageBox; readonly formats: readonly Format[] } | null;
}

/** The copies that are asked for, in the order in which they are made; says those that can't be made of such pages. */
export const readCopies = (
  read: z.output<typeof copies>,
  { yaml, path, names, say, of }: CopyContext,
): readonly Copy[] => {
  const found = COPY_NAMES.flatMap((name): Copy[] => {
    const place = yaml.keyPlace([...path, name]);
    if (name !== 'printer') return read[name] ? [{ name, place }] : [];
    return read.printer ? [{ name, ...read.printer, place }] : [];
  });
  if (read.printer && yaml.keys([...path, 'printer']).includes('profile'))
    names.use('printer', read.printer.profile, yaml.place([...path, 'printer', 'profile']));
  if (of && found.length) sayContradictions(found, of, yaml.keyPlace(path), say);
  return found;
};

const sayContradictions = (
  found: readonly Copy[],
  { page, formats }: NonNullable<CopyContext['of']>,
  whole: Copy['place'],
  say: Say,
): void => {
  const contradiction = (place: Copy['place'], text: string, remedy: string) =>
    say(error('copies', place, text, { remedy }));
  if (!formats.includes('pdf'))
    contradiction(
      whole,
      'Copies are made of the PDF, and the template has none',
      'Add `pdf` to the template’s `formats`, or take `copies` out.',
    );
  const shown = `${page.size}${page.orientation === 'landscape' ? ' landscape' : ''}`;
  for (const { name, place } of found) {
    if (name === 'office' && page.size !== 'A5')
      contradiction(
        place,
        `An office copy is two A5 pages on a sheet of A4; these pages are ${shown}`,
        'Take `office` out, or use a template whose pages are A5.',
      );
    if (name === 'booklet' && (page.size === 'A3' || page.orientation === 'landscape'))
      contradiction(
        place,
        `A booklet is folded of sheets up to A3, with upright pages of A4, A5 or A6; these pages are ${shown}`,
        'Take `booklet` out, or use a template with such pages.',
      );
  }
};
