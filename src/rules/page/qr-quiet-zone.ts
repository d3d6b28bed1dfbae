import type { Rule } from '../rule.ts';
import { UNMEASURED } from '../subjects.ts';

const coded = (crowded: string | null) => ({
  measures: { ...UNMEASURED, codes: [{ width: 20, crowded }] },
});

export const qrQuietZone: Rule<'page'> = {
  id: 'qr-quiet-zone',
  level: 'warning',
  scope: 'page',
  finds: 'Something in the light field around a QR code, which is four modules wide',
  why: 'ISO/IEC 18004:2015 asks for that field: without it telephones don’t find the code.',
  examples: { ok: [coded(null)], notOk: [coded('“example.org/homes”')] },
  check: ({ name, template, measures }) =>
    measures.codes.flatMap(({ crowded }) =>
      crowded === null
        ? []
        : {
            place: template.place,
            text: `${crowded} stands in the quiet zone of the QR code, which is four modules wide, in ${name}`,
            remedy: 'Leave the light field around the code free.',
          },
    ),
};
