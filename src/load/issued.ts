import type { IssuedDocument } from '../model/issued.ts';
import { VARIANTS } from '../model/variant.ts';
import { choice, day, keys, markdown, matching, maybe, named, path, slug } from './fields.ts';
import type { Findings } from './reading.ts';
import { shape } from './shape.ts';
import type { Yaml } from './yaml.ts';

const sha256 = matching('a SHA-256, of 64 figures and letters from a to f', /^[0-9a-f]{64}$/u);

/** The record of a document that went out. Its texts are what it said then, whatever could be written today. */
export const issued = keys({
  pack: slug,
  edition: slug,
  variant: choice(VARIANTS).prefault('standard'),
  recipient: maybe(slug),
  audience: slug,
  title: markdown,
  version: markdown,
  on: day,
  to: markdown,
  corrected: maybe(day),
  files: named(path as never, sha256),
  passages: named(slug, markdown),
});

/** Reads a record. What it names may be gone since: it is of another day. */
export const readIssued = (id: string, yaml: Yaml, { say }: Findings): IssuedDocument | null => {
  const read = shape(issued, yaml, say);
  if (!read) return null;
  const { passages, ...rest } = read;
  return {
    ...rest,
    id,
    toPlace: yaml.place(['to']),
    passages: Object.entries(passages).map(([passage, text]) => ({
      id: passage,
      text,
      place: yaml.keyPlace(['passages', passage]),
    })),
    place: yaml.keyPlace(['pack']),
  };
};
