import type { Slot } from './template.ts';

/** What a slot asks of attributes, behind the kinds that it takes: e.g. ` with for=oral|written`. */
export const showWhere = ({ where }: Pick<Slot, 'where'>): string =>
  Object.entries(where)
    .map(([name, values]) => ` with ${name}=${values.join('|')}`)
    .join('');
