/** The labels at the end of lines: a figure with a name, over as many lines as it needs, none over another. */

import type { Element } from 'hast';
import { spread } from './spread.ts';
import { down, element, text, type Letters } from './svg.ts';

/** From one line of a label to the next, in ems. */
export const LINE = 1.2;

/** The most letters in a line of a label at the end of a line, and in one that has the whole width: on a telephone too. */
const LONGEST = 16;
const WIDEST = 28;

export interface EndLabel {
  readonly label: string;
  /** Where its line ends, in ems from the top. */
  readonly y: number;
  readonly own: boolean;
}

/** The room that labels take below each other, in ems. */
export const roomFor = (labels: readonly Pick<EndLabel, 'label'>[]): number =>
  labels.reduce((sum, { label }) => sum + wrapped(label, LONGEST).length * LINE, 0);

/** Sets labels beside the ends of their lines, at `x` per cent, within a height. */
export const endLabels = (
  labels: readonly EndLabel[],
  { x, dx, anchor }: { readonly x: number; readonly dx: number; readonly anchor: 'start' | 'end' },
  [top, bottom]: readonly [number, number],
): readonly Element[] => {
  const lines = labels.map(({ label }) => wrapped(label, LONGEST));
  const placed = labels.map(({ y }, index) => ({
    place: y - LINE / 2,
    height: (lines[index]?.length ?? 1) * LINE,
  }));
  const places = spread(placed, [top - LINE / 2, bottom + LINE / 2]);
  return labels.map(({ own }, index) => {
    const y = (places[index] ?? 0) + 0.95;
    return lettered(lines[index] ?? [], { x, y, dx, anchor, classes: [own ? 'own' : 'other'] });
  });
};

/** Names above each other's figures, over the whole width: each with the height of its lines, in ems. */
export const nameAbove = (name: string, top: number, classes: readonly string[]) => {
  const lines = wrapped(name, WIDEST);
  return { label: lettered(lines, { x: 0, y: top + 0.85, classes }), more: (lines.length - 1) * LINE };
};

/** A text of some lines. The space keeps the words apart where they are read as one. */
const lettered = ([first = '', ...others]: readonly string[], letters: Letters): Element => {
  const { y, dx = 0 } = letters;
  const label = text(others.length ? `${first} ` : first, letters);
  for (const [nth, part] of others.entries())
    label.children.push(
      element('tspan', { x: label.properties['x'], y: down(y + (nth + 1) * LINE), dx: down(dx) }, [
        { type: 'text', value: nth + 1 < others.length ? `${part} ` : part },
      ]),
    );
  return label;
};

/** A text in lines that are no longer than may be, as far as its words allow. */
const wrapped = (label: string, longest: number): readonly string[] => {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
};
