import { isSameLanguage } from '../../model/languages/languages.ts';
import { languageIn, wordingFor, type Passage } from '../../model/passage.ts';
import { languageOfText } from '../../model/read-in.ts';
import { pack, passages } from '../examples.ts';
import type { Breach, Rule } from '../rule.ts';
import type { Selected } from '../subjects.ts';

const WELSH = '\n:::wording{lang=cy}\nAgorwch gartrefi.\n:::\n';
const HEADS = '    headline: Cartrefi\n    summary: Cartrefi.\n';

/** A pack in Welsh with an ask, a figure in both languages, and what somebody said in English. */
const inWelsh = (asked: string, heads: string, said = ' lang=en', figure = '52') => ({
  ...passages(`::::ask{#open to=Leeds}\nOpen homes.\n${asked}::::\n
::::statistic{#homes period=2024 area=England unit=homes figure="${figure}"}
52 are full.\n\n:::wording{lang=cy}\nMae 52 yn llawn.\n:::\n::::\n
::::quote{#said speaker="Ann Lee" role=Minister said=2024 locator="page 1"${said}}\nHomes are full.\n::::`),
  ...pack(
    'summary: Homes.',
    `    language: cy\n    leave-out: [investigations-growth, okoro-on-help, local-capacity]\n${heads}`,
  ),
});

export const otherLanguage: Rule<'pack'> = {
  id: 'other-language',
  level: 'warning',
  scope: 'pack',
  finds: 'An edition that shows a text in another language than its own',
  why: 'Who asked for Welsh is given half of it in English. A quotation may stand in the language in which it was said, where that is given (Welsh Language (Wales) Measure 2011, section 1: no less favourably than English).',
  examples: {
    ok: [inWelsh(WELSH, HEADS)],
    notOk: [
      inWelsh('', HEADS),
      inWelsh(WELSH, HEADS, ''),
      inWelsh(WELSH, '    headline: Cartrefi\n'),
      inWelsh(WELSH, HEADS, ' lang=en', '52 homes'),
    ],
  },
  *check(selected): Iterable<Breach> {
    const { project, pack: of, edition, selection } = selected;
    const { language } = project.organisation;
    const name = `${of.id}/${edition.id}`;
    yield* headsOf(selected);
    const chosen = selection.slots.flatMap((slot) => slot.passages);
    const answered = chosen.flatMap(
      ({ attributes }) => project.passages.get(attributes['against'] ?? '') ?? [],
    );
    for (const passage of new Set([...answered, ...chosen])) {
      yield* figureOf(selected, passage, name);
      const shown =
        languageIn(passage, wordingFor(passage, edition.audience)) ?? languageOfText(project, passage);
      if (isSameLanguage(shown, language) || isSaidSo(selected, passage)) continue;
      yield {
        place: passage.place,
        text: `\`${passage.id}\` is in \`${shown}\`, and ${name}, which shows it, in \`${language}\``,
        remedy: `Give it a wording, \`:::wording{lang=${language}}\`, or say by \`lang=${language}\` that it is in that language.`,
        related: [{ place: edition.place, text: 'the edition' }],
      };
    }
  },
};

/** The headline and the summary where they are the pack's, which is written in the project's own language. */
function* headsOf({ project, pack: of, edition }: Selected): Iterable<Breach> {
  const { writtenIn, organisation } = project;
  if (!writtenIn || isSameLanguage(writtenIn, organisation.language)) return;
  const lacking = [
    ...(edition.headline ? [] : ['headline']),
    ...(of.summary && !edition.summary ? ['summary'] : []),
  ];
  for (const name of lacking)
    yield {
      place: edition.place,
      text: `${of.id}/${edition.id} is in \`${organisation.language}\`, and its ${name} is the pack’s, in \`${writtenIn}\``,
      remedy: `Give the edition a \`${name}\` of its own.`,
    };
}

/** The words of a figure, which is the same in all wordings. */
function* figureOf({ project, edition }: Selected, passage: Passage, name: string): Iterable<Breach> {
  const { figure = '' } = passage.attributes;
  const written = passage.language ?? languageOfText(project, passage);
  const { language } = project.organisation;
  if (isSameLanguage(written, language) || !/\p{L}{3}/u.test(figure)) return;
  yield {
    place: passage.places['figure'] ?? passage.place,
    text: `The figure of \`${passage.id}\` has words in \`${written}\`, and ${name}, which shows it, is in \`${language}\``,
    remedy: 'Give the number with its sign alone, such as `22` or `£6m`, and leave the words to the text.',
    related: [{ place: edition.place, text: 'the edition' }],
  };
}

/** Whether a passage quotes somebody, and says in which language. */
const isSaidSo = ({ project }: Selected, { kind, source, places }: Passage): boolean =>
  Boolean(project.vocabulary.kinds.get(kind)?.verbatim) &&
  (places['lang'] !== undefined || project.sources.get(source)?.language !== null);
