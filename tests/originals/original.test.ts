import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/model/verbatim.ts';
import { readOriginal } from '../../src/originals/original.ts';
import { runs } from '../runs.ts';
import { docx, paragraph, pdf } from './made.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const wordsOf = async (path: string, bytes: Uint8Array): Promise<string> => {
  const read = await readOriginal(path, bytes);
  if ('fault' in read) throw new Error(read.fault);
  return read.words;
};

const faultOf = async (path: string, bytes: Uint8Array): Promise<string> => {
  const read = await readOriginal(path, bytes);
  return 'fault' in read ? `${read.fault}: ${read.remedy}` : '';
};

describe('an original is read as its readers see it', () => {
  test.each<[string, string, Uint8Array | Promise<Uint8Array>, string]>([
    ['plain text', 'a.txt', bytesOf('\ufeffOne\r\ntwo.'), 'One two.'],
    ['plain text of Windows', 'a.TXT', Buffer.from('\ufeffOne’s two.', 'utf16le'), "One's two."],
    ['Markdown', 'a.md', bytesOf('One\n\ntwo.'), 'One two.'],
    [
      'a web page without what is not read',
      'a.html',
      bytesOf(
        '<title>No</title><style>no</style><script>no()</script><p>One <b>t</b>wo&nbsp;&mdash; three<br>four</p><!-- no --><noscript>no</noscript><ul><li>five<li>six</ul>',
      ),
      'One two–three four five six',
    ],
    ['a web page in an old encoding', 'a.htm', Buffer.from('<p>Caf\xe9 \x93one\x94', 'latin1'), "Café 'one'"],
    [
      'a web page in an encoding that it names',
      'a.html',
      Buffer.from('<meta charset="iso-8859-2"><p>\xb1', 'latin1'),
      'ą',
    ],
    [
      'a document of Word, with its notes',
      'a.docx',
      docx(paragraph('One t', 'wo.') + paragraph('Three &amp; four.'), paragraph('Five.')),
      'One two. Three & four. Five.',
    ],
    [
      'a document of Word with its changes accepted, and each box once',
      'a.docx',
      docx(
        `<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t><w:br/></w:r><w:del><w:r><w:delText>no</w:delText></w:r></w:del>` +
          `<w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom><w:ins><w:r><w:t>three</w:t></w:r></w:ins>` +
          `<mc:AlternateContent><mc:Choice><w:t> four</w:t></mc:Choice><mc:Fallback><w:t>four</w:t></mc:Fallback></mc:AlternateContent></w:p>`,
      ),
      'One two three four',
    ],
    ['a PDF', 'a.pdf', pdf([['One', 'two.'], ['Three.']]), 'One two. Three.'],
    [
      'a PDF without what runs through its pages',
      'a.pdf',
      pdf(
        [1, 2, 3].map((page) => [
          'The report',
          `is ${'one two six'.split(' ')[page - 1]}`,
          `Page ${page} of 3`,
        ]),
      ),
      'is one is two is six',
    ],
  ])('%s', async (_name, path, bytes, words) => {
    expect(await wordsOf(path, await bytes)).toBe(words);
  });

  test('a word that a PDF parts is one, with a hyphen that may be its own', async () => {
    expect(await wordsOf('a.pdf', await pdf([['the govern-', 'ment', 'of long-'], ['term']]))).toBe(
      'the govern\u00adment of long\u00adterm',
    );
  });

  test('the pages of a PDF are counted', async () => {
    expect(await readOriginal('a.pdf', await pdf([['One.'], ['Two.']]))).toEqual({
      words: 'One. Two.',
      pages: [0, 5],
    });
  });
});

describe('what can’t be read is told with what to do', () => {
  const word = docx(paragraph('One.'));
  test.each<[string, string, Uint8Array | Promise<Uint8Array>, RegExp]>([
    ['an empty file', 'a.pdf', new Uint8Array(), /^is empty: /u],
    ['a huge file', 'a.txt', new Uint8Array(51e6), /^is 51 MB; the most is 50 MB: /u],
    ['a text of blanks', 'a.txt', bytesOf(' \n'), /^holds no text/u],
    ['a text in another encoding', 'a.txt', Buffer.from('Caf\xe9', 'latin1'), /^is not UTF-8 text: .*UTF-8/u],
    ['bytes called a text', 'a.txt', bytesOf('\0\0'), /^is no text: /u],
    ['a PDF of pictures', 'a.pdf', pdf([[], []]), /^holds no text.*OCR/u],
    ['a PDF with a password', 'a.pdf', pdf([['One.']], 'secret'), /^is locked with a password: .*without/u],
    ['a PDF that is none', 'a.pdf', bytesOf('One.'), /^can’t be read as a PDF: /u],
    ['a document of Word that is none', 'a.docx', bytesOf('One.'), /^can’t be read as a document of Word: /u],
    ['a document of Word that is cut off', 'a.docx', word.subarray(0, 200), /^can’t be read as a document/u],
    ['a document of Word with broken XML', 'a.docx', docx('<w:p>'), /^can’t be read as a document of Word/u],
    ['a document of the old Word', 'a.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /^is locked.*`\.docx`/u],
    [
      'a web page without end',
      'a.html',
      bytesOf('<div>'.repeat(runs(50_000, 200_000))),
      /^(?:can’t be read|holds no text)/u,
    ],
  ])('%s', async (_name, path, bytes, fault) => {
    expect(await faultOf(path, await bytes)).toMatch(fault);
  });
});

describe('no bytes bring reading down', () => {
  test.each(['txt', 'html', 'docx', 'pdf'])('random ones, as %s', async (ending) => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), async (bytes) => {
        expect(await readOriginal(`a.${ending}`, bytes)).toBeTypeOf('object');
      }),
      { numRuns: runs(ending === 'pdf' ? 5 : 20, 500) },
    );
  });

  test.each<[string, () => Uint8Array | Promise<Uint8Array>]>([
    ['docx', () => docx(paragraph('One two three.'), paragraph('Four.'))],
    ['pdf', () => pdf([['One two three.'], ['Four.']])],
    ['html', () => bytesOf('<p>One <b>two</b> three.')],
  ])('a %s that is cut off, or damaged in a place', async (ending, make) => {
    const whole = await make();
    const broken = fc.record({ end: fc.nat(whole.length), at: fc.nat(whole.length), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(broken, async ({ end, at, byte }) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = byte;
        expect(await readOriginal(`a.${ending}`, damaged)).toBeTypeOf('object');
        expect(await readOriginal(`a.${ending}`, whole.subarray(0, end))).toBeTypeOf('object');
      }),
      { numRuns: runs(8, 500) },
    );
  });
});

describe('texts are compared', () => {
  test.each([
    ['whatever their blanks', 'one\u00a0 two\n\nthree', 'one two three'],
    ['whatever their quotation marks', '“One” ‘two’ «three» it’s', `"One" "two" "three" it's`],
    ['whatever their dashes', 'one—two 2019-20', 'one – two 2019–20'],
    ['whatever their ellipses', 'one... two . . . three', 'one… two … three'],
    ['whatever their ligatures', 'eﬃcient ﬂow', 'efficient flow'],
    ['whatever their soft hyphens', 'gov\u00adern\u200bment', 'government'],
  ])('%s', (_name, one, other) => {
    expect(comparable(one)).toBe(comparable(other));
  });

  test.each([
    ['by their letters', 'resign', 're-sign'],
    ['by their capitals', 'One', 'one'],
    ['by their commas', 'one, two', 'one two'],
    ['by their figures', '10', '100'],
    ['by the sign before a figure', '-1', '1'],
  ])('%s', (_name, one, other) => {
    expect(comparable(one)).not.toBe(comparable(other));
  });
});
