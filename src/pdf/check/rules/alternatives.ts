/** What can't be read aloud has words in its place; notes can be told apart (Matterhorn 13, 17, 19). */

import type { Element } from '../../read/element.ts';
import { textAt } from '../../read/objects.ts';
import type { Subject } from '../../read/subject.ts';
import { type PdfFault, ofType, type PdfRule, ua, wrong } from '../rule.ts';

/** Whether nothing is read in an element's place: neither alternative nor replacement text. */
const isMute = ({ dict }: Element): boolean =>
  !textAt(dict, 'Alt')?.trim() && textAt(dict, 'ActualText') === undefined;

function* repeatedNotes(pdf: Subject): Generator<PdfFault> {
  const known = new Set<string>();
  for (const note of ofType(pdf, 'Note')) {
    const id = textAt(note.dict, 'ID');
    if (id && known.has(id)) yield wrong(note, `two notes have the identifier \`${id}\``);
    if (id) known.add(id);
  }
}

export const ALTERNATIVE_RULES: readonly PdfRule[] = [
  ua('13-004', '7.3', 'Give each figure alternative text.', (pdf) =>
    ofType(pdf, 'Figure')
      .filter(isMute)
      .map((figure) => wrong(figure, 'a figure without alternative text')),
  ),
  ua('17-002', '7.7', 'Give each formula alternative text.', (pdf) =>
    ofType(pdf, 'Formula')
      .filter(isMute)
      .map((formula) => wrong(formula, 'a formula without alternative text')),
  ),
  ua('19-003', '7.9', 'Give each note an identifier.', (pdf) =>
    ofType(pdf, 'Note')
      .filter(({ dict }) => !textAt(dict, 'ID'))
      .map((note) => wrong(note, 'a note without an identifier')),
  ),
  ua('19-004', '7.9', 'Give each note an identifier of its own.', repeatedNotes),
];
