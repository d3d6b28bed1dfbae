import type { Rule } from '../rule.ts';
import { UNMEASURED } from '../subjects.ts';

/** The pixels an inch that print shops ask of images. */
const LEAST = 300;

const printed = (dpi: number) => ({ ...UNMEASURED, images: [{ file: 'homes-0123456789.png', dpi }] });

export const imageResolution: Rule<'page'> = {
  id: 'image-resolution',
  level: 'warning',
  scope: 'page',
  finds: `An image of fewer than ${LEAST} pixels an inch at its printed size, where copies for print are made`,
  why: 'Print shops ask for that many: below it one sees the pixels.',
  examples: {
    ok: [
      { copies: true, measures: printed(LEAST) },
      { copies: false, measures: printed(72) },
    ],
    notOk: [{ copies: true, measures: printed(LEAST - 1) }],
  },
  check: ({ name, place, measures, copies }) =>
    measures.images
      .filter(({ dpi }) => copies && dpi < LEAST)
      .map(({ file, dpi }) => ({
        place,
        text: `The image \`${withoutHash(file)}\` has ${dpi} pixels an inch at its printed size, in ${name}; print asks for ${LEAST}`,
        remedy: 'Take a larger image, or one in SVG; or let the style sheet print it smaller.',
      })),
};

/** An image's own name: that of its asset holds a hash. */
const withoutHash = (file: string): string => file.replace(/-[0-9a-f]{10}(?=\.[^.]+$)/u, '');
