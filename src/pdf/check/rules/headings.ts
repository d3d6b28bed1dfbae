/** Headings count without gaps (Matterhorn 14). */

import type { Element } from '../../read/element.ts';
import type { Subject } from '../../read/subject.ts';
import { type PdfFault, ofType, type PdfRule, ua, wrong } from '../rule.ts';

/** The level of a numbered heading; null of anything else. `H7` and beyond are types of a file's own. */
const levelOf = ({ own, type }: Element): number | null => {
  const level = /^H([1-9]\d{0,2})$/u.exec(own)?.[1] ?? /^H([1-6])$/u.exec(type)?.[1];
  return level === undefined ? null : Number(level);
};

/** The numbered headings, each with the level of the one before it; 0 before the first. */
function* headings({ structure }: Subject): Generator<{ heading: Element; level: number; before: number }> {
  let before = 0;
  for (const heading of structure?.elements ?? []) {
    const level = levelOf(heading);
    if (level === null) continue;
    yield { heading, level, before };
    before = level;
  }
}

function* skipped(pdf: Subject): Generator<PdfFault> {
  for (const { heading, level, before } of headings(pdf))
    if (before && level > before + 1)
      yield wrong(heading, `a heading of level ${level} follows one of level ${before}`);
}

export const HEADING_RULES: readonly PdfRule[] = [
  ua('14-002', '7.4.2', 'Begin with a heading of level 1.', (pdf) =>
    [...headings(pdf)]
      .filter(({ level, before }) => !before && level !== 1)
      .map(({ heading, level }) => wrong(heading, `the first heading is of level ${level}`)),
  ),
  ua('14-003', '7.4.2', 'Leave no level of headings out.', skipped),
  ua('14-006', '7.4.4', 'Give each section one `H`.', (pdf) =>
    [...new Set(ofType(pdf, 'H').map(({ parent }) => parent))]
      .filter((parent) => parent !== null)
      .filter(({ children }) => children.filter(({ type }) => type === 'H').length > 1)
      .map((parent) => wrong(parent, 'more than one heading `H` in one element')),
  ),
  ua('14-007', '7.4.4', 'Use numbered headings, or `H`, throughout.', (pdf) => {
    const first = ofType(pdf, 'H').find((element) => levelOf(element) === null);
    const [numbered] = headings(pdf);
    return first && numbered ? [wrong(first, 'both `H` and numbered headings')] : [];
  }),
];
