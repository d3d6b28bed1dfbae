/** What values in YAML may be. Each is written as text; an issue's message names what is expected. */

import { z } from 'zod';
import { isKnown, LANGUAGES } from '../model/languages/languages.ts';
import { oneOf } from '../diagnostics/nearest.ts';
import { isDay, isPartialDate, parseMoment } from '../model/time.ts';
import { ID, type Help } from './attribute-values.ts';
import { dateMeant, dayMeant, flagMeant, momentMeant } from './meant.ts';
import type { Mistake } from './mistakes.ts';
import { plainMistake } from './plain.ts';
import { titleMistake } from './titled.ts';

/** A value made from text; `read` gives null where the text is no such value. */
export const field = <T>(
  expected: string,
  read: (text: string) => T | null,
  { among = [], meant = () => null }: Help = {},
) =>
  z
    .string({ error: expected })
    .transform((written, context): T => {
      const value = read(written.trim());
      if (value !== null) return value;
      const params = { among, meant: meant(written) };
      context.issues.push({ code: 'custom', message: expected, input: written, params });
      return z.NEVER;
    })
    .meta({ 'x-expected': expected, ...(among.length ? { enum: [...among] } : {}) });

/** Text of a certain form. */
export const matching = (expected: string, pattern: RegExp) =>
  field(expected, (text) => (pattern.test(text) ? text : null)).meta({
    'x-expected': expected,
    pattern: pattern.source,
  });

/** Null where the key is not given; a key that is there has a value. */
export const maybe = <T extends z.ZodType>(schema: T) =>
  schema.optional().transform((value): z.output<T> | null => value ?? null);

/**
 * A map with these keys and no others; `example` shows one. An unknown key's issue names the keys in its message, for want
 * of another place.
 */
export const keys = <T extends z.ZodRawShape>(shape: T, example?: string) =>
  z.strictObject(shape, {
    error: ({ code }) =>
      code === 'unrecognized_keys'
        ? Object.keys(shape).join(' ')
        : example
          ? `keys, such as \`${example}\``
          : BELOW,
  });

const BELOW = 'keys with values, set in below it';

/** A map whose keys are names of the project's own. */
export const named = <T extends z.ZodType>(key: z.ZodType<string, string>, value: T, example?: string) =>
  z.record(key, value, { error: example ? `keys, such as \`${example}\`` : BELOW });

/** A list, or one member by itself. */
export const list = <T extends z.ZodType>(member: T, expected: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? [value] : value),
    z.array(member, { error: expected }),
  );

/** A list, or its members in one text, with spaces between them. */
export const words = <T extends z.ZodType>(member: T, expected: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? (value.match(/\S+/g) ?? ['']) : value),
    z.array(member, { error: expected }),
  );

/** A list of which at least one member is given. */
export const filled = <T extends z.ZodType<readonly unknown[]>>(schema: T, expected: string) =>
  schema.refine((members) => members.length > 0, expected);

/** Markdown, which is read by itself. */
export const markdown = field('a text', (written) => written || null);
const plainText = (mistakeOf: (written: string) => Mistake | null) =>
  markdown.superRefine((written, context) => {
    const mistake = mistakeOf(written);
    if (mistake) context.addIssue({ code: 'custom', message: mistake.text, params: { mistake } });
  });
/** Text that is printed as it is typed. Its issue tells what in it would not be. */
export const text = plainText(plainMistake);
/** Such a text, perhaps with merge fields. */
export const title = plainText(titleMistake);
/** A path in the project; whether there is such a file is seen when all is read. */
export const path = field('a path', (written) => written || null);
export const slug = matching('small letters, figures and single hyphens, such as `one-page`', ID);
/** A topic's path; whether there is such a topic is seen when all is read. */
export const topic = matching(
  'a topic such as `children/child-protection`; a list is written `[one, two]`',
  /^[a-z0-9-]+(?:\/[a-z0-9-]+)*$/,
);
export const day = field(
  'a day of the calendar, such as `2025-01-16`',
  (written) => (isDay(written) ? written : null),
  { meant: dayMeant },
);
export const partialDate = field(
  'a year, a month or a day, such as `2025`, `2025-01` or `2025-01-16`',
  (written) => (isPartialDate(written) ? written : null),
  { meant: dateMeant },
);
export const moment = field('a day, perhaps with a time, such as `2025-01-16T00:01`', parseMoment, {
  meant: momentMeant,
});
export const flag = field(
  '`true` or `false`',
  (written) => (written === 'true' || written === 'false' ? written === 'true' : null),
  { meant: flagMeant },
).meta({ type: 'boolean' });
export const count = (least: number) =>
  field(`a whole number, ${least} or more`, (written) =>
    /^\d{1,6}$/.test(written) && Number(written) >= least ? Number(written) : null,
  ).meta({ 'x-expected': `a whole number, ${least} or more`, type: 'integer', minimum: least });
export const choice = <const T extends string>(among: readonly T[], meant: Help['meant'] = () => null) =>
  field(oneOf(among), (written) => among.find((each) => each === written) ?? null, { among, meant });
/** A size of type, in points. */
export const points = field('a size in points, such as `12pt`', (written) => {
  const size = Number(/^(\d{1,3}(?:\.\d+)?)pt$/.exec(written)?.[1]);
  return size > 0 ? size : null;
});
export const webAddress = field('an address that begins with `https://` or `http://`', (written) =>
  /^https?:\/\/[^/\s]\S*$/i.test(written) && URL.canParse(written) ? written : null,
);
/** A tag (BCP 47) of a language whose words templates have. */
export const language = field(
  `the tag of a language that despatch has the words of: ${Object.entries(LANGUAGES)
    .map(([tag, { name }]) => `\`${tag}\` (${name})`)
    .join(' or ')}, perhaps with a region, such as \`en-GB\``,
  (written) => {
    try {
      const [tag] = Intl.getCanonicalLocales(written);
      return tag && isKnown(tag) ? tag : null;
    } catch {
      return null;
    }
  },
);
