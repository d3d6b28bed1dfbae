import * as fc from 'fast-check';

const from = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((code) => String.fromCodePoint(code));

/** Any sign of Unicode but those that steer: what fast-check has of its own takes half a second to be made. */
export const anySign = fc.oneof(from(0xa0, 0xd7ff), from(0xe000, 0x10ffff));

/** The same, and as often one of ASCII. */
export const commonSign = fc.oneof(from(0x20, 0x7e), anySign);
