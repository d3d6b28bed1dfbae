import type { Rule } from '../rule.ts';

const found = {
  what: 'the passage `inspection-letter`',
  place: { file: 'sources/library/letters.md', line: 12, column: 1 },
  where: 'page 2',
  found: 'the minister has promised an inquiry',
};

export const leak: Rule<'file'> = {
  id: 'leak',
  level: 'error',
  scope: 'file',
  isFixed: true,
  finds:
    'A file that tells its readers what is not for them: six words in a row of a passage or a wording, an id, an address; in its text, its markup, its metadata or its name',
  why: 'What is for some readers alone was given in confidence, or is not yet to be known; once it is out nothing takes it back. Personal data is to be kept from whoever has no business with it (UK GDPR, article 5(1)(f)).',
  examples: {
    ok: [{ leaks: [] }],
    notOk: [{ leaks: [found] }, { leaks: [found], isCarried: true }],
  },
  *check({ path, readers, isCarried, leaks }) {
    for (const { what, place, where, found } of leaks)
      yield {
        place,
        text: `\`${path}\` tells ${readers} what is not for them: “${found}”, of ${what}, in ${where}`,
        remedy: isCarried
          ? 'It was made by an earlier build: make it anew, by naming its pack or none.'
          : 'Look for these words in the template, the partials and the pack, and take them out; where these readers may know them, say so where they stand.',
      };
  },
};
