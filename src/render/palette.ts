import { darkened, type Palette } from '../model/colours.ts';

/** A palette as custom properties, `--accent` and so on; in the dark, on screens alone, as it is to be there. */
export const paletteStyle = (palette: Palette): string =>
  `:root{${properties(palette)}}@media screen and (prefers-color-scheme:dark){:root{${properties(darkened(palette))}}}`;

const properties = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
