import { posix } from 'node:path';
import type { Image } from 'mdast';
import { error, warning, type Say } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import type { Files } from '../world/world.ts';
import { faultIn, isPicture } from '../pictures/picture.ts';
import { remedyFor } from '../pictures/strange-kinds.ts';

/** The images that texts show; whether they are there is looked up at the end, once for each. */
export class Images {
  readonly #used = new Map<string, Place>();

  /** Takes an image of a source: its address becomes the path from the root. Says what is wrong with it. */
  use(image: Image, place: Place, say: Say): void {
    if (!image.alt?.trim()) {
      const remedy = 'Say what it shows: `![A line that rises from 2010 to 2024](…)`.';
      say(error('image-alt', place, 'The image has no alternative text', { remedy }));
    }
    const path = this.path(image.url, place, say) ?? image.url;
    if (image.alt && isFileName(image.alt, path)) {
      const remedy =
        'Say what it shows to one who can’t see it: `![A line that rises from 2010 to 2024](…)`.';
      const text = `The image’s alternative text is the name of a file, \`${image.alt.trim()}\``;
      say(error('image-alt', place, text, { remedy }));
    }
    image.url = path;
  }

  /** Takes an address that a file gives of an image, and gives its path from the root; null, and said, where it has none. */
  path(address: string, place: Place, say: Say): string | null {
    const path = pathOf(address, place.file);
    const ending = posix.extname(address).slice(1);
    const kept = path === null ? remedyFor(ending) : null;
    if (kept !== null)
      say(
        error(
          'picture-kind',
          place,
          `\`${address}\` is ${ending.toUpperCase()}, which not every browser shows`,
          {
            remedy: kept,
          },
        ),
      );
    else if (path === null) {
      const remedy =
        'Write its path from this file, e.g. `../images/chart.png`; png, jpg, gif, webp and svg are shown.';
      const text = `\`${address}\` is not the path of an image within the project`;
      say(error('image-address', place, text, { remedy }));
    } else if (!this.#used.has(path)) this.#used.set(path, place);
    return path;
  }

  /** Says every image that is not there, at its first use. */
  async resolve(files: Files, say: Say): Promise<void> {
    for (const [path, place] of this.#used) {
      const bytes = await files.read(path);
      const fault = bytes && (await faultIn(path, bytes));
      if (fault) {
        const message = fault.isShown ? warning : error;
        say(message(fault.rule, place, `\`${path}\` ${fault.text}`, { remedy: fault.remedy }));
      }
      if (bytes) continue;
      const remedy = 'Put the image there, or correct the path, which is read from this file.';
      say(error('missing-image', place, `There is no image \`${path}\` in the project`, { remedy }));
    }
  }
}

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

/** The path from the root that an address in a file means; null where it leads out of the project or to no image. */
const pathOf = (address: string, file: string): string | null => {
  if (/^[/\\]|^[a-z][a-z\d+.-]*:|[?#\\]/i.test(address)) return null;
  const path = posix.join(posix.dirname(file), decoded(address));
  return path.startsWith('..') || !isPicture(path) ? null : path;
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
