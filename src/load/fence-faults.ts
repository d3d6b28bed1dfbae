import { error, type Message, type Related } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { ExhibitName } from './exhibit-line.ts';
import type { Opening } from './opening.ts';

/** What is said of fences that do not fit together: each names both lines, where two matter. */

const colons = (length: number): string => `\`${':'.repeat(length)}\``;

const opensAt = ({ name, place }: Opening): Related => ({ place, text: `\`${name}\` opens here` });

/** `by` is the fence that shows it: the next opening, or the closing one of the passage round it. */
export const notClosed = (opening: Opening, by: { when: string; related?: Related }): Message =>
  error('not-closed', opening.place, `\`${opening.name}\` is not closed ${by.when}`, {
    remedy: `Close it with ${colons(opening.length)} on a line of its own.`,
    ...(by.related && { related: [by.related] }),
  });

export const tooShort = (opening: Opening, place: Place): Message =>
  error(
    'fence-length',
    place,
    `This closes nothing: \`${opening.name}\` of line ${opening.line} is closed by ${opening.length} colons`,
    {
      remedy: `Close it with ${colons(opening.length)}; if this was to close a wording, the wording’s first line is missing.`,
      related: [opensAt(opening)],
    },
  );

export const tooLong = (wording: Opening, passage: Opening): Message =>
  error(
    'fence-length',
    wording.place,
    `A wording’s fence has to be shorter than its passage’s: here ${wording.length} colons stand within ${passage.length}`,
    {
      remedy: 'Write the passage’s fences with four colons, the wording’s with three.',
      related: [opensAt(passage)],
    },
  );

export const nested = (inner: Opening, outer: Opening): Message =>
  error('misplaced-fence', inner.place, `\`${inner.name}\` cannot stand within \`${outer.name}\``, {
    remedy: 'Close the one before the other begins.',
    related: [opensAt(outer)],
  });

export const strayWording = (opening: Opening): Message =>
  error('misplaced-fence', opening.place, 'This wording stands in no passage', {
    remedy: 'Write wordings at the end of a passage, before the fence that closes it.',
  });

export const strayFence = (place: Place): Message =>
  error('stray-fence', place, 'This fence closes nothing', {
    remedy: 'Delete it, or write the line that opens the passage: `::::kind{#id …}`.',
  });

export const misshapenFence = (place: Place, length: number): Message =>
  error(
    'closing-fence',
    place,
    'This does not close anything yet: a closing fence is a line of colons and nothing else',
    {
      remedy: `Write ${colons(length)} at the start of a line of its own.`,
    },
  );

export const textAfterWording = (place: Place, passage: Opening): Message =>
  error('text-after-wording', place, 'Text stands behind a wording', {
    remedy: 'Put the passage’s own text before its first wording.',
    related: [opensAt(passage)],
  });

const exhibitForm = (name: ExhibitName): string =>
  `Write it within a passage, on a line of its own and from its first column: \`::${name}{of=…}\`.`;

export const misshapenExhibit = (place: Place, name: ExhibitName): Message =>
  error('exhibit', place, `A ${name} of figures is meant here and is not read as one`, {
    remedy: exhibitForm(name),
  });

export const exhibitOutside = (place: Place, name: ExhibitName): Message =>
  error('exhibit', place, `This ${name} of figures stands outside any passage`, {
    remedy: exhibitForm(name),
  });
