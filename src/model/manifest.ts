import { z } from 'zod';
import type { Alike } from './alike.ts';
import { VARIANTS } from './variant.ts';
import { COPY_NAMES } from './copies.ts';

const File = z.string().describe('A path relative to the output folder');

const Copies = z
  .partialRecord(z.enum(COPY_NAMES), File)
  .describe('Copies for print of the PDF, which is the accessible document');

const Inputs = z
  .object({ html: z.string(), pdf: z.string().optional(), text: z.string().optional() })
  .describe('The hash of all that the document was made of when each of its formats was made');

const Fit = z.object({
  scale: z.number().describe("The size of type as a share of the template's"),
  size: z.number().describe('The size of type in points'),
  spacing: z.number().describe('The factor of its spaces'),
  dropped: z.array(z.string()).readonly().describe('Passages that were selected and left out'),
  added: z.array(z.string()).readonly().describe('Passages beyond the ideal number that were taken in'),
  inputs: z.string().describe('The hash of what was fitted'),
});

/** One document of a build, as the manifest tells of it. */
export const Entry = z.object({
  pack: z.string(),
  edition: z.string(),
  variant: z.enum(VARIANTS),
  recipient: z
    .object({ id: z.string(), key: z.string(), name: z.string() })
    .optional()
    .describe('For whom of many it is, as the table has it, and what its files are called'),
  audience: z.string(),
  template: z.string(),
  title: z.string().describe('The headline'),
  version: z.string().describe('As it is printed: tells two states of the document apart'),
  date: z.string(),
  embargo: z.string().optional(),
  draft: z.boolean().optional(),
  files: z.object({ html: File, pdf: File.optional(), text: File.optional(), copies: Copies.optional() }),
  pages: z.number().int().nullable().describe('Pages of the PDF; null where none was made'),
  fit: Fit.optional().describe('Where the document was fitted to its pages'),
  passages: z.array(z.string()),
  sources: z.array(z.string()),
  inputs: Inputs,
  assets: z.array(File).describe('What the page refers to'),
  sha256: z.record(z.string(), z.string()),
  bytes: z.record(z.string(), z.number()).describe('How large each of its files is'),
});

const Manifest = z.object({
  despatch: z.string().describe('The version that built it'),
  documents: z.array(Entry),
  others: z
    .array(File)
    .optional()
    .describe('All other files of the build but this one: the desk, the site, what they load'),
});

export type Entry = z.infer<typeof Entry>;
/** What a build made: `manifest.json` in the output folder. No time of day and no machine's path is in it. */
export type Manifest = z.infer<typeof Manifest>;

/** An entry with the lists of the one before where they say the same: most of an edition's recipients have the same. */
export const withShared = (entry: Entry, alike: Alike): Entry => {
  const { passages, sources, assets, fit } = entry;
  const { dropped = [], added = [] } = fit ?? {};
  return {
    ...entry,
    passages: alike.of('passages', passages),
    sources: alike.of('sources', sources),
    assets: alike.of('assets', assets),
    ...(fit && { fit: { ...fit, dropped: alike.of('dropped', dropped), added: alike.of('added', added) } }),
  };
};

/** The files of all documents, and what their pages refer to. */
export const documentFiles = ({ documents }: Pick<Manifest, 'documents'>): readonly string[] =>
  documents.flatMap(({ sha256, assets }) => [...Object.keys(sha256), ...assets]);

/** The manifest's file in the output folder. */
export const MANIFEST = 'manifest.json';

/** What manifests of all versions have. */
const Outline = z.object({ despatch: z.string(), documents: z.array(z.unknown()) });

const parse = <T>(schema: z.ZodType<T>, text: string): T | null => {
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null;
  }
};

/** Whether a text is the manifest of a build, of this version of despatch or another. */
export const isManifest = (text: string): boolean => parse(Outline, text) !== null;

/** Reads a manifest; null where the text is none of this version. */
export const parseManifest = (text: string): Manifest | null => parse(Manifest, text);

/** Entries whose parts stand in the order of the schema. */
const ORDERED = new WeakSet<Entry>();

/** An entry whose parts stand in that order, whether it was made now, kept or carried over. */
const inOrder = (entry: Entry): Entry => (ORDERED.has(entry) ? entry : asOrdered(Entry.parse(entry)));

/** The same of one that was read by the schema, as all that the store gives. */
export const asOrdered = (entry: Entry): Entry => {
  ORDERED.add(entry);
  return entry;
};

/**
 * A manifest's file, piece by piece: of thousands of entries it takes more room than all that is known of them. What an
 * entry has stands in one order, whether it was made now, kept or carried over.
 */
export function* writeManifest({ documents, ...rest }: Manifest): Iterable<Uint8Array> {
  const whole = jsonOf(Manifest.parse({ ...rest, documents: [] }), '');
  const [head = '', foot = ''] = whole.split(/(?<="documents": \[)(?=\])/u);
  yield encode(head);
  for (const [index, entry] of documents.entries())
    yield encode(`${index ? ',' : ''}\n    ${jsonOf(inOrder(entry), '    ')}`);
  yield encode(`${documents.length ? '\n  ' : ''}${foot}\n`);
}

/** JSON over several lines, of which all but the first have an indent. */
const jsonOf = (value: unknown, indent: string): string =>
  JSON.stringify(value, null, 2).replaceAll('\n', `\n${indent}`);

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
