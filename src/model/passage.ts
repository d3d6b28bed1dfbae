import type { Root } from 'mdast';
import type { Passage } from './project.ts';

/** The attributes of every passage that readers may see. */
export const SHOWN = ['locator', 'area', 'period'] as const;

/** A passage's attributes that readers may see, by name: those of every passage, where it has them, and its kind's. */
export const shownAttributes = (passage: Passage): Readonly<Record<string, string>> => {
  const common = SHOWN.flatMap((name) => (passage[name] === null ? [] : [[name, passage[name]] as const]));
  return { ...Object.fromEntries(common), ...passage.attributes };
};

/** The wording of a passage for an audience: the first that names it, else the passage's own text. */
export const wordingFor = (passage: Passage, audience: string): Root =>
  passage.wordings.find((wording) => wording.audiences.includes(audience))?.text ?? passage.text;
