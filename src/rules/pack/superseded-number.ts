import type { Root } from 'mdast';
import type { Place } from '../../diagnostics/place.ts';
import { memo } from '../../model/memo.ts';
import { ownWording, type Passage } from '../../model/passage.ts';
import { passages } from '../examples.ts';
import { numbersOf } from '../numbers.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';
import { openingLines } from '../statistics.ts';
import { plain } from '../words.ts';

const corrected = (ask: string, [old, now] = ['41%', '39%']) =>
  passages(
    `::::ask{#act to=Leeds}\n${ask}\n::::\n
::::statistic{#old period=2023 area=England unit="% of homes" locator="page 1"}\nOf all homes ${old} are full.\n::::\n
::::statistic{#new period=2024 area=England unit="% of homes" locator="page 1" supersedes=old}\nOf all homes ${now} are full.\n::::`,
  );

export const supersededNumber: Rule<'pack'> = {
  id: 'superseded-number',
  level: 'warning',
  scope: 'pack',
  finds:
    'A number of a superseded passage that the newer one does not have, and that the document still says',
  why: 'A correction has to reach every sentence that repeats the number: a document that gives both is wrong in one.',
  examples: {
    ok: [corrected('Note that 39% of homes are full, and act.')],
    notOk: [
      corrected('Note that 41 per cent of homes are full, and act.'),
      corrected('Note that £41m of homes are full, and act.', ['£41 million', '£39 million']),
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project, selection } = selected;
    const said = textsOf(selected);
    for (const [id, by] of selection.superseded) {
      const [old, newer] = [project.passages.get(id), project.passages.get(by)];
      if (old && newer) yield* stillSaid(old, newer, said);
    }
  },
};

/** A text of the document, as messages name it. */
interface Said {
  readonly name: string;
  readonly numbers: ReadonlySet<string>;
  readonly place: Place;
}

function* stillSaid(old: Passage, newer: Passage, said: readonly Said[]): Iterable<Breach> {
  const kept = numbersIn(newer);
  const gone = [...numbersIn(old)].filter((number) => !kept.has(number));
  if (!gone.length) return;
  for (const { name, numbers, place } of said)
    for (const number of gone.filter((one) => numbers.has(one)))
      yield {
        place,
        text: `${name} says ${number}, as \`${old.id}\` did, whose place \`${newer.id}\` has taken`,
        remedy:
          'Write the new number, or, where this is another measure, say so in words that tell the two apart.',
        related: [
          { place: old.place, text: 'the number that was superseded' },
          { place: newer.place, text: 'what took its place' },
        ],
      };
}

const textsOf = (said: Selected): readonly Said[] => {
  const { project, edition, selection } = said;
  const written = openingLines(said).map(([name, { text, place }]) => ({
    name: `The ${name}`,
    numbers: numbersOf(plain(text)),
    place,
  }));
  const selected = selection.slots.flatMap((slot) => slot.passages);
  // What a rebuttal answers stands before it.
  const answered = selected.flatMap(
    ({ attributes }) => project.passages.get(attributes['against'] ?? '') ?? [],
  );
  const found = [...new Set([...answered, ...selected])].map((passage): Said => {
    const wording = ownWording(passage, edition.audience);
    const text = wording?.text ?? passage.text;
    const numbers = memo(SHOWN, text, () =>
      numbersOf(`${plain(text)} ${passage.attributes['figure'] ?? ''}`),
    );
    return { name: `\`${passage.id}\``, numbers, place: wording?.place ?? passage.place };
  });
  return [...written, ...found];
};

/** The numbers of what a passage shows in one of its texts; read once, as many editions show it. */
const SHOWN = new WeakMap<Root, ReadonlySet<string>>();

/** The numbers of all that a passage says to anybody; read once, as each edition asks for those of what is superseded. */
const numbersIn = (passage: Passage): ReadonlySet<string> =>
  memo(SAID, passage, () => numbersOf(allOf(passage)));

const SAID = new WeakMap<Passage, ReadonlySet<string>>();

const allOf = ({ text, wordings, attributes }: Passage): string =>
  [...[text, ...wordings.map((wording) => wording.text)].map(plain), attributes['figure'] ?? ''].join(' ');
