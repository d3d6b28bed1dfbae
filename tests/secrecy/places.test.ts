/** Wherever in a file words stand, and however they are written there, they are found. */

import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/model/hash.ts';
import type { Access } from '../../src/secrecy/access.ts';
import { Secrets } from '../../src/secrecy/secrets.ts';
import { LeakDetector } from '../../src/secrecy/leak-detector.ts';
import type { HeldText } from '../../src/secrecy/held-text.ts';
import { wordsOf } from '../../src/secrecy/words.ts';

const CANARY = 'kestrels plovers lapwings curlews herons wrens';

const PLACE = { file: 'sources/library/letters.md', line: 3, column: 1 };

const held = (text: string, access: Access, more: Partial<HeldText> = {}): HeldText => ({
  what: 'a text',
  place: PLACE,
  access,
  pieces: [wordsOf(text)],
  beside: [],
  names: [],
  addresses: [],
  ...more,
});

const NOBODY = { is: 'officer' } as const;
const EVERYBODY = { is: 'everybody' } as const;

const READERS = {
  key: '',
  name: 'the press',
  mayRead: ({ is }: Access) => is === 'everybody',
  owns: () => false,
};

const NONE = { words: new Set<string>(), names: new Set<string>() };

const detectorOver = (...texts: readonly HeldText[]) => new LeakDetector(new Secrets(texts, NONE), null);

const found = async (detector: LeakDetector, path: string, content: string) => {
  const bytes = new TextEncoder().encode(content);
  const leaks = await detector.leaks({ path, hash: sha256(bytes), read: async () => bytes }, READERS);
  return leaks.map(({ where }) => where);
};

const encoded = Buffer.from(`<svg><text>${CANARY}</text></svg>`).toString('base64');
const numbers = Array.from(CANARY, (sign) => `&#${sign.codePointAt(0)};`).join('');
const escaped = Array.from(CANARY, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`).join(
  '',
);

describe('words are found', () => {
  test.each([
    ['in running text', 'a.html', `<p>So ${CANARY}.</p>`, 'its text'],
    [
      'over the marks of a line',
      'a.html',
      `<p>${CANARY.replace('plovers', 'plo<b>ve</b>rs')}</p>`,
      'its text',
    ],
    ['over blocks', 'a.html', `<p>${CANARY.replace(' curlews', '</p><p>curlews')}</p>`, 'its text'],
    [
      'around the number of a note',
      'a.html',
      CANARY.replace(' curlews', '<sup><a href="#n">1</a></sup> curlews'),
      'its text',
    ],
    ['in what is set high', 'a.html', `<sup>${CANARY}</sup>`, 'what is set high'],
    ['in other signs between them', 'a.html', CANARY.replaceAll(' ', '\u00A0– '), 'its text'],
    ['with hyphens that are not seen', 'a.html', CANARY.replace('plo', 'plo\u00AD'), 'its text'],
    ['in capitals', 'a.html', CANARY.toUpperCase(), 'its text'],
    ['in letters by number', 'a.html', numbers, 'its text'],
    ['behind a name of a sign', 'a.html', CANARY.replaceAll(' ', '&nbsp;'), 'its text'],
    ['in a comment', 'a.html', `<!-- ${CANARY} -->`, 'a comment'],
    ['in a comment that does not end', 'a.html', `<!-- ${CANARY}`, 'a comment'],
    ['in an attribute', 'a.html', `<img alt="${CANARY}">`, '`alt` of `img`'],
    [
      'in an attribute without quotation marks',
      'a.html',
      `<img alt=${CANARY.replaceAll(' ', '_')}>`,
      '`alt` of `img`',
    ],
    [
      'behind a sign that looks like an end',
      'a.html',
      `<p title="a > b" data-x='${CANARY}'>`,
      '`data-x` of `p`',
    ],
    ['in an address', 'a.html', `<a href="?q=${encodeURIComponent(CANARY)}">`, '`href` of `a`'],
    [
      'in a drawing in an attribute',
      'a.html',
      `<img src="data:image/svg+xml;base64,${encoded}">`,
      '`src` of `img`',
    ],
    ['in a style sheet', 'a.html', `<style>p::before{content:"${CANARY}"}</style>`, 'its style sheet'],
    ['in a script', 'a.html', `<script>const a = "${escaped}";</script>`, 'a script'],
    ['in data of a page', 'a.html', `<script type="application/json">{"a":"${CANARY}"}</script>`, 'a script'],
    ['in a declaration', 'a.html', `<!doctype ${CANARY}>`, 'a declaration'],
    ['in a drawing', 'assets/a.svg', `<svg><title>${CANARY}</title></svg>`, 'its text'],
    ['in a feed', 'feed.xml', `<feed><![CDATA[${CANARY}]]></feed>`, 'its text'],
    ['in a plain text', 'a.txt', CANARY.replace(' curlews', '\ncurlews'), 'its text'],
    ['in a value of data', 'search.json', JSON.stringify([{ text: CANARY }]), '`text`'],
    ['in a key of data', 'search.json', JSON.stringify({ [CANARY]: 1 }), 'a key'],
    ['in data that is damaged', 'search.json', `{"a": "${CANARY}`, 'its text'],
    ['in a style sheet of its own', 'a.css', `/* ${CANARY} */`, 'its text'],
    ['in a file’s name', `${CANARY.replaceAll(' ', '-')}.png`, '', 'its name'],
    ['in a sort of file that nobody knows', 'a.strange', CANARY, 'its text'],
  ])('%s', async (_what, path, content, where) => {
    expect(await found(detectorOver(held(CANARY, NOBODY)), path, content)).toEqual([where]);
    const other = CANARY.split(' ').toReversed().join(' ');
    expect(await found(detectorOver(held(other, NOBODY)), path, content)).toEqual([]);
  });
});

describe('a text is known', () => {
  const kept = 'one kestrel two plovers and three lapwings came';

  test.each([
    ['by any six words in a row', 'two plovers and three lapwings came', 1],
    ['by numbers in figures', '2 plovers and 3 lapwings came', 1],
    ['not by five', 'plovers and three lapwings came', 0],
    ['not by its words in another order', 'came lapwings three and plovers two kestrel one', 0],
  ])('%s', async (_what, content, count) => {
    expect(await found(detectorOver(held(kept, NOBODY)), 'a.txt', content)).toHaveLength(count);
  });

  test.each([
    ['as a whole where it is shorter', 'a grey plover came', 1],
    ['not by a part of it', 'a grey dunlin and one plover', 0],
    ['not within longer words', 'a grey plovers', 0],
  ])('%s', async (_what, content, count) => {
    expect(await found(detectorOver(held('grey plover', NOBODY)), 'a.txt', content)).toHaveLength(count);
  });

  test.each(['31%', 'of the', '2015 to 2025', 'now'])('by none so common as “%s”', async (common) => {
    expect(await found(detectorOver(held(common, NOBODY)), 'a.txt', `See ${common} there.`)).toEqual([]);
  });

  test('by its id in attributes and data, and in text where it has a hyphen', async () => {
    const detector = detectorOver(held('', NOBODY, { names: ['plover', 'grey-plover'] }));
    expect(await found(detector, 'a.html', '<p>A plover, a grey plover.</p>')).toEqual([]);
    expect(await found(detector, 'a.html', '<p id="plover">')).toEqual(['`id` of `p`']);
    expect(await found(detector, 'a.html', '<a href="b.html#grey-plover">')).toEqual(['`href` of `a`']);
    expect(await found(detector, 'a.html', '<p>See grey-plover</p>')).toEqual(['its text']);
    expect(await found(detector, 'm.json', '{"passages":["plover"]}')).toEqual(['`0`']);
    expect(await found(detector, 'evidence/grey-plover.html', '')).toEqual(['its name']);
  });

  test('by where it leads, however the sentence ends', async () => {
    const detector = detectorOver(held('', NOBODY, { addresses: ['https://example.org/letter'] }));
    expect(await found(detector, 'a.txt', 'See https://example.org/letter/.')).toEqual(['its text']);
    expect(await found(detector, 'a.txt', 'See https://example.org/letters.')).toEqual([]);
  });
});

describe('no leak is what', () => {
  test.each([
    ['stands in a text for these readers', [held(`Then ${CANARY} came`, EVERYBODY)], CANARY],
    [
      'two texts for them say where they meet',
      [held('Seen: kestrels plovers', EVERYBODY), held('lapwings curlews herons wrens came', EVERYBODY)],
      CANARY,
    ],
    ['is cut off before other words', [held('x kestrels', EVERYBODY)], `kestrels … ${CANARY.slice(9)}`],
  ])('%s', async (_what, open, content) => {
    expect(await found(detectorOver(held(CANARY, NOBODY), ...open), 'a.txt', content)).toEqual([]);
  });

  test('and a text for them that says half of it excuses nothing', async () => {
    const open = held('Seen: kestrels plovers often', EVERYBODY);
    expect(await found(detectorOver(held(CANARY, NOBODY), open), 'a.txt', CANARY)).toEqual(['its text']);
  });
});
