import { count } from '../../diagnostics/count.ts';
import type { Breach, Rule } from '../rule.ts';
import type { PrintedPage } from '../subjects.ts';

export const pageContract: Rule<'page'> = {
  id: 'page-contract',
  level: 'error',
  scope: 'page',
  isFixed: true,
  finds: 'A document of more or fewer pages than its template allows, or of a number that it does not',
  why: 'A brief that was promised on one side is read on one side, and a folded pack has four pages a sheet.',
  examples: {
    ok: [{ pages: 1 }],
    notOk: [{ pages: 2 }, { over: { height: 12.3, dropped: [], passages: [] } }],
  },
  check: (page) => (page.over ? [runsOver(page, page.over)] : miscounted(page)),
};

/** By how much a document runs over, and how tall its passages are, so that one sees what to cut. */
const runsOver = (
  page: PrintedPage,
  { height, dropped, passages }: NonNullable<PrintedPage['over']>,
): Breach => {
  const without = dropped.length ? ` and without ${dropped.map((id) => `\`${id}\``).join(', ')}` : '';
  const tallest = passages.toSorted((a, b) => b.height - a.height);
  return {
    place: page.place,
    text: `${page.name} runs ${height.toFixed(1)} mm over its ${count(page.pages, 'page')}, in its smallest type${without}`,
    remedy:
      'Shorten what is tall, give this audience shorter wordings, name fewer passages, or lower a slot’s `max` in the pack.',
    related: [
      contractOf(page),
      ...tallest.map(({ passage: { id, place, priority }, height: own }) => ({
        place,
        text: `\`${id}\` is ${own.toFixed(1)} mm tall, priority ${priority}`,
      })),
    ],
  };
};

const miscounted = (page: PrintedPage): readonly Breach[] => {
  const { min, max, multiple } = page.template.pages;
  const say = (asked: string, remedy: string): readonly Breach[] => [
    {
      place: page.place,
      text: `${page.name} has ${count(page.pages, 'page')}; its template ${asked}`,
      remedy,
      related: [contractOf(page)],
    },
  ];
  if (max !== null && page.pages > max)
    return say(
      `allows ${max}`,
      'Shorten its texts, or those of `sources/organisation.yaml` that it shows, give the audience shorter wordings, or lower a slot’s `max` in the pack.',
    );
  if (page.pages < min) return say(`asks for ${min} at least`, 'Let it hold more.');
  return page.pages % multiple ? say(`asks for a multiple of ${multiple}`, 'Let it hold more, or less.') : [];
};

const contractOf = ({ template: { id, pages } }: PrintedPage) => ({
  place: pages.place,
  text: `the contract of the template \`${id}\``,
});
