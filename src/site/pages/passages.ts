import { toString } from 'mdast-util-to-string';
import { z } from 'zod';
import { typesetLine } from '../../compose/typography.ts';
import { documentName } from '../../model/document-key.ts';
import type { Language } from '../../model/languages/language.ts';
import { kindNameIn, languageOf, showDate } from '../../model/languages/languages.ts';
import type { Manifest } from '../../model/manifest.ts';
import { memo } from '../../model/memo.ts';
import type { Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { FILTER } from '../../render/filter.ts';
import type { SiteTemplate } from '../../render/site-page.ts';
import { address, common, SAMPLE, text } from '../../render/site-view.ts';
import type { Present } from '../published-pack.ts';
import { shortened } from '../texts.ts';
import { embargoShown } from './files.ts';

const schema = z.object({
  ...common,
  desk: address('The desk'),
  passages: z.array(
    z.object({
      id: text("The passage's id"),
      kind: text('The name of its kind'),
      text: text('The beginning of its text'),
      figure: text('What is set large').nullable(),
      place: text('Where it stands in the library'),
      states: z.array(text('e.g. `Draft`, where it is not simply approved')).readonly(),
      uses: z.array(text('A document that holds it')),
      more: z.number().describe('How many others hold it').nullable(),
    }),
  ),
});

/** What the list of all passages shows, for those who write them. */
type PassagesView = z.infer<typeof schema>;

const sample: Omit<PassagesView, 'stylesheet'> = {
  ...SAMPLE,
  desk: 'index.html',
  passages: [
    {
      id: 'a-passage',
      kind: 'Statistic',
      text: 'Text',
      figure: '+152%',
      place: 'sources/library/jones-2025.md:12',
      states: ['Draft'],
      uses: ['pack/mp'],
      more: 2,
    },
  ],
};

export const PASSAGES: SiteTemplate<PassagesView> = {
  name: 'passages',
  called: 'the page of all passages',
  schema,
  sample,
  script: FILTER,
};

/** More documents than these are told by their number. */
const MOST_USES = 6;

/** The documents that hold a passage: the first of their names, and how many others there are. */
interface Uses {
  readonly names: string[];
  more: number;
}

/** The documents that hold each passage, by its id. */
export const usesIn = ({ documents }: Pick<Manifest, 'documents'>): ReadonlyMap<string, Uses> => {
  const uses = new Map<string, Uses>();
  for (const entry of documents) {
    const name = documentName(entry);
    for (const id of entry.passages) {
      const known = memo(uses, id, (): Uses => ({ names: [], more: 0 }));
      if (known.names.length < MOST_USES) known.names.push(name);
      else known.more += 1;
    }
  }
  return uses;
};

export const passagesView = (project: Project, uses: ReadonlyMap<string, Uses>, present: Present) => {
  const language = languageOf(project.organisation.language);
  const successors = new Map(
    [...project.passages.values()].flatMap(({ id, status, supersedes }) =>
      status === 'approved' ? supersedes.map((old) => [old, id] as const) : [],
    ),
  );
  return {
    language: project.organisation.language,
    words: language.words,
    organisation: { name: project.organisation.name, notice: project.organisation.notice },
    desk: 'index.html',
    passages: Array.from(project.passages.values(), (passage) => {
      const used = uses.get(passage.id);
      return {
        id: passage.id,
        kind: kindNameIn(language, passage.kind, project.vocabulary),
        text: shortened(typesetLine(passage.text.children.map((block) => toString(block)).join(' ')), 140),
        figure: passage.attributes['figure'] ?? null,
        place: `${passage.place.file}:${passage.place.line}`,
        states: statesOf(passage, successors.get(passage.id) ?? null, { project, language, present }),
        uses: used?.names ?? [],
        more: used?.more || null,
      };
    }),
  };
};

/** What states are told by. */
interface Telling {
  readonly project: Project;
  readonly language: Language;
  readonly present: Present;
}

/** All that keeps a passage from being used by anybody for ever. */
const statesOf = (passage: Passage, successor: string | null, telling: Telling): readonly string[] => {
  const { project, language, present } = telling;
  const { words } = language;
  const { status, only, embargo, expires, review } = passage;
  const on = (what: string, day: string) => `${what} ${showDate(day, language)}`;
  const moment = embargo && embargo.instant > present.now ? embargo : null;
  const names = only?.map((id) => project.audiences.get(id)?.name ?? id);
  return [
    ...(status === 'draft' ? [words.draft] : []),
    ...(status === 'withdrawn' ? [words.withdrawn] : []),
    ...(moment
      ? [
          `${words.embargo}: ${embargoShown([moment.day, moment.time].filter(Boolean).join('T'), language).text}`,
        ]
      : []),
    ...(expires && expires < present.today ? [on(words.expired, expires)] : []),
    ...(review && review <= present.today ? [on(words.reviewDue, review)] : []),
    ...(names ? [`${words.onlyFor} ${names.join(', ')}`] : []),
    ...(successor === null ? [] : [`${words.succeededBy} ${successor}`]),
  ];
};
