/** What was sought before need not be sought again: whatever changes, what remains to be sought finds all that is told now. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { accessKey, addressed, guarded, type Access } from '../../src/secrecy/access.ts';
import { held, type HeldText } from '../../src/secrecy/held-text.ts';
import { marksOf } from '../../src/secrecy/marks.ts';
import { DocumentReader, OFFICER, together, type Readers } from '../../src/secrecy/readers.ts';
import { leaksIn } from '../../src/secrecy/search.ts';
import { Secrets } from '../../src/secrecy/secrets.ts';
import type { SignIndex } from '../../src/secrecy/sign-index.ts';
import type { Passage, Wording } from '../../src/model/passage.ts';
import { runs } from '../runs.ts';

const PLACE = { file: 'sources/library/letters.md', line: 3, column: 1 };

const wording = (audiences: readonly string[]): Wording =>
  ({ audiences, language: null, whenMissing: false }) as unknown as Wording;

const passage = (over: Partial<Passage> = {}): Passage =>
  ({
    only: null,
    status: 'approved',
    expires: null,
    embargo: null,
    attributes: {},
    wordings: [],
    ...over,
  }) as unknown as Passage;

const EVERYBODY = { is: 'everybody' } as const;

const PASSAGES: readonly Passage[] = [
  passage(),
  passage({ only: ['mp'] }),
  passage({ only: ['press'] }),
  passage({ only: ['mp'], status: 'withdrawn' }),
  passage({ status: 'draft' }),
  passage({ expires: '2025-01-01' }),
  passage({ expires: '2026-01-01' }),
  passage({ embargo: { day: '2025-01-01', time: null, instant: 1 } }),
  passage({ embargo: { day: '2025-01-02', time: null, instant: 3 } }),
  passage({ attributes: { 'consent-expires': '2025-01-01' } }),
  passage({ attributes: { 'consent-expires': '2026-01-01' } }),
  passage({ wordings: [wording(['mp'])] }),
  passage({ wordings: [wording(['press'])] }),
  passage({ wordings: [{ ...wording(['mp']), language: 'cy' }] }),
  passage({ wordings: [{ ...wording(['mp']), whenMissing: true }] }),
];

/** Every sort of text that somebody may read. */
const ACCESSES: readonly (readonly [access: Access])[] = [
  EVERYBODY,
  { is: 'officer' } as const,
  { is: 'private' } as const,
  ...PASSAGES.flatMap((one): Access[] => [
    { is: 'passage', passage: guarded(one) },
    { is: 'wording', passage: guarded(one), wording: null },
    { is: 'source', passages: [guarded(one)] },
    ...one.wordings.map((own): Access => ({ is: 'wording', passage: guarded(one), wording: addressed(own) })),
  ]),
  { is: 'source', passages: [] } as const,
  { is: 'source', passages: PASSAGES.slice(1, 3).map(guarded) } as const,
  ...['bill', 'other'].flatMap((pack): Access[] => [
    { is: 'pack', pack },
    { is: 'edition', pack, edition: 'mp' },
    { is: 'edition', pack, edition: 'press' },
  ]),
  ...['A', 'B'].flatMap((key): Access[] => [
    { is: 'row', table: 'towns', key },
    { is: 'row', table: 'cities', key },
  ]),
].map((access) => [access]);

const reader = (audience: string, date: string, released: number, row: string) =>
  new DocumentReader(
    { audiences: new Map() },
    { audience, date, released, pack: 'bill', edition: audience, row: { table: 'towns', key: row } },
  );

const READERS: readonly Readers[] = [
  reader('mp', '2024-12-01', 0, 'A'),
  reader('press', '2025-06-01', 2, 'B'),
  reader('mp', '2027-01-01', 4, 'B'),
  OFFICER,
  together('everybody', [reader('mp', '2025-06-01', 0, ''), reader('press', '2027-01-01', 4, 'C')]),
];

test('two texts with the same key of access have the same readers', () => {
  const asRead = new Map<string, string>();
  for (const [access] of ACCESSES) {
    const read = READERS.map((one) => one.mayRead(access)).join();
    expect(asRead.get(accessKey(access)) ?? read).toBe(read);
    asRead.set(accessKey(access), read);
  }
});

/** Few words, so that texts have many in common. */
const words = fc.array(fc.constantFrom('kestrels', 'plovers', 'herons', 'wrens'), { maxLength: 9 });

const name = fc.constantFrom('kept-letter', 'old-letter');
const address = fc.constantFrom('https://e.org/a', 'https://e.org/b');

const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 1 });

const said = fc.record({
  pieces: fc.array(words, { minLength: 1, maxLength: 2 }),
  beside: some(words),
  names: some(name),
  addresses: some(address),
});

/** A text of a project, with an access of a few. */
const text = fc.record({ at: fc.nat(3), said });
type Text = typeof text extends fc.Arbitrary<infer Value> ? Value : never;

/** A text before and after an edit: there is none before it was written, and none after it was taken out. */
const edit = text.chain((before) =>
  fc.oneof(
    fc.constant([before, before] as const),
    fc.constant([before, null] as const),
    fc.constant([null, before] as const),
    fc.nat(3).map((at) => [before, { ...before, at }] as const),
    said.map((other) => [before, { ...before, said: other }] as const),
  ),
);

const common = fc
  .record({ words: some(fc.constantFrom('kestrels', 'plovers')), names: some(name) })
  .map((own) => ({ words: new Set(own.words), names: new Set(own.names) }));

const heldAs = ({ at, said: own }: Text, accesses: readonly Access[]): HeldText => {
  const access = accesses[at] ?? EVERYBODY;
  const texts = own.pieces.map((piece) => piece.join(' '));
  return { ...held('a text', PLACE, access, texts), ...own, pieces: own.pieces };
};

/** What a project keeps, and what it keeps after an edit. */
const edited = fc
  .record({
    edits: fc.array(edit, { maxLength: 5 }),
    accesses: fc.array(fc.constantFrom(...ACCESSES), { minLength: 3, maxLength: 3 }),
    common,
    newCommon: some(common),
  })
  .map(({ edits, accesses, common: before, newCommon: [after = before] }) => {
    const own = accesses.map(([access]) => access);
    const texts = (which: 0 | 1) => edits.flatMap((one) => (one[which] ? [heldAs(one[which], own)] : []));
    return { before: new Secrets(texts(0), before), after: new Secrets(texts(1), after) };
  });

const file = fc
  .record({ saying: fc.array(words, { maxLength: 3 }), names: some(name), addresses: some(address) })
  .map(({ saying, names, addresses }) =>
    [...saying.map((one) => one.join(' ')), ...names, ...addresses].join(' '),
  );

/** What a file tells a reader and may not, of what is sought. */
const told = (content: string, secrets: Secrets, one: Readers, sought: SignIndex): readonly string[] => {
  const pieces = [{ where: 'its text', text: content, isName: false }];
  const signs = sought.among(marksOf(pieces)).filter((sign) => secrets.isUnfit(sign, one));
  return leaksIn(pieces, signs).map(({ found }) => found);
};

/** What is sought after an edit and was not sought before. */
const leftAfter = (before: Secrets, after: Secrets): SignIndex => {
  const known = before.keyed();
  return after.all.only(new Set([...after.keyed()].flatMap(([key, signs]) => (known.has(key) ? [] : signs))));
};

test('where a file told its readers nothing, what was not sought then finds whether it does now', () => {
  const seen = { clean: 0, telling: 0, left: 0 };
  fc.assert(
    fc.property(edited, file, fc.constantFrom(...READERS), ({ before, after }, content, one) => {
      if (told(content, before, one, before.all).length) return;
      const left = leftAfter(before, after);
      const now = told(content, after, one, after.all);
      expect(told(content, after, one, left).length > 0).toBe(now.length > 0);
      seen[now.length ? 'telling' : 'clean'] += 1;
      if ([...left].length < [...after.all].length) seen.left += 1;
    }),
    { numRuns: runs(4000, 200_000) },
  );
  expect(seen.telling).toBeGreaterThan(100);
  expect(seen.left).toBeGreaterThan(100);
});

const FOR_MEMBERS = { is: 'passage', passage: guarded(passage({ only: ['mp'] })) } as const;
const FOR_THE_PRESS = { is: 'passage', passage: guarded(passage({ only: ['press'] })) } as const;

const says = (line: string, access: Access): HeldText => held('a text', PLACE, access, [line]);

const SEAM = { ...says('kestrels plovers herons wrens come today', { is: 'officer' }), what: 'another text' };
const BEFORE = says('Kestrels plovers herons', FOR_MEMBERS);
const BEHIND = says('Wrens come today', FOR_MEMBERS);
const MEMBERS = reader('mp', '2025-01-16', 0, 'A');

test.each([
  ['what stood before a seam is gone', [BEHIND]],
  ['what stood behind it is gone', [BEFORE]],
  ['what stood before it is for others', [says('Kestrels plovers herons', FOR_THE_PRESS), BEHIND]],
  ['what stood behind it is for others', [BEFORE, says('Wrens come today', FOR_THE_PRESS)]],
  ['what stood before it says something else', [says('Kestrels plovers', FOR_MEMBERS), BEHIND]],
  ['what stood behind it says something else', [BEFORE, says('Come today', FOR_MEMBERS)]],
])('where %s, its words are sought again', (_what, texts) => {
  const none = { words: new Set<string>(), names: new Set<string>() };
  const content = 'Kestrels plovers herons. Wrens come today.';
  const before = new Secrets([SEAM, BEFORE, BEHIND], none);
  expect(told(content, before, MEMBERS, before.all)).toEqual([]);
  const after = new Secrets([SEAM, ...texts], none);
  expect(told(content, after, MEMBERS, leftAfter(before, after))).toContain(SEAM.pieces[0]?.join(' '));
});
