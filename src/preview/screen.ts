/** The screen of the preview: its page, the program and the style sheet of it, and the fonts that documents have too. */

import { extname } from 'node:path';
import { LIGHT } from '../model/colours.ts';
import { sha256 } from '../model/hash.ts';
import { bundle } from '../bundling/bundle.ts';
import { paletteStyle } from '../render/palette.ts';
import type { Packages } from '../world/world.ts';
import type { Reply } from './server.ts';

/** The program's first file, TypeScript in the repository and JavaScript in the package. */
const ENTRY = new URL(`./ui/index${extname(import.meta.url)}`, import.meta.url);

/** The cuts of the screen's fonts. */
const FONTS = [
  { family: 'Source Sans 3', package: 'source-sans-3', weights: [400, 600] },
  { family: 'Source Serif 4', package: 'source-serif-4', weights: [600] },
];

/** What the screen may do: run its program, ask its server, and show pages and pictures of that. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

export interface Screen {
  /** The page, which holds the token of the server. */
  page(token: string): Reply;
  /** Its files, by path. */
  readonly files: ReadonlyMap<string, Reply>;
}

/** Makes the screen. */
export const makeScreen = async (packages: Packages): Promise<Screen> => {
  const { script, style } = await bundle(ENTRY);
  const fonts = await Promise.all(
    FONTS.flatMap((font) => font.weights.map((weight) => cut(font, weight, packages))),
  );
  const faces = fonts.map(({ face }) => face).join('\n');
  const code = file('screen.js', 'text/javascript', script);
  const sheet = file('screen.css', 'text/css', [paletteStyle(LIGHT), faces, style].join('\n'));
  const all = [code, sheet, ...fonts.flatMap((font) => font.file ?? [])];
  return {
    page: (token) => ({
      status: 200,
      type: 'text/html',
      body: pageOf(token, code.path, sheet.path),
      policy: POLICY,
    }),
    files: new Map(all.map(({ path, answer }) => [path, answer])),
  };
};

const file = (name: string, type: string, body: string | Uint8Array) => ({
  path: `/screen/${sha256(body).slice(0, 10)}/${name}`,
  answer: { status: 200, type, body, lasts: true } satisfies Reply,
});

/** A cut of a font; without a file where its package is not installed. */
const cut = async (font: (typeof FONTS)[number], weight: number, packages: Packages) => {
  const name = `${font.package}-latin-${weight}-normal.woff2`;
  const bytes = await packages.read(`@fontsource/${font.package}/files/${name}`);
  if (!bytes) return { face: '', file: null };
  const made = file(name, 'font/woff2', bytes);
  const face = `@font-face{font-family:"${font.family}";font-weight:${weight};font-display:swap;src:url("${made.path}") format("woff2")}`;
  return { face, file: made };
};

const pageOf = (token: string, script: string, style: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="despatch-token" content="${token}">
<title>despatch</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
</head>
<body>
<noscript>The preview needs JavaScript.</noscript>
<script src="${script}"></script>
</body>
</html>
`;
