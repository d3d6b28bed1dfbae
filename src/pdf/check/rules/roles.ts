/** Types of a file's own lead to standard ones (Matterhorn 02). */

import { isStandard } from '../../read/role-map.ts';
import { type PdfRule, ua, wrong } from '../rule.ts';
import type { Subject } from '../../read/subject.ts';

const mapped = ({ structure }: Subject): [string, string][] => [...(structure?.roles.entries ?? [])];

export const ROLE_RULES: readonly PdfRule[] = [
  ua('02-001', '7.1', 'Map every type of your own to a standard type.', ({ structure }) => {
    const strange = new Map(
      structure?.elements
        .filter(({ own }) => structure.roles.standard(own) === null)
        .map((element) => [element.own, element]),
    );
    return [...strange.values()].map((element) =>
      wrong(element, `the structure type \`${element.own}\` stands for no standard type`),
    );
  }),
  ua('02-003', '7.1', 'Let the role map end in a standard type.', (pdf) =>
    mapped(pdf)
      .filter(([type]) => pdf.structure?.roles.isCircular(type))
      .map(([type]) => ({ text: `the role map leads from \`${type}\` in a circle` })),
  ),
  ua('02-004', '7.1', 'Take standard types out of the role map.', (pdf) =>
    mapped(pdf)
      .filter(([type, role]) => isStandard(type) && role !== type)
      .map(([type, role]) => ({ text: `the standard type \`${type}\` is mapped to \`${role}\`` })),
  ),
];
