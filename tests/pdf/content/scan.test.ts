import { array, assert, constantFrom, letrec, oneof, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { edit } from '../../../src/pdf/content/edit.ts';
import { IDENTITY } from '../../../src/pdf/content/geometry.ts';
import { ContentLexer, markedContentId } from '../../../src/pdf/content/lexer.ts';
import { type ContentScan, scanContent } from '../../../src/pdf/content/scan.ts';
import { runs } from '../../runs.ts';

const scan = (text: string): ContentScan =>
  scanContent(Buffer.from(text, 'latin1'), {
    matrix: IDENTITY,
    middle: 400,
    isWithin: false,
    fontOf: () => null,
    draw: () => null,
  });

/** A stream with what the scan of it changes. */
const edited = (text: string): string =>
  Buffer.from(edit(Buffer.from(text, 'latin1'), scan(text))).toString('latin1');

const LAYOUT = '/Artifact <</Type /Layout>> BDC\n';

describe('what lies outside marked content', () => {
  test('becomes one artifact from the first to the last of what is painted', () => {
    expect(edited('0 g 1 0 m 2 3 l S 1 0 0 rg 0 0 9 9 re f 0 g')).toBe(
      `0 g ${LAYOUT}1 0 m 2 3 l S 1 0 0 rg 0 0 9 9 re f\nEMC 0 g`,
    );
  });

  test('takes along groups in which nothing is marked', () => {
    expect(edited('q 0 0 9 9 re f Q q /X1 Do Q')).toBe(`${LAYOUT}q 0 0 9 9 re f Q q /X1 Do Q\nEMC`);
  });

  test('ends before marked content, and lies within a group that has such', () => {
    const marked = '/P <</MCID 0>> BDC 1 1 2 2 re f EMC';
    expect(edited(`q 0 0 9 9 re f ${marked} 0 0 9 9 re f Q`)).toBe(
      `q ${LAYOUT}0 0 9 9 re f\nEMC ${marked} ${LAYOUT}0 0 9 9 re f\nEMC Q`,
    );
  });

  test('is whole text objects, but where these hold marked content too', () => {
    expect(edited('BT /F1 9 Tf (a) Tj ET')).toContain('BDC\nBT /F1 9 Tf (a) Tj ET\nEMC');
    expect(edited('BT (a) Tj /P <</MCID 0>> BDC (b) Tj EMC (c) Tj ET')).toMatch(
      /^BT \/Artifact .*BDC\n\(a\) Tj\nEMC \/P .* BDC \(b\) Tj EMC \/Artifact .*BDC\n\(c\) Tj\nEMC ET$/su,
    );
  });

  test('is a running head or foot where text stands above or below what is clipped', () => {
    const at = (height: number) => edited(`BT 1 0 0 1 0 ${height} Tm (a) Tj ET`);
    expect(at(800)).toContain('/Type /Pagination /Subtype /Header');
    expect(at(20)).toContain('/Type /Pagination /Subtype /Footer');
    expect(edited('0 0 9 9 re W n BT (a) Tj ET')).toContain('/Type /Layout');
  });

  test('is no artifact where it paints nothing', () => {
    for (const text of ['', 'q 0 0 9 9 re W n Q', 'BT /F1 9 Tf ET', '/P <</MCID 0>> BDC EMC'])
      expect(edited(text)).toBe(text);
  });
});

describe('marked content', () => {
  test('tells what is painted in it, and where', () => {
    const { sequences } = scan(
      '2 0 0 2 0 0 cm /P <</MCID 3>> BDC 1 2 m 5 9 l S EMC /P <</MCID 4>> BDC BT (a) Tj ET /X Do EMC',
    );
    expect(sequences.get(3)).toMatchObject({
      holdsPath: true,
      holdsText: false,
      bounds: { left: 2, bottom: 4, right: 10, top: 18 },
    });
    expect(sequences.get(4)).toMatchObject({ holdsPath: false, holdsText: true, holdsImage: true });
  });

  test('becomes an artifact where it shall', () => {
    const text = '/P <</MCID 0>> BDC 0 0 9 9 re f EMC';
    const found = scan(text);
    for (const sequence of found.sequences.values()) sequence.isArtifact = true;
    expect(Buffer.from(edit(Buffer.from(text), found)).toString()).toBe(
      '/Artifact <</Type /Layout>> BDC 0 0 9 9 re f EMC',
    );
  });
});

test('every stream becomes one in which all is marked, once, and properly nested', () => {
  // As Chrome writes: marked content may begin in one group and end in another, text objects hold ligatures.
  const { stream } = letrec<{ stream: string; piece: string }>((tie) => ({
    stream: array(oneof({ withCrossShrink: true }, tie('piece'), tie('piece')), { maxLength: 6 }).map((all) =>
      all.join(' '),
    ),
    piece: oneof(
      { maxDepth: 4 },
      constantFrom('0 0 9 9 re f', 'n', '0 g', '/X1 Do', '0 0 9 9 re W n', '1 0 0 1 0 5 cm'),
      constantFrom('BT (a) Tj (b) Tj ET', 'BT (a) Tj /Span <</ActualText (fi)>> BDC (b) Tj EMC ET'),
      constantFrom('BT (a) Tj /P <</MCID 1>> BDC (b) Tj EMC (c) Tj ET', 'BT ET'),
      tie('stream').map((inner) => `q ${inner} Q`),
      constantFrom(
        '/P <</MCID 0>> BDC 0 0 1 1 re f BT (x) Tj ET EMC',
        '/P <</MCID 0>> BDC q n EMC 9 w /X1 Do Q',
      ),
      constantFrom('q /P <</MCID 0>> BDC /X1 Do Q q EMC 0 0 1 1 re f Q'),
    ),
  }));
  assert(
    property(stream, (text) => {
      const lexer = new ContentLexer(Buffer.from(edited(text), 'latin1'));
      const open: string[] = [];
      const inText: number[] = [];
      while (lexer.next()) {
        const { operator } = lexer;
        if (operator === 'BDC') {
          const isArtifact = lexer.name(0) === 'Artifact';
          const kind = isArtifact ? 'artifact' : markedContentId(lexer.source(1)) === null ? '' : 'marked';
          if (kind) expect(open.filter(Boolean)).toEqual([]);
          open.push(kind);
        }
        if (operator === 'EMC') {
          expect(open.length).toBeGreaterThan(inText.at(-1) ?? 0);
          open.pop();
        }
        if (operator === 'BT') inText.push(open.length);
        if (operator === 'ET') expect(open.length).toBe(inText.pop());
        if (['f', 'Tj', 'Do'].includes(operator)) expect(open.filter(Boolean)).toHaveLength(1);
      }
      expect(open).toEqual([]);
    }),
    { numRuns: runs(500, 20_000) },
  );
});
