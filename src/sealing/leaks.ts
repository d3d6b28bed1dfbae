/**
 * CSS that loads nothing but what is known: read token by token as browsers read it, so that what stands in custom
 * properties, in fallbacks and in rules that nobody knows is seen as well.
 */

import { ident, string, tokenize, tokenTypes, url } from 'css-tree/dist/csstree.esm';

/** Something in CSS that loads what it should not, or might. */
export interface Leak {
  /** Where it begins, in characters from the start. */
  readonly offset: number;
  /** What it is, e.g. ``the address `https://example.org/a.png` ``. */
  readonly what: string;
}

/** What CSS may name. */
export interface Allowed {
  /** Whether an address is one that may be loaded. One that leads into the page itself (`#a`) may always. */
  readonly address: (address: string) => boolean;
  /** Whether it may import other sheets. */
  readonly imports: boolean;
}

/** Everything in a style sheet, or in a `style` attribute, that is not known to load nothing from outside. */
export const leaksOf = (css: string, allowed: Allowed): readonly Leak[] => {
  const leaks: Leak[] = [];
  const address = (found: string, offset: number): void => {
    if (!found.startsWith('#') && !allowed.address(found))
      leaks.push({ offset, what: `the address \`${found.slice(0, 60)}\`` });
  };
  // Where the quotation marks of an address may follow: directly behind `url(`.
  let opened = false;
  tokenize(css, (type, start, end) => {
    const token = css.slice(start, end);
    const isAddress = opened && type === tokenTypes.String;
    opened &&= type === tokenTypes.WhiteSpace || type === tokenTypes.Comment;
    if (isAddress) address(string.decode(token), start);
    else if (type === tokenTypes.Url) address(url.decode(token), start);
    else if (type === tokenTypes.BadUrl) leaks.push({ offset: start, what: 'an address that can’t be read' });
    else if (type === tokenTypes.AtKeyword && !isRule(token, allowed.imports))
      leaks.push({ offset: start, what: `\`${token}\`` });
    else if (type === tokenTypes.Function) {
      opened = token.toLowerCase() === 'url(';
      if (!opened && !FUNCTIONS.has(token.toLowerCase()))
        leaks.push({ offset: start, what: `\`${token})\`` });
    }
  });
  return leaks;
};

/** A rule's name as it is commonly written: without a backslash, behind which `@import` could hide. */
const isRule = (token: string, imports: boolean): boolean =>
  ident.decode(token) === token && (imports || token.toLowerCase() !== '@import');

/** Functions of CSS that load nothing, whatever they are given. `image-set`, `src` and their like are not among them. */
const FUNCTIONS: ReadonlySet<string> = new Set(
  [
    // Numbers
    'abs acos asin atan atan2 calc clamp cos env exp hypot log max min mod pow progress rem round sign sin sqrt tan var',
    // Colours
    'color color-mix hsl hsla hwb lab lch light-dark oklab oklch rgb rgba',
    'conic-gradient linear-gradient radial-gradient',
    'repeating-conic-gradient repeating-linear-gradient repeating-radial-gradient',
    // Places and shapes
    'anchor anchor-size circle ellipse inset path polygon ray rect shape xywh',
    'matrix matrix3d perspective rotate rotate3d rotatex rotatey rotatez scale scale3d scalex scaley scalez',
    'skew skewx skewy translate translate3d translatex translatey translatez',
    'fit-content minmax repeat',
    // Effects and courses of time
    'blur brightness contrast drop-shadow grayscale hue-rotate invert opacity saturate sepia',
    'cubic-bezier linear steps scroll view',
    // Texts and fonts
    'attr counter counters format symbols tech',
    'annotation character-variant ornaments styleset stylistic swash',
    // Selectors and conditions
    'dir has is lang not nth-child nth-last-child nth-last-of-type nth-of-type where',
    'font-format font-tech selector style',
  ].flatMap((names) => names.split(' ').map((name) => `${name}(`)),
);
