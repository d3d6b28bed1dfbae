import { distance } from 'fastest-levenshtein';

/** Whether a name that is not known may be this one mistyped: what is missing is then said under that name, once. */
export const alike = (unknown: string, wanted: string): boolean => distance(unknown, wanted) <= 2;
