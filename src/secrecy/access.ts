/** Who may read the texts of a project. */

import type { Edition, Pack } from '../model/pack.ts';
import type { Passage, Wording } from '../model/passage.ts';
import type { Source } from '../model/source.ts';

/** Whose a text is: that decides who may read it. */
export type Access =
  /** `officer` is what those who write may see and nobody else, `private` what stands in the project alone. */
  | { readonly is: 'everybody' | 'officer' | 'private' }
  /** What is said of a passage in every wording. */
  | { readonly is: 'passage'; readonly passage: Passage }
  /** One of its texts; null for that of all who have no wording of their own. */
  | { readonly is: 'wording'; readonly passage: Passage; readonly wording: Wording | null }
  /** A source may be named where a passage of it may be read. */
  | { readonly is: 'source'; readonly source: Source; readonly passages: readonly Passage[] }
  | { readonly is: 'pack'; readonly pack: Pack }
  | { readonly is: 'edition'; readonly pack: Pack; readonly edition: Edition }
  /** A recipient's own values. */
  | { readonly is: 'row'; readonly table: string; readonly key: string };

/** Whether an audience has a wording of its own among those of a passage: one in another language is beside its text. */
const hasOwnWording = ({ wordings }: Passage, audience: string): boolean =>
  wordings.some(
    ({ audiences, whenMissing, language }) => !whenMissing && !language && audiences.includes(audience),
  );

/** Whether a wording is for an audience, were the passage. */
export const isWordingFor = (passage: Passage, wording: Wording | null, audience: string): boolean => {
  if (wording === null) return !hasOwnWording(passage, audience);
  return !wording.audiences.length || wording.audiences.includes(audience);
};

/** Whether a passage may be read by everybody, at any time. */
const isOpen = ({ only, status, embargo, expires, attributes }: Passage): boolean =>
  !only && status === 'approved' && !embargo && !expires && attributes['consent-expires'] === undefined;

/** Whether everybody may read a text: then nothing of it has to be looked for. */
export const isForEverybody = (access: Access): boolean => {
  if (access.is === 'everybody') return true;
  if (access.is === 'passage') return isOpen(access.passage);
  if (access.is === 'source') return access.passages.some(isOpen);
  return access.is === 'wording' && isOpen(access.passage) && !access.passage.wordings.length;
};
