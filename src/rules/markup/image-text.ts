import { inPage } from '../in-page.ts';
import type { Rule } from '../rule.ts';

export const imageText: Rule<'markup'> = {
  id: 'image-text',
  level: 'error',
  scope: 'markup',
  finds: 'An image of a template without `alt`',
  why: 'Who can’t see it is told its file’s name instead (WCAG 2.2 of 2023, 1.1.1).',
  examples: { ok: [{ images: [] }], notOk: [{ images: ['logo.svg'] }] },
  check: (page) =>
    page.images.map((source) =>
      inPage(
        page,
        `The image \`${source}\` has no \`alt\``,
        'Describe it, or write `alt=""` where it is decoration.',
      ),
    ),
};
