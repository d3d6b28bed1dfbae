import { startOf } from '../diagnostics/place.ts';
import type { Breach } from './rule.ts';
import type { RenderedPage } from './subjects.ts';

/** What is wrong with a page is its template's doing. */
export const inPage = ({ file, document }: RenderedPage, text: string, remedy: string): Breach => ({
  place: startOf(file),
  text: `${text}, in ${document}`,
  remedy,
});
