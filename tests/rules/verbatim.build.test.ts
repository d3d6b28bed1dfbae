import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { sha256 } from '../../src/model/hash.ts';
import { pageAt, type OriginalText } from '../../src/model/original.ts';
import { comparable } from '../../src/model/verbatim.ts';
import { archived } from '../../src/rules/examples.ts';
import { findParts } from '../../src/rules/verbatim/find.ts';
import { nearestTo } from '../../src/rules/verbatim/nearest.ts';
import { readQuotation } from '../../src/rules/verbatim/quotation.ts';
import { baseProject } from '../project.ts';
import { runs } from '../runs.ts';
import { memoryWorld } from '../world.ts';
import { besidesStyle } from '../made-up.ts';

const RUNS = { numRuns: runs(200, 20_000) };

const original = (text: string): OriginalText => ({ words: comparable(text), pages: [] });

const stands = (quotation: string, text: string): boolean =>
  findParts(original(text), readQuotation(quotation).parts) !== null;

const TEXT =
  'We will pub-\nlish the long-\nterm plan. “Nobody”, she said — and I agree — is to lose a well-run home in 2019–20… or ever. He ate; they re-signed.';

describe('a quotation stands in its original', () => {
  test.each([
    ['word for word', 'We will publish the long-term plan.'],
    [
      'with other marks and dashes',
      "'Nobody', she said – and I agree – is to lose a well-run home in 2019-20...",
    ],
    ['in quotation marks of its own', '“Nobody”, she said'],
    ['with something left out', 'We will publish […] and I agree […] or ever.'],
    ['with something left out, the short way', 'We will … is to lose'],
    ['with words put in', '[The council] will publish the [new] long-term plan.'],
    ['with a letter put in', '[I]s to lose a well-run home'],
    ['with a remark', 'Nobody [sic], she said'],
    ['with another stop at its end', 'We will publish the long-term plan,'],
  ])('%s', (_name, quotation) => {
    expect(stands(quotation, TEXT)).toBe(true);
  });
});

describe('a quotation does not stand in its original', () => {
  test.each([
    ['with another word', 'We will publish a long-term plan.'],
    ['without a word', 'We publish the long-term plan.'],
    ['with a word more', 'We will not publish the long-term plan.'],
    ['without the hyphen of a word', 'lose a wellrun home'],
    ['with a hyphen that makes another word', 'they resigned'],
    ['in another order', 'or ever […] We will publish'],
    ['with a part of a word', 'We will publish the long-term pl'],
    ['with the end of a word', 'e will publish'],
    ['with other capitals', 'we will publish the long-term plan'],
    ['with another number', 'in 2019-21'],
    [
      'with more put into brackets than they may stand for',
      `[A] Nobody […] term [${'plan '.repeat(9)}] re-signed`,
    ],
  ])('%s', (_name, quotation) => {
    expect(stands(quotation, TEXT)).toBe(false);
  });

  test('were it made to take long', () => {
    const words = 'a b '.repeat(500);
    const began = performance.now();
    expect(stands('[x] a '.repeat(40) + 'c', words)).toBe(false);
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

const word = fc.stringMatching(/^[a-zé]{1,8}$/u);
const texts = fc.array(word, { minLength: 3, maxLength: 60 });
/** A text of words, and from where to where it is quoted. */
const cut = texts.chain((words) =>
  fc.record({
    words: fc.constant(words),
    from: fc.nat(words.length - 2),
    count: fc.integer({ min: 2, max: words.length }),
    blank: fc.constantFrom(' ', '\n', '  ', '\r\n\t'),
  }),
);

describe('whatever the words are', () => {
  test('those that were cut from an original are found', () => {
    fc.assert(
      fc.property(cut, ({ words, from, count, blank }) => {
        expect(stands(words.slice(from, from + count).join(' '), words.join(blank))).toBe(true);
      }),
      RUNS,
    );
  });

  test('so they are where they are left out by marks, in their order', () => {
    fc.assert(
      fc.property(cut, fc.nat(), ({ words, from, count }, at) => {
        const quoted = words.slice(from, from + count);
        const middle = at % quoted.length;
        const shortened = quoted.map((one, index) => (index === middle ? '[…]' : one)).join(' ');
        expect(stands(`${shortened} `, words.join(' '))).toBe(quoted.length > 1);
      }),
      RUNS,
    );
  });

  test('any one that is changed is found out, and is told', () => {
    fc.assert(
      fc.property(cut, fc.nat(), ({ words, from, count, blank }, at) => {
        const quoted = words.slice(from, from + count);
        const middle = at % quoted.length;
        const changed = quoted.map((one, index) => (index === middle ? `${one}x9` : one)).join(' ');
        expect(stands(changed, words.join(blank))).toBe(false);
        if (quoted.length < 4) return;
        expect(nearestTo(original(words.join(blank)), changed)?.quoted).toContain(`‹${quoted[middle]}x9›`);
      }),
      RUNS,
    );
  });
});

describe('a difference is shown beside what the original says', () => {
  const sentence = 'The council will not close any of its homes this year, and nobody is to lose a place.';
  test.each([
    [
      'a word that is another',
      'The council will not sell any of its homes',
      'The council will not ‹sell› any of its homes',
      'The council will not ‹close› any of its homes',
    ],
    [
      'a word that is missing',
      'The council will close any of its homes',
      'The council will close any of its homes',
      'The council will ‹not› close any of its homes',
    ],
    [
      'words that are too many',
      'The council will not ever again close any of its homes',
      'The council will not ‹ever again› close any of its homes',
      'The council will not close any of its homes',
    ],
    [
      'the first and the last word',
      'A council will not close any of our homes',
      '‹A› council will not close any of ‹our› homes',
      '‹The› council will not close any of ‹its› homes',
    ],
  ])('%s', (_name, quotation, quoted, said) => {
    expect(nearestTo(original(`So it is. ${sentence} Really.`), quotation)).toMatchObject({
      quoted,
      original: said,
    });
  });

  test('with the page that it is on', () => {
    const paged = { words: 'One two. Three four.', pages: [0, 9] };
    expect([0, 8, 9, 19].map((offset) => pageAt(paged, offset))).toEqual([1, 1, 2, 2]);
    expect(nearestTo(paged, 'Three more four')?.offset).toBe(9);
    expect(pageAt({ ...paged, pages: [] }, 9)).toBeNull();
  });

  test('nothing, where nothing is like it', () => {
    expect(nearestTo(original(sentence), 'Children deserve better than that from any government')).toBeNull();
  });

  test('a few words of a long one', () => {
    const words = Array.from({ length: 100 }, (_, index) => `word${index}`);
    const found = nearestTo(original(words.join(' ')), words.join(' ').replace('word60', 'other'));
    expect(found?.quoted).toMatch(/^… word52 .* ‹other› word61 .* …$/u);
    expect(found?.original).toMatch(/^… word52 .* ‹word60› word61 .* …$/u);
  });
});

/** What `check` says of a project with these files. */
const told = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
  const world = memoryWorld({ ...baseProject(), ...files });
  const { messages } = await check(world, { documents: false, today: '2025-01-16' });
  return besidesStyle(messages).map(
    ({ rule, place, text }) => `${rule} ${place?.line}:${place?.column} ${text}`,
  );
};

const quote = (text: string, more = '') =>
  `::::quote{#promise speaker="Sam Okoro" role=chair said=2024 locator="page 1"${more}}\n${text}\n::::`;

describe('what is told of quotations', () => {
  test('both texts, with what differs', async () => {
    expect(
      await told(archived('Now: nobody is to lose a place.\n', quote('Nobody is to lose a home.'))),
    ).toEqual([
      'drifted-quotation 11:1 The quotation is “‹Nobody› is to lose a ‹home›”, and `sources/originals/example.txt` says “‹nobody› is to lose a ‹place.›”',
    ]);
  });

  test('what is quoted through another source is held to both originals', async () => {
    const files = archived(
      '“Nobody is to lose a home.”\n',
      quote('Nobody is to lose a home.', ' from=first'),
    );
    const said = 'Nobody is to lose a place.\n';
    const head = `title: First\npublisher: Group\nissued: 2024\ntype: report\noriginal: { file: originals/first.txt, sha256: ${sha256(said)} }`;
    const first = {
      'sources/originals/first.txt': said,
      'sources/library/first.md': `---\n${head}\n---\n`,
    };
    expect(await told({ ...files, ...first })).toEqual([
      'drifted-quotation 11:1 The quotation is “Nobody is to lose a ‹home›”, and `sources/originals/first.txt` says “Nobody is to lose a ‹place.›”',
    ]);
    const resting = archived(
      'Nobody goes.\n',
      '::::context{#homes from=first rests-on="Nobody goes"}\nText.\n::::',
    );
    expect(await told({ ...resting, ...first })).toEqual([]);
  });

  test('of a withdrawn passage nothing', async () => {
    expect(await told(archived('One two three.\n', quote('Three.', ' status=withdrawn')))).toEqual([]);
  });
});
