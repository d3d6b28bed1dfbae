import * as fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { hasErrors } from '../../src/diagnostics/message.ts';
import { baseProject, memoryFiles } from '../project.ts';
import { loadShared } from '../readings.ts';

const FILE = 'sources/library/okoro-2025.md';

/** What a reader could notice: each passage with its kind and audiences, and to whom each word of its texts is told. */
export interface Seen {
  readonly passages: string;
  /** By marked word, e.g. `w12`: the passage and the audiences that it is for. */
  readonly owners: ReadonlyMap<string, string>;
}

/** Null where the loader found an error. */
export const see = async (source: string): Promise<Seen | null> => {
  const files = memoryFiles({ ...baseProject(), ...PACK, [FILE]: source });
  const { value, messages } = await loadShared(files);
  if (hasErrors(messages)) return null;
  const owners = new Map<string, string>();
  const passages = [...value.passages.values()].map(({ id, kind, only, status, text, wordings }) => {
    const texts = [{ audiences: ['all'], text }, ...wordings];
    for (const each of texts)
      visit(each.text, 'text', ({ value }) => {
        for (const [word] of value.matchAll(/\bw\d+\b/g))
          owners.set(word, `${id} ${each.audiences.join(' ')}`);
      });
    return [id, kind, only?.join(' '), status, ...wordings.map(({ audiences }) => audiences.join(' '))].join(
      '|',
    );
  });
  return { passages: passages.join('\n'), owners };
};

/** Names no passage, so that none is missed by the pack. */
const PACK = { 'sources/packs/bill.yaml': 'title: T\ndate: 2025-01-16\ntopics: [funding]\neditions: [mp]\n' };

const FRONT = baseProject()[FILE]?.split('\n').slice(0, 10).join('\n') ?? '';

/** Each word `w` becomes one of its own, so that it can be found again. */
const marked = (source: string): string => {
  let count = 0;
  return source.replace(/\bw\b/g, () => `w${(count += 1)}`);
};

const paragraph = fc.constantFrom(
  'A w claim, "quoted" w at 10:30, rose by **152%** w.',
  'One w line\nand the w next.',
  '- w one\n- w two\n- w three',
  '> A w quotation w.',
  '| w a | w b |\n| --- | --- |\n| w 1 | w 2 |',
  'See [w here](https://example.org).',
);
const text = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n\n'));
const wordings = fc
  .tuple(fc.subarray(['mp', 'press']), text, text)
  .map(([audiences, one, two]) =>
    audiences.map((audience, index) => `:::wording{for=${audience}}\n${index ? two : one}\n:::\n`).join('\n'),
  );
const head = fc.constantFrom(
  'statistic{#ID period="2009-10 to 2023-24" area=England unit="% change" locator="item 4" priority=1}',
  'ask{#ID to="Department for Education" topics="funding children/residential-care" only="mp press"}',
  'quote{#ID speaker="Sam Okoro" role="chair, of the group" said=2025-01-10 locator="page 2"}',
  'context{#ID}',
  "context{#ID only=mp status=draft area='North, East'}",
);
const passage = fc
  .tuple(head, text, fc.option(wordings, { nil: '' }))
  .map(([head, own, wordings]) => `::::${head}\n${own}\n${wordings && `\n${wordings}`}::::\n`);
const between = fc.constantFrom(
  '',
  'A w note for the editor.\n',
  '<!-- w still to check -->\n',
  '## Part w\n\n- w\n',
);

/** A source without fault. */
export const valid = fc.array(fc.tuple(passage, between), { minLength: 1, maxLength: 4 }).map((parts) => {
  const body = parts
    .map(([passage, note], index) => `${passage.replace('ID', `id-${index}`)}\n${note}\n`)
    .join('');
  return marked(`${FRONT}\n\nNotes w.\n\n${body}`);
});

/** One mistake of a hand or of a word processor, somewhere in the source; `at` is a number that says where. */
export type Mistake = (source: string, at: number) => string;

const pick = (count: number, at: number): number => (count ? at % count : 0);

/** Changes one of the places that a pattern finds. */
const one =
  (pattern: RegExp, to: string | ((found: string) => string)): Mistake =>
  (source, at) => {
    const found = [...source.matchAll(pattern)];
    const chosen = found[pick(found.length, at)];
    if (!chosen) return source;
    const [before, after] = [source.slice(0, chosen.index), source.slice(chosen.index + chosen[0].length)];
    return before + (typeof to === 'string' ? to : to(chosen[0])) + after;
  };

const lines =
  (change: (lines: string[], line: number) => void): Mistake =>
  (source, at) => {
    const all = source.split('\n');
    change(all, pick(all.length, at));
    return all.join('\n');
  };

export const MISTAKES: Readonly<Record<string, Mistake>> = {
  'a line is lost': lines((all, line) => void all.splice(line, 1)),
  'a fence is lost': one(/^:{3,}.*\n/gm, ''),
  'an opening is lost': one(/^:{3,}\w.*\n/gm, ''),
  'a closing is lost': one(/^:{3,}$\n/gm, ''),
  'a line stands twice': lines((all, line) => void all.splice(line, 0, all[line] ?? '')),
  'two lines are joined': one(/\n(?=.)/g, ' '),
  'two lines are joined without a space': one(/\n/g, ''),
  'a line is wrapped': one(/ /g, '\n'),
  'a line is indented': one(/^(?=.)/gm, '  '),
  'a line is indented as code': one(/^(?=.)/gm, '    '),
  'a line becomes a quotation': one(/^(?=.)/gm, '> '),
  'a line becomes a list': one(/^(?=.)/gm, '- '),
  // A hyphen lost from an id makes another id, as good as the first.
  'a sign is lost': one(/[:{}#="']|(?<!#id)-/g, ''),
  'a sign stands twice': one(/[:{}#="'-]/g, (found) => found + found),
  'a quotation mark is curly': one(/["']/g, '”'),
  'quotation marks are curly': one(/"[^"\n]*"/g, (found) => `“${found.slice(1, -1)}”`),
  'a quotation mark is another': one(/["']/g, (found) => (found === '"' ? "'" : '"')),
  'quotation marks are lost': one(/"[^"\n]*"/g, (found) => found.slice(1, -1)),
  'a comma follows': one(/(?<=[\w"]) (?=[a-z]+=)/g, ', '),
  'commas are in a list': one(/(?<=(?:only|topics)="\w+) /g, ', '),
  'a fence is shorter': one(/^:{3,}/gm, (found) => found.slice(1)),
  'a fence is longer': one(/^:{3,}/gm, (found) => `${found}:`),
  'a fence is much shorter': one(/^:{3,}/gm, ':'),
  'colons are wide': one(/^:{3,}/gm, (found) => '：'.repeat(found.length)),
  'colons become an ellipsis': one(/^:{3,}/gm, '…'),
  'a space is lost': one(/ (?!\d)/g, ''),
  'a space stands in a fence': one(/(?<=^:{3,})(?=\w)|(?<=^:{3,}\w+)(?=\{)/gm, ' '),
  'a space does not break': one(/ /g, '\u00a0'),
  'a space is a tab': one(/ /g, '\t'),
  'a kind is in capitals': one(/(?<=^:{3,})\w/gm, (found) => found.toUpperCase()),
  'a kind is mistyped': one(/(?<=^:{3,}\w)\w/gm, ''),
  'a word is mistyped in a fence': one(/(?<=^:{3,}\w.*\b(?:only|for|status)="?)\w/gm, 'x'),
  'an attribute has a colon': one(/=(?=["\w])/g, ': '),
  'braces are brackets': one(/[{}]/g, (found) => (found === '{' ? '[' : ']')),
  'all braces of a fence are brackets': one(/(?<=^:{3,}\w+)\{.*\}$/gm, (found) => `(${found.slice(1, -1)})`),
  'text follows a fence': one(/(?<=^:{3,}.*)$/gm, ' and more'),
  'a comment is not closed': one(/-->/g, '->'),
  'a comment is not opened': one(/<!--/g, '<--'),
  'dashes become a dash': one(/---?/g, '–'),
  'a dash of the front matter is lost': one(/^---$/gm, '--'),
  'a passage stands in a comment': one(/^::::\w[^]*?^::::$/gm, (found) => `<!--\n${found}\n-->`),
  'a code fence is left open': lines((all, line) => void all.splice(Math.max(line, 10), 0, '```')),
  'a tag is left open': lines((all, line) => void all.splice(Math.max(line, 10), 0, '<div>')),
};

/** Whether a mistake went wrong without a word: a passage lost or told to others, or a text told to others. */
export const isSilent = async (source: string, slipped: string): Promise<boolean> => {
  const [before, after] = [await see(source), await see(slipped)];
  if (!before) throw new Error(`the source is not valid:\n${source}`);
  if (!after) return false;
  if (before.passages !== after.passages) return true;
  const there = new Set(Array.from(slipped.matchAll(/\bw\d+\b/g), ([word]) => word));
  const lost = [...before.owners.keys()].some((word) => there.has(word) && !after.owners.has(word));
  return lost || [...after.owners].some(([word, owner]) => before.owners.get(word) !== owner);
};
