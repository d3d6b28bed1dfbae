/** How large a file is, in thousands or millions of bytes: `154 kB`, `1.2 MB`. The signs are the same in all languages. */
export const showSize = (bytes: number): string =>
  bytes < 999_500 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
