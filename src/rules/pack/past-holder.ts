import { ENGLISH } from '../../model/languages/en.ts';
import { showDate } from '../../model/languages/languages.ts';
import { memo } from '../../model/memo.ts';
import { ownWording } from '../../model/passage.ts';
import { heldOn, holdersOn, type Holder, type Office } from '../../model/office.ts';
import type { Place } from '../../diagnostics/place.ts';
import { candidatesOf } from '../../model/selection.ts';
import { pack, passages } from '../examples.ts';
import { namesAs } from '../offices.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';
import { openingLines } from '../statistics.ts';
import { plain } from '../words.ts';

const asking = (text: string, to = 'Leeds') => ({
  ...passages(`::::ask{#open to="${to}" only=mp}\n${text}\n::::`),
  ...pack('', '    slots: { asks: { passages: [open] } }'),
  'sources/offices.yaml':
    'Minister for Homes:\n  also: [homes minister]\n  holders:\n    - { name: Ann Okoro, from: 2021-12-04, to: 2024-07-05 }\n    - { name: Jo Lee, from: 2024-07-05, to: 2025-06-01 }\n',
});

export const pastHolder: Rule<'pack'> = {
  id: 'past-holder',
  level: 'warning',
  scope: 'pack',
  finds:
    'Somebody named with an office that, on the document’s date, is not theirs, as `sources/offices.yaml` has it',
  why: 'A brief that calls last year’s minister the minister is put down at the first line.',
  examples: {
    ok: [
      asking('Press Jo Lee, the Minister for Homes, to act.'),
      asking('Keep what the then Minister for Homes, Ann Okoro, promised.'),
      asking('Keep what Ann Okoro promised as homes minister in 2023.'),
      asking('Ask Ann Okoro. She can press the Minister for Homes.'),
      asking('Open homes.', 'Jo Lee, Minister for Homes'),
    ],
    notOk: [
      asking('Press Ann Okoro, the Minister for Homes, to act.'),
      asking('Press the homes minister, Ann Okoro, to act.'),
      asking('Open homes.', 'Ann Okoro, Minister for Homes'),
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project, selection } = selected;
    if (!project.offices.length) return;
    for (const { said, place } of saidIn(selected))
      for (const { office, named } of namedIn(said, project.offices)) {
        const [holder] = named;
        if (!holder || named.some((one) => heldOn(one, selection.date))) continue;
        const now = holdersOn(office, selection.date).map(({ name }) => name);
        yield {
          place,
          text: `This names ${holder.name} as ${office.name}, on ${showDate(selection.date, ENGLISH)}${now.length ? `, when that is ${now.join(' or ')}` : ''}`,
          remedy: 'Name who holds the office; or write “the then”, “former” or the year.',
        };
      }
  },
};

/** An office, and who is named with it in one sentence. */
interface NamedOffice {
  readonly office: Office;
  readonly named: readonly Holder[];
}

/** Who is named with which office, sentence by sentence; read once, as many editions say the same. */
const namedIn = (said: string, offices: readonly Office[]): readonly NamedOffice[] =>
  memo(
    memo(NAMED, offices, () => new Map<string, readonly NamedOffice[]>()),
    said,
    () =>
      said
        .split(/(?<=[.!?])\s+/u)
        // Who says of which year is speaking of the past.
        .filter((sentence) => !/\b(?:19|20)\d\d\b/u.test(sentence))
        .flatMap((sentence) =>
          offices.map((office) => ({
            office,
            named: office.holders.filter((holder) => namesAs(sentence, holder, office)),
          })),
        )
        .filter(({ named }) => named.length > 0),
  );

const NAMED = new WeakMap<readonly Office[], Map<string, readonly NamedOffice[]>>();

interface SaidText {
  readonly said: string;
  readonly place: Place;
}

/** What a document says in its group's own words, and of whom it asks what. */
const saidIn = (selected: Selected): readonly SaidText[] => {
  const { project, edition, selection } = selected;
  const lines = openingLines(selected).map(([, { text, place }]) => ({ said: plain(text), place }));
  const chosen = candidatesOf(selection).filter(({ kind }) => !project.vocabulary.kinds.get(kind)?.verbatim);
  return [
    ...lines,
    ...chosen.flatMap((passage) => {
      const { text, place } = ownWording(passage, edition.audience) ?? passage;
      const { to = '' } = passage.attributes;
      return [
        { said: plain(text), place },
        ...(to ? [{ said: to, place: passage.places['to'] ?? passage.place }] : []),
      ];
    }),
  ];
};
