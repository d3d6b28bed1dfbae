import { toString } from 'mdast-util-to-string';
import type { Root } from 'mdast';
import type { Place } from '../../diagnostics/place.ts';
import { fieldsOf } from '../../model/field.ts';
import { requestsIn } from '../../model/field-syntax.ts';
import { readersOf, type Passage } from '../../model/passage.ts';
import type { Project } from '../../model/project.ts';
import { passages } from '../examples.ts';
import { otherNumbers, says, type Measured } from '../measures/agrees.ts';
import type { Breach, Rule } from '../rule.ts';
import { isEnglish } from '../words.ts';

const measured = (value: string, text: string, { unit = '% of homes', more = '' } = {}) =>
  passages(
    `::::statistic{#homes period=2023 area=England unit="${unit}" locator="page 1" value=${value}${more}}\n${text}\n::::`,
  );

const OTHERS = 'Of all homes 33% are full.\n\n:::wording{for=press}\n';

const WELSH = 'Of all homes 33% are full.\n\n:::wording{lang=cy}\n';

export const otherNumber: Rule<'library'> = {
  id: 'other-number',
  level: 'error',
  scope: 'library',
  finds: 'A text, a wording or a `figure` that says another number than the `value` of its statistic',
  why: 'The number that was checked has to be the one that is read, in every wording.',
  examples: {
    ok: [
      measured('33.3', 'About **33%** of homes, one in three, are full.'),
      measured('33', `${OTHERS}A third of homes are full.\n:::`),
      measured('33', `${OTHERS}Homes are full.\n:::`),
      measured('33', `${WELSH}Mae un o bob tri chartref yn llawn, 33%, ac 1 o bob 3.\n:::`),
      measured('33', 'Mae un o bob tri chartref yn llawn.', { more: ' lang=cy status=draft' }),
      measured('-31', 'Homes are open for 31% fewer hours.', { unit: '% change' }),
      measured('335000000', 'It costs £335 million a year.', { unit: '£ a year', more: ' figure="£335m"' }),
    ],
    notOk: [
      measured('33', 'Of all homes 25% are full.'),
      measured('33', 'Many homes are full.'),
      measured('33', `${OTHERS}Half of all homes are full.\n:::`),
      measured('33', `${WELSH}Mae 34% yn llawn.\n:::`),
      measured('33', 'Of all homes 33%, not 34%, are full.', { more: ' figure="34%"' }),
    ],
  },
  *check({ project }): Iterable<Breach> {
    for (const passage of project.passages.values()) {
      const { value, unit } = passage.attributes;
      if (value && unit) yield* otherIn(project, passage, { value, unit });
    }
  },
};

function* otherIn(project: Project, passage: Passage, measured: Measured): Iterable<Breach> {
  const { id, text, wordings, attributes, place, places } = passage;
  const breach = (at: Place, what: string, said: readonly string[]): Breach => ({
    place: at,
    text: `\`${id}\` has the value ${measured.value} (${measured.unit}), and ${what} says ${said.length ? said.slice(0, 3).join(', ') : 'no such number'}`,
    remedy:
      'Write the same number in both, in figures or in words; rounded, say “about” or write the value with as many decimals.',
    related: [{ place: places['value'] ?? place, text: 'the value' }],
  });
  const own = plain(text);
  const isRead = isEnglish(project, passage, text);
  const inText = own === null ? null : otherNumbers(own, measured, isRead);
  if (inText || (own !== null && isRead && !says(own, measured)))
    yield breach(place, 'its text', inText ?? []);
  for (const wording of wordings) {
    const said = plain(wording.text);
    if (said === null || wording.whenMissing) continue;
    const others = otherNumbers(said, measured, isEnglish(project, passage, wording.text));
    if (others) yield breach(wording.place, `the wording ${readersOf(wording)}`, others);
  }
  const { figure = '' } = attributes;
  const others = requestsIn(figure).length ? null : otherNumbers(figure, measured);
  if (others) yield breach(places['figure'] ?? place, '`figure`', others);
}

/** Null where its numbers come from a table. */
const plain = (text: Root): string | null =>
  fieldsOf(text).length ? null : text.children.map((block) => toString(block)).join('\n');
