/** Offices and those who hold them, as texts name them. */

import type { Holder, Office } from '../model/office.ts';
import { literal, WORD_BEGINS, WORD_ENDS } from './words.ts';

type NamedInOffice = Pick<Office, 'name' | 'also'>;
type Called = Pick<Holder, 'name'>;

/** A name, however its apostrophes are written. */
const written = (name: string): string => literal(name).replaceAll(/['’]/gu, "['’]");

/** Words before an office that make another of it, or one of another time or country. */
const OTHER = String.raw`(?<!\b(?:shadow|deputy|assistant|acting|interim|former|then|previous|last|late|outgoing|ex|as|when|while|welsh|scottish|irish)[\s-](?:the\s)?)`;

/** What stands behind an office that goes on to be another, or is over, or is somebody’s who has it: “the minister’s adviser”. */
const GOES_ON = String.raw`(?!,?\s\(?(?:and|&|in|of|for|at|until|till|before|from|under|elect|designate|welsh|scottish|northern)(?!\p{L})|-(?:elect|designate)|['’](?:s(?!\p{L})|\s\p{L}))`;

const office = ({ name, also }: NamedInOffice): string =>
  `${OTHER}${WORD_BEGINS}(?:${[name, ...also].map(written).join('|')})${WORD_ENDS}${GOES_ON}`;

const holder = ({ name }: Called): string => `${WORD_BEGINS}${written(name)}${WORD_ENDS}(?!['’]s(?!\\p{L}))`;

/** What may stand between the two where one names the other: “the Minister for Homes, the Rt Hon Ann Okoro”. */
const BETWEEN = String.raw`(?:\s*[,(–—-]|\sMP\b|\s(?:who\s)?(?:is|remains)\b|\s(?:the|our|new|current|present|Rt\.?\sHon\.?|Right\sHonourable|Dr|Prof(?:essor)?|Sir|Dame|Lord|Lady|Baroness|Mrs?|Ms)\b\.?)*\s?`;

/** Whether a role is an office by any of its names, beginning as one or behind others: no adviser’s to it. */
export const isOffice = (role: string, one: NamedInOffice): boolean =>
  new RegExp(String.raw`(?:^|[,;(/]\s?|\s(?:and|&)\s)(?:(?:the|our)\s)?${office(one)}`, 'iu').test(role);

/** Whether a text names somebody with an office, side by side. */
export const namesAs = (text: string, called: Called, one: NamedInOffice): boolean =>
  new RegExp(
    `${holder(called)}${BETWEEN}${office(one)}|${office(one)}${BETWEEN}${holder(called)}`,
    'iu',
  ).test(text);

/** Whether a text has somebody’s name, whatever stands before and behind it. */
export const namesHolder = (text: string, called: Called): boolean =>
  new RegExp(holder(called), 'iu').test(text);
