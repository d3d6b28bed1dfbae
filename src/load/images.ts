import { posix } from 'node:path';
import type { Image } from 'mdast';
import { error, warning, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import { sha256 } from '../model/hash.ts';
import { ORIGINALS } from '../model/original.ts';
import type { Files, Round } from '../world/world.ts';
import { faultIn, isPicture } from '../pictures/picture.ts';
import { remedyFor } from '../pictures/strange-kinds.ts';
import type { Findings, Use } from './reading.ts';

/** Takes an image of a text: its address becomes the path from the root. Says what is wrong with it. */
export const readImage = (image: Image, place: Place, findings: Findings): void => {
  const { say } = findings;
  if (!image.alt?.trim()) {
    const remedy = 'Say what it shows: `![A line that rises from 2010 to 2024](…)`.';
    say(error('image-alt', place, 'The image has no alternative text', { remedy }));
  }
  const path = imagePath(image.url, place, findings) ?? image.url;
  if (image.alt && isFileName(image.alt, path)) {
    const remedy = 'Say what it shows to one who can’t see it: `![A line that rises from 2010 to 2024](…)`.';
    const text = `The image’s alternative text is the name of a file, \`${image.alt.trim()}\``;
    say(error('image-alt', place, text, { remedy }));
  }
  image.url = path;
};

/** Takes an address that a file gives of an image, and gives its path from the root; null, and said, where it has none. */
export const imagePath = (address: string, place: Place, { names, say }: Findings): string | null => {
  const path = pathOf(address, place.file);
  const ending = posix.extname(address).slice(1);
  const kept = path === null ? remedyFor(ending) : null;
  if (kept !== null) {
    const text = `\`${address}\` is ${ending.toUpperCase()}, which not every browser shows`;
    say(error('picture-kind', place, text, { remedy: kept }));
  } else if (path === null) {
    const remedy =
      'Write its path from this file, e.g. `../images/chart.png`; png, jpg, gif, webp and svg are shown.';
    const text = `\`${address}\` is not the path of an image within the project`;
    say(error('image-address', place, text, { remedy }));
  } else names.use('image', path, place);
  return path;
};

/** Says every image that is not there or can't be shown, at its first use. */
export const lookUpImages = async (
  uses: readonly Use<'image'>[],
  files: Files,
  round: Round,
  say: Say,
): Promise<void> => {
  const first = new Map(uses.toReversed().map(({ name, place }) => [name, place]));
  for (const path of new Set(uses.map(({ name }) => name))) {
    const place = first.get(path);
    if (place) await lookUp(path, place, { files, round }, say);
  }
};

const lookUp = async (
  path: string,
  place: Place,
  { files, round }: { readonly files: Files; readonly round: Round },
  say: Say,
): Promise<void> => {
  const bytes = await files.read(path);
  if (!bytes) {
    const remedy = 'Put the image there, or correct the path, which is read from this file.';
    say(error('missing-image', place, `There is no image \`${path}\` in the project`, { remedy }));
    return;
  }
  // To decode one takes up to a second.
  const fault = await round.awaited(path, sha256(bytes), () => faultIn(path, bytes));
  const message = fault?.isShown ? warning : error;
  if (fault) say(message(fault.rule, place, `\`${path}\` ${fault.text}`, { remedy: fault.remedy }));
};

/** Whether an alternative text is what a camera, a screen or an editor called the file. */
const isFileName = (alt: string, path: string): boolean => {
  const text = alt.trim();
  const stem = posix.basename(path, posix.extname(path));
  return (
    /^[^\s]+\.[a-z\d]{2,4}$/iu.test(text) ||
    isPicture(text) ||
    remedyFor(posix.extname(text).slice(1)) !== null ||
    (text.toLowerCase() === stem.toLowerCase() && /[-_\d]/u.test(stem)) ||
    /^(?:dscn?|img|image|mvimg|photo|pxl|scan|screen ?shot|wp)[-_ ]?\d[-_ \d]*$/iu.test(text)
  );
};

/** The path from the root that an address in a file means; null where it leads out of the project, to an original or to no image. */
const pathOf = (address: string, file: string): string | null => {
  if (/^[/\\]|^[a-z][a-z\d+.-]*:|[?#\\]/i.test(address)) return null;
  const path = posix.join(posix.dirname(file), decoded(address));
  return path.startsWith('..') || path.startsWith(ORIGINALS) || !isPicture(path) ? null : path;
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
