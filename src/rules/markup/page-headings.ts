import { inPage } from '../in-page.ts';
import type { Breach, Rule } from '../rule.ts';

export const pageHeadings: Rule<'markup'> = {
  id: 'page-headings',
  level: 'error',
  scope: 'markup',
  finds: 'A page with no heading of level 1, or with several, or whose headings leave a level out',
  why: 'Who can’t see the page finds the way in it by its headings (WCAG 2.2 of 2023, 1.3.1).',
  examples: {
    ok: [{ headings: [1, 2, 3, 2] }],
    // Where none is of level 1, the headings below that one are not told too.
    notOk: [{ headings: [] }, { headings: [2, 3] }, { headings: [1, 1] }, { headings: [1, 3] }],
  },
  *check(page): Iterable<Breach> {
    const first = page.headings.filter((level) => level === 1).length;
    if (first !== 1)
      yield inPage(
        page,
        `The page has ${first} headings of level 1; expected one`,
        'Put the headline, and nothing else, into `h1`.',
      );
    for (const [index, level] of page.headings.entries()) {
      const before = page.headings[index - 1] ?? (first ? 0 : level);
      if (level > before + 1)
        yield inPage(
          page,
          `A heading of level ${level} follows one of level ${before}`,
          `Expected level ${before + 1} at most: mend the template, or the slot's \`level\`.`,
        );
    }
  },
};
