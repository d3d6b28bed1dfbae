import type { Passage } from './project.ts';

/** The attributes of every passage that readers may see. */
export const SHOWN = ['locator', 'area', 'period'] as const;

/** A passage's attributes that readers may see, by name: those of every passage, where it has them, and its kind's. */
export const shownAttributes = (passage: Passage): Readonly<Record<string, string>> => {
  const common = SHOWN.flatMap((name) => (passage[name] === null ? [] : [[name, passage[name]] as const]));
  return { ...Object.fromEntries(common), ...passage.attributes };
};
