import type { Mistake, Pattern } from './mistakes.ts';

const STRAIGHT = 'Write straight ones, `"…"`, or none;';

/** What a bare YAML value holds that its author took for YAML's own signs. Each pattern is held against it as written. */
const RULES: readonly Pattern[] = [
  [
    'curly-quotes',
    /^(?:[“”„«»][^“”„«»]*[“”"«»]|[‘’‚](?:[^‘’]|’(?=\p{L}))*[‘’'])$/u,
    'The value stands in curly quotation marks, which would be read as part of it',
    `${STRAIGHT} marks that are to be printed stand within them: \`"“…”"\`.`,
  ],
  [
    'curly-quotes',
    /^[“„][^“”„]*$/u,
    'A curly quotation mark stands before the value, and has no partner',
    `${STRAIGHT} a mark that is to be printed has its partner.`,
  ],
  [
    'unpaired-quote',
    /"$(?<=^[^"]*")/u,
    'A quotation mark ends the value, and none begins it',
    'Write the same mark before the value, or take this one out.',
  ],
  [
    'unread-list',
    /^[-–—•·](?=\s?\p{L})|\n[ \t]*[-*•](?=\s|\p{L})/u,
    'This is meant as an item of a list, and is not read as one',
    'Write each item on a line of its own, behind a hyphen and a space, and nothing behind the key; or `[one, two]`.',
  ],
  [
    'missing-space',
    /\n[ \t]*[a-z][a-z-]*:(?=[^\s/:\d])/u,
    'A key stands here, and no space follows its colon',
    'Write the space, and as many before the key as before the one above it; or put the whole value in quotation marks.',
  ],
];

/** The first mistake in a bare value as it stands in its file; null where there is none. */
export const bareMistake = (written: string): Mistake | null => {
  for (const [rule, pattern, text, remedy] of RULES) {
    const found = pattern.exec(written);
    if (found) return { rule, index: found.index + found[0].search(/\S|$/u), text, remedy };
  }
  return null;
};
