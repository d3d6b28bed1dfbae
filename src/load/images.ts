import { posix } from 'node:path';
import type { Image } from 'mdast';
import { error, type Say } from '../model/message.ts';
import type { Place } from '../model/place.ts';
import type { Files } from '../model/world.ts';

const TYPES = /\.(?:png|jpe?g|gif|webp|svg)$/i;

/** The images that texts show; whether they are there is looked up at the end, once for each. */
export class Images {
  readonly #used = new Map<string, Place>();

  /** Takes an image of a source: its address becomes the path from the root. Says what is wrong with it. */
  use(image: Image, place: Place, say: Say): void {
    if (!image.alt?.trim()) {
      const remedy = 'Say what it shows: `![A line that rises from 2010 to 2024](…)`.';
      say(error('image-alt', place, 'The image has no alternative text', { remedy }));
    }
    image.url = this.path(image.url, place, say) ?? image.url;
  }

  /** Takes an address that a file gives of an image, and gives its path from the root; null, and said, where it has none. */
  path(address: string, place: Place, say: Say): string | null {
    const path = pathOf(address, place.file);
    if (path === null) {
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
      if (bytes && isImage(path, bytes)) continue;
      if (bytes) {
        const remedy = 'Save it anew, under the ending of what it is.';
        say(error('broken-image', place, `\`${path}\` can't be read as an image of its kind`, { remedy }));
        continue;
      }
      const remedy = 'Put the image there, or correct the path, which is read from this file.';
      say(error('missing-image', place, `There is no image \`${path}\` in the project`, { remedy }));
    }
  }
}

/** How pictures of each kind begin and end, in hexadecimal. */
const SIGNED: Readonly<Record<string, readonly [begins: RegExp, ends: RegExp]>> = {
  png: [/^89504e470d0a1a0a.{8}49484452/, /49454e44ae426082/],
  jpg: [/^ffd8ff/, /./],
  jpeg: [/^ffd8ff/, /./],
  gif: [/^474946383[79]61/, /./],
  webp: [/^52494646.{8}57454250/, /./],
};

/** Whether a file is of the kind that its name ends in, and whole: of others a browser shows nothing. */
const isImage = (path: string, bytes: Uint8Array): boolean => {
  const signed = SIGNED[posix.extname(path).slice(1).toLowerCase()];
  if (!signed) return /<svg[\s>][\s\S]*<\/svg\s*>|<svg\s[^>]*\/>/.test(Buffer.from(bytes).toString());
  const [begins, ends] = signed;
  const hex = (part: Uint8Array): string => Buffer.from(part).toString('hex');
  return begins.test(hex(bytes.subarray(0, 16))) && ends.test(hex(bytes.subarray(-64)));
};

/** The path from the root that an address in a file means; null where it leads out of the project or to no image. */
const pathOf = (address: string, file: string): string | null => {
  if (/^[/\\]|^[a-z][a-z\d+.-]*:|[?#\\]/i.test(address)) return null;
  const path = posix.join(posix.dirname(file), decoded(address));
  return path.startsWith('..') || !TYPES.test(path) ? null : path;
};

const decoded = (address: string): string => {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
};
