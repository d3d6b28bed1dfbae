/** The charts of a document, as rules look at them. */

import type { Root } from 'mdast';
import type { Place } from '../diagnostics/place.ts';
import type { Chart } from '../model/chart.ts';
import { visit } from '../model/visit.ts';
import type { ComposedDocument } from './subjects.ts';

/** Each chart with where it was written. */
export function* chartsIn({ project, document }: ComposedDocument): Iterable<{
  readonly chart: Chart;
  readonly place: Place;
}> {
  for (const { items } of document.sections)
    for (const { passage, text } of items) {
      const written = project.passages.get(passage)?.place;
      if (!written) continue;
      for (const chart of chartsOf(text)) {
        const { line, column } = chart.position?.start ?? written;
        yield { chart, place: { file: written.file, line, column } };
      }
    }
}

const chartsOf = (text: Root): readonly Chart[] => {
  const found: Chart[] = [];
  visit(text, 'chart', (chart) => void found.push(chart));
  return found;
};
