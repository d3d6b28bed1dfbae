import { ownWording } from '../../model/passage.ts';
import { gradeOf, type Sentence } from '../../model/prose.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';

/** The most words that sentences should have on average (GOV.UK, Content design: writing for GOV.UK, 2014, asks for 25 at most in each). */
const MOST_ON_AVERAGE = 20;

/** In fewer sentences an average says nothing. */
const FEWEST = 3;

const saying = (sentence: string) => ({
  ...passages(
    `::::statistic{#homes period=2024 area=England unit=homes locator="page 1"}\n${`${sentence}.\n`.repeat(4)}::::`,
  ),
  ...pack('', '    slots: { facts: { passages: homes, max: 1 } }'),
});

const HARD =
  'Institutional accommodation necessitates considerable administrative responsibility throughout municipal organisations';

export const readingGrade: Rule<'pack'> = {
  id: 'reading-grade',
  level: 'warning',
  scope: 'pack',
  finds: `Sentences of more than ${MOST_ON_AVERAGE} words on average, or a reading grade over the audience’s`,
  why: 'Who has to read a page twice does not finish it; the grade is that of Flesch and Kincaid (1975).',
  examples: {
    ok: [saying('The homes of this town are full')],
    notOk: [saying(HARD), saying(`The homes${' that are in it'.repeat(5)} are full`)],
  },
  *check(selected): Iterable<Breach> {
    const { project, edition, pack: of } = selected;
    const sentences = sentencesOf(selected);
    if (sentences.length < FEWEST) return;
    const average = sentences.reduce((sum, { words }) => sum + words, 0) / sentences.length;
    const grade = gradeOf(sentences) ?? 0;
    const most = project.audiences.get(edition.audience)?.grade ?? null;
    const faults = [
      ...(average > MOST_ON_AVERAGE
        ? [`sentences of ${average.toFixed(1)} words on average; expected ${MOST_ON_AVERAGE} at most`]
        : []),
      ...(most !== null && grade > most
        ? [`a reading grade of ${grade.toFixed(1)}; expected ${most} at most, as its audience has it`]
        : []),
    ];
    for (const fault of faults.slice(0, 1))
      yield {
        place: edition.place,
        text: `${of.id}/${edition.id} has ${fault}`,
        remedy: 'Write shorter sentences with plainer words, or a wording for these readers.',
      };
  },
};

const sentencesOf = ({ selection, edition, prose }: Selected): readonly Sentence[] =>
  selection.slots.flatMap(({ passages: chosen }) =>
    chosen.flatMap((passage) => {
      const found = prose.get(passage.id);
      const own = ownWording(passage, edition.audience);
      return (own ? found?.wordings[passage.wordings.indexOf(own)] : found?.text)?.sentences ?? [];
    }),
  );
