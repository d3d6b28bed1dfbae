/** The icon of the site: a sheet with a folded corner, in the organisation's colour. */

import type { Palette } from '../model/colours.ts';
import { sha256 } from '../model/hash.ts';

export interface Icon {
  /** Below the site. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

export const iconOf = ({ accent, paper }: Palette): Icon => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${accent}"/><path fill="${paper}" d="M9 6h9l6 6v14H9z"/><path fill="${accent}" d="M18 6v6h6zM12 16h9v1.6h-9zm0 4h9v1.6h-9z"/></svg>\n`;
  const bytes = new TextEncoder().encode(svg);
  return { path: `assets/icon-${sha256(bytes).slice(0, 10)}.svg`, bytes };
};
