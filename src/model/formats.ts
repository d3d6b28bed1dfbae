/** The formats of documents: all that tells one from another stands here, but for how its file is made (`produce/made-files.ts`). */

interface Traits {
  /** Of its file. */
  readonly ending: string;
  readonly mediaType: string;
  /** Whether a browser has to print it. */
  readonly isPrinted: boolean;
}

export const FORMATS = {
  html: { ending: 'html', mediaType: 'text/html', isPrinted: false },
  pdf: { ending: 'pdf', mediaType: 'application/pdf', isPrinted: true },
  text: { ending: 'txt', mediaType: 'text/plain', isPrinted: false },
} as const satisfies Readonly<Record<string, Traits>>;

export type Format = keyof typeof FORMATS;

/** Whether a browser has to print a document of these formats. */
export const arePrinted = (formats: readonly Format[]): boolean =>
  formats.some((format) => FORMATS[format].isPrinted);

/** In the order in which they are named and listed. */
export const ALL_FORMATS = Object.keys(FORMATS) as [Format, ...Format[]];
