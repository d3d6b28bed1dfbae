import { nearest } from '../diagnostics/nearest.ts';

/** What an exhibit is called. */
export const EXHIBITS = ['chart', 'table'] as const;

export type ExhibitName = (typeof EXHIBITS)[number];

/** A line that is an exhibit, or was meant as one. */
export interface ExhibitLine {
  readonly name: ExhibitName;
  /** Where its colons stand, from 0. */
  readonly index: number;
  /** Whether it is written as it should be, its attributes apart. */
  readonly wellFormed: boolean;
}

/** Up to three colons, or what a word processor made of them, then a name; a passage has four. */
const MEANT = /^(?<before>[\s>*+-]*)(?<marks>[:：∶]{1,3})(?<space>\s*)(?<name>\p{L}+)(?<rest>\s*\{.*|\s*)$/u;

/** Reads a line as an exhibit; null where it is not meant as one. `kinds` are the names that fences may have. */
export const exhibitLine = (text: string, kinds: ReadonlySet<string>): ExhibitLine | null => {
  const { before = '', marks = '', space = '', name = '', rest = '' } = MEANT.exec(text)?.groups ?? {};
  const isFence = kinds.has(name) && marks !== '::';
  const near = name && !isFence ? nearest(name, [...EXHIBITS, ...kinds]) : null;
  const meant = EXHIBITS.find((each) => each === near);
  if (!meant) return null;
  const wellFormed = !before && marks === '::' && !space && name === meant && rest.startsWith('{');
  return { name: meant, index: before.length, wellFormed };
};
