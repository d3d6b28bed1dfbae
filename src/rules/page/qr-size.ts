import type { Rule } from '../rule.ts';
import { UNMEASURED } from '../subjects.ts';

/** Millimetres, quiet zone apart. */
const LEAST = 20;

const coded = (width: number) => ({ measures: { ...UNMEASURED, codes: [{ width, crowded: null }] } });

export const qrSize: Rule<'page'> = {
  id: 'qr-size',
  level: 'warning',
  scope: 'page',
  finds: `A QR code of less than ${LEAST} mm, its quiet zone apart`,
  why: 'Telephones fail to read smaller ones at arm’s length.',
  examples: { ok: [coded(LEAST)], notOk: [coded(LEAST - 0.1)] },
  check: ({ name, template, measures }) =>
    measures.codes
      .filter(({ width }) => width < LEAST)
      .map(({ width }) => ({
        place: template.place,
        text: `The QR code is ${width.toFixed(1)} mm wide without its quiet zone, in ${name}; expected ${LEAST} mm at least`,
        remedy: 'Let the style sheet print it larger.',
      })),
};
