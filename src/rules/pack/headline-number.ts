import { isSameLanguage } from '../../model/languages/languages.ts';
import { wordingFor, type Passage } from '../../model/passage.ts';
import type { Text } from '../../model/pack.ts';
import { candidatesOf } from '../../model/selection.ts';
import { explaining, pack, passages } from '../examples.ts';
import { standsFor } from '../measures/agrees.ts';
import { saidNumbers, type SaidNumber } from '../measures/said-numbers.ts';
import { numbersOf } from '../numbers.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';
import { openingLines } from '../statistics.ts';
import { plain } from '../words.ts';

const headed = (headline: string, ask: string) => ({
  ...passages(`::::ask{#open to=Leeds}\n${ask}\n::::`),
  ...pack('', `    headline: ${headline}\n    slots: { asks: { passages: [open] } }`),
});

const defined = (text: string) =>
  Object.fromEntries(
    Object.entries(explaining('Home', 'Open every home.')).map(([file, files]) => [
      file,
      files
        .replace('A person who was in care.', text)
        .replace(
          'mp: { template: glossary }',
          'mp: { template: glossary, headline: Homes for 400 children }',
        ),
    ]),
  );

export const headlineNumber: Rule<'pack'> = {
  id: 'headline-number',
  level: 'warning',
  scope: 'pack',
  finds:
    'A number in a headline or a summary that no passage of the document says, or only passages without a year',
  why: 'The headline is what is repeated, and what is checked first: its number has to stand below it, with its year and its source.',
  examples: {
    ok: [
      headed('Open 40 homes', 'Open 40 homes.'),
      headed('Investigations rose by 152%', 'Open homes.'),
      headed('Clause 12 is a first step', 'Open homes.'),
      headed('Open 5 homes', 'Open 5 of the old homes.'),
      headed('£335m for homes', 'Spend £335 million.'),
      headed('More than 300,000 wait', 'Help the 312,456 who wait.'),
      headed('1 in 3 children wait', 'Help the third of children who wait.'),
      headed('152% more', 'Stop the rise of 151.6%.'),
      headed('5 asks for homes, 2 of them new', 'Open homes to those of 16 to 18 years.'),
      headed('Homes for 16 to 18 year groups', 'Open homes.'),
      defined('In 2024 that was where 400 children lived.'),
    ],
    notOk: [
      headed('Open 40 homes', 'Open 50 homes.'),
      headed('Investigations rose by 150%', 'Open homes.'),
      headed('£335m for homes', 'Spend £33.5 million.'),
      headed('More than 300,000 wait', 'Help the 212,456 who wait.'),
      headed('40% wait', 'Help 40 who wait.'),
      headed('151.6% more', 'Stop the rise of 150%.'),
      defined('A place where 400 children live.'),
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project } = selected;
    // What numbers count stands in words.
    if (!isSameLanguage(project.organisation.language, 'en')) return;
    for (const [name, line] of openingLines(selected))
      for (const number of claimedIn(plain(line.text))) yield* unsupported(number, name, line, selected);
  },
};

/** The numbers of a line that measure or count something. */
const claimedIn = (line: string): readonly SaidNumber[] => {
  const counting = [...numbersOf(line)].filter((number) => !COUNTS_NOTHING.test(number));
  return saidNumbers(line).filter(({ said, counted }) => {
    const bare = said.replaceAll(',', '');
    const isCounting = counting.some((one) => one === bare || one.startsWith(`${bare} `));
    return /\d/u.test(said) && (counted !== 'things' || isCounting);
  });
};

/** A number before a word that it does not count, or that counts what the document itself has. */
const COUNTS_NOTHING =
  /\s(?:and|are|as|at|by|for|from|in|is|of|on|or|out|per|the|to|was|were|with|year|asks|facts|figures|pledges|points|priorities|questions|reasons|steps|tests|things|ways)$/u;

function* unsupported(number: SaidNumber, name: string, line: Text, selected: Selected): Iterable<Breach> {
  // What was superseded is another rule's.
  const { selection, project } = selected;
  const gone = [...selection.superseded.keys()].flatMap((id) => project.passages.get(id) ?? []);
  if (gone.some((one) => saysNumber(one, number, selected))) return;
  const saying = candidatesOf(selection).filter((one) => saysNumber(one, number, selected));
  if (saying.some((one) => isDated(one, selected))) return;
  const [first] = saying;
  const document = `${selected.pack.id}/${selected.edition.id}`;
  yield {
    place: line.place,
    text: first
      ? `The ${name} of ${document} says ${number.said}, and \`${first.id}\`, which says so too, gives no year`
      : `The ${name} of ${document} says ${number.said}, which none of its passages does`,
    remedy: first
      ? 'Write the year into the passage, or give it a `period`.'
      : 'Name a passage with this number in a slot; or correct the number.',
    ...(first && { related: [{ place: first.place, text: 'the passage' }] }),
  };
}

const textOf = (passage: Passage, { edition }: Selected): string =>
  `${plain(wordingFor(passage, edition.audience))} ${passage.attributes['figure'] ?? ''}`;

const saysNumber = (passage: Passage, number: SaidNumber, selected: Selected): boolean =>
  saidNumbers(textOf(passage, selected)).some((known) => standsFor(number, known));

/** Whether it says when, or is no fact: what is asked and promised lies ahead. */
const isDated = (passage: Passage, selected: Selected): boolean => {
  const { period, kind, attributes } = passage;
  const isFact = selected.project.vocabulary.kinds.get(kind)?.cited ?? true;
  return (
    !isFact || period !== null || 'said' in attributes || /\b(?:19|20)\d\d\b/u.test(textOf(passage, selected))
  );
};
