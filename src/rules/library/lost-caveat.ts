import { isAbout, type Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { passages } from '../examples.ts';
import { numbersOf } from '../numbers.ts';
import type { Breach, Rule } from '../rule.ts';
import { englishIn, ownPassages, plain } from '../words.ts';

const beside = (fact: string, said: string, kind = 'motion{#notes part=notes}') =>
  passages(
    `::::statistic{#homes period=2024 area=England unit=homes figure="1,400" locator="page 1"}\n${fact}\n::::\n\n::::${kind}\n${said}\n::::`,
  );

const ESTIMATE = 'In 2024 England had **1,400** homes, by the council’s own estimate.';

export const lostCaveat: Rule<'library'> = {
  id: 'lost-caveat',
  level: 'warning',
  scope: 'library',
  finds:
    'A motion, an ask, a pledge or a headline that says a statistic’s number without the reservation that the statistic makes',
  why: 'What is moved in a council is read closest by those who will vote against it: a figure that was an estimate and is put as a fact costs the motion.',
  examples: {
    ok: [
      beside(ESTIMATE, 'That some 1,400 homes are full, by the council’s estimate.'),
      beside(ESTIMATE, 'That homes are full.'),
      beside('In 2024 England had **1,400** homes.', 'That 1,400 homes are full.'),
      beside(
        'In 2024 England had **1,400** homes, of which an estimated 300 were full.',
        'Fill 1,400 homes.',
      ),
      beside('In 2024 England had **1,400** incomplete homes.', 'That 1,400 homes are incomplete.'),
      beside(ESTIMATE, 'In 2024 England had 1,400 homes.', 'context{#notes}'),
    ],
    notOk: [
      beside(
        'In 2024 England had **1,400** homes, of which an estimated 300 were full.',
        'That 300 are full.',
      ),
      beside(
        'By an estimate England had **1,400** homes in 2024, an estimated 300 full.',
        'That 1,400 are full.',
      ),
      beside(ESTIMATE, 'That 1,400 homes are full.'),
      beside(ESTIMATE, 'Fill all 1,400 homes.', 'ask{#notes to=Leeds}'),
      beside('In 2024 England had **1,400** homes. That count is provisional.', 'That 1,400 homes are full.'),
      beside(
        'In 2024 England had **1,400** homes. The returns were incomplete.',
        'That 1,400 homes are full.',
      ),
    ],
  },
  *check({ project }): Iterable<Breach> {
    const reserved = reservedIn(project);
    if (!reserved.size) return;
    for (const passage of ownPassages(project)) {
      if (!BARE.has(passage.kind)) continue;
      for (const text of englishIn(project, passage)) {
        const said = plain(text);
        if (RESERVATION.test(said)) continue;
        for (const number of numbersOf(said))
          for (const { statistic, word } of reserved.get(number) ?? [])
            if (isAbout(passage, statistic.topics) || isAbout(statistic, passage.topics))
              yield {
                place: passage.place,
                text: `\`${passage.id}\` says ${number} without reserve, and \`${statistic.id}\` says “${word}” of it`,
                remedy: 'Put the reservation in here too; or use another figure.',
                related: [{ place: statistic.place, text: 'the statistic' }],
              };
      }
    }
  },
};

/** Kinds in which a group speaks as itself, and no note says more. */
const BARE: ReadonlySet<string> = new Set(['motion', 'ask', 'pledge', 'headline']);

/** Words by which a figure is less than certain. */
const RESERVATION =
  /\b(?:provisional(?:ly)?|estimate[sd]?|estimated|projected|projections?|forecasts?|experimental|unofficial|self-reported|not comparable|of those who (?:answered|replied|responded)|respondents?|small sample|incomplete (?:data|returns|records)|(?:data|returns|records) (?:is|are|was|were) incomplete)\b/iu;

interface Reserved {
  readonly statistic: Passage;
  readonly word: string;
}

/** Statistics with a reservation, by their numbers. */
const reservedIn = ({ passages: all }: Project): ReadonlyMap<string, readonly Reserved[]> => {
  const found = new Map<string, Reserved[]>();
  for (const statistic of all.values()) {
    if (statistic.kind !== 'statistic' || statistic.status === 'withdrawn') continue;
    const said = plain(statistic.text);
    const [word] = RESERVATION.exec(`${said} ${statistic.attributes['base'] ?? ''}`) ?? [];
    if (!word) continue;
    for (const number of reservedNumbers(said, statistic.attributes['figure'] ?? ''))
      found.set(number, [...(found.get(number) ?? []), { statistic, word }]);
  }
  return found;
};

/** Those that have each a reservation right before them, “an estimated 300”; all of a statistic, where it has another too. */
const reservedNumbers = (said: string, figure: string): Iterable<string> => {
  const [before = '', ...parts] = said.split(BESIDE_A_NUMBER);
  const isOfAll = !parts.length || [before, ...parts].some((part) => RESERVATION.test(part));
  return isOfAll ? numbersOf(`${said} ${figure}`) : parts.flatMap((part) => [...numbersOf(part)].slice(0, 1));
};

const BESIDE_A_NUMBER = /\b(?:estimated|projected|provisional)\s(?=[£€$]?\d)/iu;
