import type { Message } from './message.ts';

/** Orders texts by code unit: the same everywhere, whatever the machine's language. */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Orders messages by file, line and column; those without a place come first. */
export const byPlace = ({ place: a }: Message, { place: b }: Message): number =>
  byCodeUnit(a?.file ?? '', b?.file ?? '') ||
  (a?.line ?? 0) - (b?.line ?? 0) ||
  (a?.column ?? 0) - (b?.column ?? 0);
