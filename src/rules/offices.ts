/** Offices as texts name them. */

import type { Holder, Office } from '../model/office.ts';
import { literal, WORD_BEGINS, WORD_ENDS } from './words.ts';

/** Words before an office that make another of it, or a past one. */
const OTHER = String.raw`(?<!\b(?:shadow|deputy|assistant|former|then|previous|late|ex)[\s-])`;

/** An office by any of its names, and no other that has one of these in its own. */
export const namesOffice = ({ name, also }: Pick<Office, 'name' | 'also'>): RegExp =>
  new RegExp(`${OTHER}${WORD_BEGINS}(?:${[name, ...also].map(literal).join('|')})${WORD_ENDS}`, 'iu');

/** Somebody by the name, whatever stands before and behind it. */
export const namesHolder = ({ name }: Pick<Holder, 'name'>): RegExp =>
  new RegExp(`${WORD_BEGINS}${literal(name)}${WORD_ENDS}`, 'iu');
