/** Who may read the texts of a project. */

import { valueHash } from '../model/hash.ts';
import { memo } from '../model/memo.ts';
import type { Passage, Wording } from '../model/passage.ts';
import type { Withholding } from '../select/eligible.ts';

/** All of a wording that decides for whom it is. */
type Addressed = Pick<Wording, 'audiences' | 'language' | 'whenMissing'>;

/** All of a passage that decides who may read it, and nothing else: so texts whose access looks the same have the same readers. */
export interface Guarded extends Withholding {
  readonly wordings: readonly Addressed[];
}

/** Whose a text is: that decides who may read it. */
export type Access =
  /** `officer` is what those who write may see and nobody else, `private` what stands in the project alone. */
  | { readonly is: 'everybody' | 'officer' | 'private' }
  /** What is said of a passage in every wording. */
  | { readonly is: 'passage'; readonly passage: Guarded }
  /** One of its texts; null for that of all who have no wording of their own. */
  | { readonly is: 'wording'; readonly passage: Guarded; readonly wording: Addressed | null }
  /** A source may be named where a passage of it may be read. */
  | { readonly is: 'source'; readonly passages: readonly Guarded[] }
  /** By id. */
  | { readonly is: 'pack'; readonly pack: string }
  | { readonly is: 'edition'; readonly pack: string; readonly edition: string }
  /** A recipient's own values. */
  | { readonly is: 'row'; readonly table: string; readonly key: string };

const known = new WeakMap<Passage, Guarded>();

/** A passage as far as it decides who may read it; the same each time. */
export const guarded = (passage: Passage): Guarded =>
  memo(known, passage, () => {
    const { only, status, expires, embargo, attributes, wordings } = passage;
    const consent = attributes['consent-expires'];
    return {
      only,
      status,
      expires,
      embargo,
      attributes: consent === undefined ? {} : { 'consent-expires': consent },
      wordings: wordings.map(addressed),
    };
  });

/** A wording as far as it decides for whom it is. */
export const addressed = ({ audiences, language, whenMissing }: Wording): Addressed => ({
  audiences,
  language,
  whenMissing,
});

/** The key of what everybody may read. */
export const EVERYBODY = 'everybody';

const keys = new WeakMap<Access, string>();

/** Tells who may read a text: two with the same key have the same readers, whoever these are. */
export const accessKey = (access: Access): string =>
  memo(keys, access, () => (isForEverybody(access) ? EVERYBODY : valueHash(access)));

/** Whether an audience has a wording of its own among those of a passage: one in another language is beside its text. */
const hasOwnWording = ({ wordings }: Guarded, audience: string): boolean =>
  wordings.some(
    ({ audiences, whenMissing, language }) => !whenMissing && !language && audiences.includes(audience),
  );

/** Whether a wording is for an audience, were the passage. */
export const isWordingFor = (passage: Guarded, wording: Addressed | null, audience: string): boolean => {
  if (wording === null) return !hasOwnWording(passage, audience);
  return !wording.audiences.length || wording.audiences.includes(audience);
};

/** Whether a passage may be read by everybody, at any time. */
const isOpen = ({ only, status, embargo, expires, attributes }: Guarded): boolean =>
  !only && status === 'approved' && !embargo && !expires && attributes['consent-expires'] === undefined;

/** Whether everybody may read a text: then nothing of it has to be looked for. */
export const isForEverybody = (access: Access): boolean => {
  if (access.is === 'everybody') return true;
  if (access.is === 'passage') return isOpen(access.passage);
  if (access.is === 'source') return access.passages.some(isOpen);
  return access.is === 'wording' && isOpen(access.passage) && !access.passage.wordings.length;
};
