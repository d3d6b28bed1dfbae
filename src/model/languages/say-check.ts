import type { PassedCheck } from '../evidence.ts';
import type { Language } from './language.ts';
import { showDate } from './languages.ts';

/** A check that was passed, as a sentence. */
export const sayCheck = (passed: PassedCheck, language: Language): string => {
  const { checks } = language.evidence;
  switch (passed.is) {
    case 'quotation':
    case 'rests-on':
      return checks[passed.is](passed.page);
    case 'number':
      return checks.number(passed.several);
    case 'sum':
      return checks.sum(passed.sum);
    case 'reviewed':
    case 'holds':
      return checks[passed.is](showDate(passed.until, language));
    case 'standing':
      return checks.standing(showDate(passed.on, language));
    case 'whole':
    case 'pinned':
    case 'figure':
    case 'measure':
      return checks[passed.is];
  }
};

/** Each check, with pages, days and a sum of nobody's. */
const SAMPLES: readonly PassedCheck[] = [
  { is: 'quotation', page: null },
  { is: 'quotation', page: 1 },
  { is: 'whole' },
  { is: 'rests-on', page: null },
  { is: 'rests-on', page: 1 },
  { is: 'pinned' },
  { is: 'number', several: true },
  { is: 'number', several: false },
  { is: 'figure' },
  { is: 'measure' },
  { is: 'sum', sum: null },
  { is: 'sum', sum: { terms: '1 + 1', result: '2' } },
  { is: 'reviewed', until: '2000-01-01' },
  { is: 'holds', until: '2000-01-01' },
  { is: 'standing', on: '2000-01-01' },
];

/** All that checks say in a language, whatever passage they are of. */
export const saidByChecks = (language: Language): readonly string[] =>
  SAMPLES.map((one) => sayCheck(one, language));
