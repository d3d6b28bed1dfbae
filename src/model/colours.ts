/** The colours of every page, and whether two of them can be read on each other. */

/** A colour as `#rrggbb`, in small letters. */
export type Colour = `#${string}`;

/** The colours that style sheets know as custom properties of the same names. */
export interface Palette {
  readonly paper: Colour;
  readonly ink: Colour;
  /** Text of less weight: dates, labels, the foot. */
  readonly quiet: Colour;
  /** Lines between things; never text. */
  readonly rule: Colour;
  /** The one colour of the organisation: headings, figures. */
  readonly accent: Colour;
  /** The ground of the one thing that matters most. */
  readonly tint: Colour;
}

export const LIGHT: Palette = {
  paper: '#ffffff',
  ink: '#1b1b1f',
  quiet: '#55565e',
  rule: '#b9b4a8',
  accent: '#7c1d2e',
  tint: '#f5f1e9',
};

export const DARK: Palette = {
  paper: '#17171a',
  ink: '#ebe8e1',
  quiet: '#b0aea8',
  rule: '#55534e',
  accent: '#f0a3ad',
  tint: '#25221e',
};

/** The least contrast of text with its ground: WCAG 2.2, success criterion 1.4.3 (level AA). */
export const LEAST_CONTRAST = 4.5;

const channels = (colour: Colour): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** Relative luminance, 0 for black to 1 for white: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = (colour: Colour): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** The contrast ratio of two colours, from 1 to 21: WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export const contrast = (a: Colour, b: Colour): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
};

/** The pairs of text and ground that pages use. */
const PAIRS = (['ink', 'quiet', 'accent'] as const).flatMap((text) =>
  (['paper', 'tint'] as const).map((ground) => [text, ground] as const),
);

/** The pairs of a palette that are hard to read, with their contrast. */
export const faint = (palette: Palette) =>
  PAIRS.map(([text, ground]) => ({ text, ground, ratio: contrast(palette[text], palette[ground]) })).filter(
    ({ ratio }) => ratio < LEAST_CONTRAST,
  );

const mix = (from: Colour, to: Colour, share: number): Colour => {
  const target = channels(to);
  const mixed = channels(from).map((channel, index) =>
    Math.round(channel + ((target[index] ?? 0) - channel) * share)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${mixed.join('')}`;
};

/** An organisation's colours in the dark: its accent lightened as far as reading on the dark grounds asks for. */
export const darkened = ({ accent }: Palette): Palette => {
  if (accent === LIGHT.accent) return DARK;
  const steps = Array.from({ length: 21 }, (_, step) => mix(accent, '#ffffff', step / 20));
  const readable = steps.find((colour) =>
    [DARK.paper, DARK.tint].every((ground) => contrast(colour, ground) >= LEAST_CONTRAST),
  );
  return { ...DARK, accent: readable ?? DARK.accent };
};
