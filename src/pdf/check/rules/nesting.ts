/** Lists, tables of contents, tables, ruby and warichu hold what they may hold (Matterhorn 09). */

import { ofType, type PdfFault, type PdfRule, ua, wrong } from '../rule.ts';
import type { Subject } from '../../read/subject.ts';
import { unevenTables } from './tables.ts';

/** What each type may hold, and what it may stand in, of those for which ISO 32000-1 says so. */
interface Nesting {
  readonly holds: Readonly<Record<string, readonly string[]>>;
  readonly standsIn: Readonly<Record<string, readonly string[]>>;
}

/** ISO 32000-1, 14.8.4.3.4, table 337. */
const TABLE: Nesting = {
  holds: {
    Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
    THead: ['TR'],
    TBody: ['TR'],
    TFoot: ['TR'],
    TR: ['TH', 'TD'],
  },
  standsIn: {
    THead: ['Table'],
    TBody: ['Table'],
    TFoot: ['Table'],
    TR: ['Table', 'THead', 'TBody', 'TFoot'],
    TH: ['TR'],
    TD: ['TR'],
  },
};

/** ISO 32000-1, 14.8.4.3.3, table 336. */
const LIST: Nesting = {
  holds: { L: ['L', 'LI', 'Caption'], LI: ['Lbl', 'LBody'] },
  standsIn: { LI: ['L'], LBody: ['LI'] },
};

/** ISO 32000-1, 14.8.4.2, table 333. */
const CONTENTS: Nesting = {
  holds: { TOC: ['TOC', 'TOCI', 'Caption'], TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC'] },
  standsIn: { TOCI: ['TOC'] },
};

/** ISO 32000-1, 14.8.4.4.3, table 338. */
const RUBY: Nesting = {
  holds: { Ruby: ['RB', 'RT', 'RP'] },
  standsIn: { RB: ['Ruby'], RT: ['Ruby'], RP: ['Ruby'] },
};

const WARICHU: Nesting = {
  holds: { Warichu: ['WT', 'WP'] },
  standsIn: { WT: ['Warichu'], WP: ['Warichu'] },
};

function* misplaced(pdf: Subject, { holds, standsIn }: Nesting): Generator<PdfFault> {
  for (const [type, allowed] of Object.entries(holds))
    for (const element of ofType(pdf, type))
      for (const child of element.children)
        if (!allowed.includes(child.type)) yield wrong(child, `${child.own} directly within ${element.own}`);
  for (const [type, allowed] of Object.entries(standsIn))
    for (const element of ofType(pdf, type))
      if (!element.parent || !allowed.includes(element.parent.type))
        yield wrong(
          element,
          `${element.own} in ${element.parent?.own ?? 'no element'}, not in ${allowed[0]}`,
        );
}

/** The caption of a list, or of a table of contents, is its first part and there is no other. */
function* lateCaptions(pdf: Subject, type: string): Generator<PdfFault> {
  for (const { own, children } of ofType(pdf, type))
    for (const child of children.slice(1))
      if (child.type === 'Caption') yield wrong(child, `a caption that is not the first part of ${own}`);
}

/** Captions are first or last; a table holds rows, or bodies of rows with one head and one foot at most. */
function* oddTables(pdf: Subject): Generator<PdfFault> {
  for (const table of ofType(pdf, 'Table')) {
    const captions = table.children.filter(({ type }) => type === 'Caption');
    const isOutside = captions[0] === table.children[0] || captions[0] === table.children.at(-1);
    if (captions.length > 1 || (captions[0] && !isOutside))
      yield wrong(table, 'a table’s caption is neither its first nor its last part');
    const count = (part: string): number => table.children.filter(({ type }) => type === part).length;
    for (const part of ['THead', 'TFoot']) {
      if (count(part) > 1) yield wrong(table, `a table with more than one ${part}`);
      if (count(part) && !count('TBody')) yield wrong(table, `a table with ${part} and without TBody`);
    }
    if (count('TBody') && count('TR')) yield wrong(table, 'a table with rows within TBody and beside it');
  }
}

export const NESTING_RULES: readonly PdfRule[] = [
  ua('09-004', '7.2', 'Build tables of rows, and rows of cells.', (pdf) => [
    ...misplaced(pdf, TABLE),
    ...oddTables(pdf),
    ...unevenTables(pdf),
  ]),
  ua('09-005', '7.2', 'Build lists of items (`LI`), and items of label and body.', (pdf) => [
    ...misplaced(pdf, LIST),
    ...lateCaptions(pdf, 'L'),
  ]),
  ua('09-006', '7.2', 'Build tables of contents of entries (`TOCI`).', (pdf) => [
    ...misplaced(pdf, CONTENTS),
    ...lateCaptions(pdf, 'TOC'),
  ]),
  ua('09-007', '7.2', 'Build `Ruby` of `RB`, `RT` and `RP`.', (pdf) => misplaced(pdf, RUBY)),
  ua('09-008', '7.2', 'Build `Warichu` of `WT` and `WP`.', (pdf) => misplaced(pdf, WARICHU)),
];
