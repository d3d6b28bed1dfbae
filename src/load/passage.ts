import { error } from '../diagnostics/message.ts';
import type { Kind } from '../model/kind.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Passage, Wording } from '../model/passage.ts';
import type { Comments } from './comments.ts';
import { allowedFor, isCommon, requiredFor, Values } from './attribute-values.ts';
import { readBody } from './body.ts';
import type { Fenced, FencedWording } from './fences.ts';
import type { Lines } from './lines.ts';
import type { Findings } from './reading.ts';

/** What a passage takes from the source that it stands in. */
export interface SourceContext extends Findings {
  readonly lines: Lines;
  readonly comments: Comments;
  readonly kinds: ReadonlyMap<string, Kind>;
  /** The source's id. */
  readonly source: string;
  readonly topics: readonly string[];
}

/** Reads one passage; null where it has no id to be known by. */
export const readPassage = (fenced: Fenced, context: SourceContext): Passage | null => {
  const { opening } = fenced;
  const values = new Values(opening, context);
  const kind = kindOf(fenced, context, values);
  const id = values.id();
  const attributes = attributesOf(fenced, kind, values, context);
  const passage = { ...attributes, ...textsOf(fenced, context) };
  if (id === null) context.names.unsure(['passage']);
  return id === null ? null : { id, ...passage };
};

/** Its kind, with what that asks for checked; null where there is none of the name. */
const kindOf = ({ opening }: Fenced, { kinds, names }: SourceContext, values: Values): Kind | null => {
  const kind = kinds.get(opening.name);
  if (kind) values.checkNames(allowedFor(kind), requiredFor(kind));
  else names.use('kind', opening.name, opening.namePlace);
  return kind ?? null;
};

const attributesOf = (
  { opening }: Fenced,
  kind: Kind | null,
  values: Values,
  { source, topics }: SourceContext,
): Omit<Passage, 'id' | 'text' | 'wordings'> => {
  const names = (members: readonly { name: string }[]) => members.map(({ name }) => name);
  const only = values.members('only', 'audience');
  const own = Object.entries(kind?.attributes ?? {}).flatMap(([name, type]) => {
    const value = values.own(name, type);
    return value === null || isCommon(name) ? [] : [[name, value]];
  });
  return {
    kind: opening.name,
    source,
    topics: [...new Set([...topics, ...names(values.members('topics', 'topic'))])],
    only: only.length ? names(only) : null,
    priority: values.number('priority', 5) ?? 3,
    status: values.choice('status', ['draft', 'approved', 'withdrawn']) ?? 'approved',
    embargo: values.moment('embargo'),
    expires: values.day('expires'),
    review: values.day('review'),
    formerly: values.formerIds('formerly'),
    supersedes: names(values.members('supersedes', 'passage')),
    locator: values.get('locator'),
    from: values.name('from', 'source'),
    restsOn: values.parts('rests-on'),
    area: values.get('area'),
    period: values.get('period'),
    language: values.language('lang'),
    attributes: Object.fromEntries(own),
    place: opening.place,
    places: Object.fromEntries(
      Array.from(opening.attributes.written.values(), (each) => [each.name, each.valuePlace]),
    ),
  };
};

const textsOf = (fenced: Fenced, context: SourceContext): Pick<Passage, 'text' | 'wordings'> => {
  const { opening, body, certain } = fenced;
  const heard = new Map<string, Place>();
  const wordings = fenced.wordings.map((wording) => readWording(wording, certain, heard, context));
  const text = certain ? readBody(context.lines, body, context.comments, opening, context) : NO_TEXT;
  return { text, wordings };
};

const NO_TEXT: Passage['text'] = { type: 'root', children: [] };

const readWording = (
  { opening, body }: FencedWording,
  certain: boolean,
  heard: Map<string, Place>,
  context: SourceContext,
): Wording => {
  const { lines, comments, say } = context;
  if (opening.name !== 'wording') {
    const text = `There is nothing called \`${opening.name}\` within a passage`;
    say(error('unknown-kind', opening.namePlace, text, { remedy: 'Write `:::wording{for="…"}`.' }));
  }
  const values = new Values(opening, context);
  const { written } = opening.attributes;
  values.checkNames(['for', 'when', 'lang'], written.has('when') || written.has('lang') ? [] : ['for']);
  const whenMissing = values.choice('when', ['missing']) !== null;
  const language = values.language('lang');
  const audiences = values.members('for', 'audience');
  const forAll = written.has('for') ? [] : [{ name: 'all', place: opening.place }];
  for (const { name, place } of [...audiences, ...forAll]) {
    const key = `${name} ${whenMissing} ${language}`;
    const first = heard.get(key);
    heard.set(key, first ?? place);
    if (!first) continue;
    const related = [{ place: first, text: 'the first one' }];
    const remedy = 'Keep one of them.';
    say(
      error(
        'wording-twice',
        place,
        `There is a wording for \`${name}\`${language ? ` in \`${language}\`` : ''} already`,
        { remedy, related },
      ),
    );
  }
  const text = certain ? readBody(lines, body, comments, opening, context) : NO_TEXT;
  return { audiences: audiences.map(({ name }) => name), language, whenMissing, text, place: opening.place };
};
