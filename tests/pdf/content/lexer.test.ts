import { array, assert, constantFrom, oneof, property, uint8Array } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ContentLexer, markedContentId } from '../../../src/pdf/content/lexer.ts';
import { runs } from '../../runs.ts';

const lexerOf = (text: string) => new ContentLexer(Buffer.from(text, 'latin1'));

/** Each operator with its operands as they are written. */
const read = (text: string): string[][] => {
  const lexer = lexerOf(text);
  const found: string[][] = [];
  while (lexer.next())
    found.push([lexer.operator, ...Array.from({ length: lexer.count }, (_, index) => lexer.source(index))]);
  return found;
};

const first = (text: string): ContentLexer => {
  const lexer = lexerOf(text);
  expect(lexer.next()).toBe(true);
  return lexer;
};

describe('operators', () => {
  test('come in order, each with its operands', () => {
    expect(read('q 1 0 0 -1 0 841.89 cm\n/F4 12 Tf[(A)-3<42>]TJ ET Q')).toEqual([
      ['q'],
      ['cm', '1', '0', '0', '-1', '0', '841.89'],
      ['Tf', '/F4', '12'],
      ['TJ', '[(A)-3<42>]'],
      ['ET'],
      ['Q'],
    ]);
  });

  test('may touch what stands beside them', () => {
    expect(read('/P <</MCID 0 >>BDC(a)Tj<00>Tj/G3 gs')).toEqual([
      ['BDC', '/P', '<</MCID 0 >>'],
      ['Tj', '(a)'],
      ['Tj', '<00>'],
      ['gs', '/G3'],
    ]);
  });

  test('know where they lie', () => {
    const text = '  1 2 m % a comment\n f*';
    const lexer = lexerOf(text);
    lexer.next();
    expect(text.slice(lexer.start, lexer.end)).toBe('1 2 m');
    lexer.next();
    expect(text.slice(lexer.start, lexer.end)).toBe('f*');
    expect(lexer.next()).toBe(false);
    expect(lexer.next()).toBe(false);
  });

  test('are none of the words for true, false and null, nor what stands in a comment', () => {
    expect(read('/X true DP null % Q\rn')).toEqual([
      ['DP', '/X', 'true'],
      ['n', 'null'],
    ]);
  });

  test('have one that takes an image with its data', () => {
    expect(read('q BI /W 1 /H 1 ID \x00 EIEI (\xff EI Q')).toEqual([['q'], ['BI'], ['Q']]);
    expect(read('BI /W 1 ID never ends')).toEqual([['BI']]);
  });

  test('keep to brackets within strings, arrays and dictionaries', () => {
    expect(read('(a(b)\\)c) Tj')).toEqual([['Tj', '(a(b)\\)c)']]);
    expect(read('/P <</A [(]>>) <3E>] /B <</C 1>> >> BDC')).toEqual([
      ['BDC', '/P', '<</A [(]>>) <3E>] /B <</C 1>> >>'],
    ]);
  });

  test('end where nothing is closed', () => {
    for (const text of ['(a', '<00', '[1 2', '<</A 1', '/P <<', '[(a]'])
      expect(read(`${text} Tj`)).toEqual([]);
    expect(read(') ] >> } Tj')).toHaveLength(1);
  });

  test('are found in any bytes without a fault, each behind the last', () => {
    const marks = constantFrom(
      ...Array.from('()<>[]{}/%\\ \n'),
      'BI ',
      ' EI ',
      'true',
      '1.5',
      'Tj ',
      '<<',
      '>>',
      '#4',
    );
    const texts = oneof(
      array(marks).map((all) => all.join('')),
      uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    assert(
      property(texts, (text) => {
        const lexer = lexerOf(text);
        let last = 0;
        while (lexer.next()) {
          expect(lexer.start).toBeGreaterThanOrEqual(last);
          expect(lexer.end).toBeGreaterThan(lexer.start);
          for (let index = 0; index < lexer.count; index += 1) {
            expect(lexer.number(index)).not.toBeNaN();
            lexer.strings(index);
            lexer.name(index);
          }
          last = lexer.end;
        }
        expect(lexer.end).toBe(Buffer.from(text, 'latin1').length);
      }),
      { numRuns: runs(500, 20_000) },
    );
  });
});

describe('operands', () => {
  test('are numbers', () => {
    const lexer = first('-1.50 .5 +3 4. 0 -.25 /N m');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((index) => lexer.number(index))).toEqual([
      -1.5, 0.5, 3, 4, 0, -0.25, 0, 0,
    ]);
  });

  test('are names', () => {
    const lexer = first('/F4 /A#20B / 1 x');
    expect([0, 1, 2, 3, 4].map((index) => lexer.name(index))).toEqual(['F4', 'A B', '', '', '']);
  });

  test('are strings, alone and in arrays', () => {
    const lexer = first('(a\\(\\n\\101\\7\\\r\nb) <4 1 4> [(x) 3 <00ff> (y(z))] 5 x');
    const texts = (index: number) =>
      lexer.strings(index).map((bytes) => Buffer.from(bytes).toString('latin1'));
    expect(texts(0)).toEqual(['a(\nA\x07b']);
    expect(texts(1)).toEqual(['A@']);
    expect(texts(2)).toEqual(['x', '\x00\xff', 'y(z)']);
    expect(texts(3)).toEqual([]);
  });

  test('of marked content have its number, or none', () => {
    expect(markedContentId('<</Lang (en) /MCID 12 >>')).toBe(12);
    expect(markedContentId('<</Type /Layout>>')).toBeNull();
    expect(markedContentId('/P3')).toBeNull();
  });
});
