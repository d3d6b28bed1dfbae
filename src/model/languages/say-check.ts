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
