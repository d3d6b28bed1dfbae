/** What stands wrongly on paper is told at the text that it is of, else at the template. */

import type { Spot } from '../world/world.ts';
import type { Breach } from './rule.ts';
import type { PrintedDocument } from './subjects.ts';
import { shownBy, textNamed } from './texts.ts';

/** A breach for each spot; `what` goes on from its words, e.g. `is wider than its column`. */
export const toldAt = (
  spots: readonly Spot[],
  { name, template, texts }: PrintedDocument,
  what: string,
  remedy: string,
): readonly Breach[] =>
  spots.map((spot) => {
    const text = textNamed(texts, spot.of);
    return {
      place: text?.place ?? template.place,
      text: `${quoted(spot)} ${what}, ${text ? `in ${text.name}, ` : ''}in ${name}`,
      remedy,
      ...(text && { related: [shownBy(template)] }),
    };
  });

/** A text in quotation marks; a tag speaks for itself. */
const quoted = ({ said }: Spot): string => (/^<[a-z].*>$/u.test(said) ? said : `“${said}”`);
