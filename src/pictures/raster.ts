/** Pictures of pixels. */

import { posix } from 'node:path';
import sharp, { type Metadata, type Sharp } from 'sharp';
import type { PictureFault, Picture, Size } from '../model/picture.ts';
import { endingOf, remedyFor } from './strange-kinds.ts';

/** By what files of a kind end in, how the decoder calls it. */
const FORMATS: Readonly<Record<string, string>> = {
  png: 'png',
  jpg: 'jpeg',
  jpeg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
};

/** More pixels than any camera gives: what claims to have more is made to fill up a machine. */
const MOST_PIXELS = 150_000_000;

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { failOn: 'error', limitInputPixels: MOST_PIXELS, sequentialRead: true });

/** Decodes every pixel; gives what is wrong with the picture, null where nothing is. */
export const readRaster = async (path: string, bytes: Uint8Array): Promise<PictureFault | null> => {
  const ending = posix.extname(path).slice(1).toLowerCase();
  const found = await endingOf(bytes);
  if (found === 'apng' && ending === 'png') return MOVING;
  if (found !== null && FORMATS[found] !== FORMATS[ending]) return misnamed(found, path);
  try {
    const { pages = 1 } = await open(bytes).metadata();
    await open(bytes).stats();
    return pages > 1 ? MOVING : null;
  } catch (fault) {
    return broken(fault instanceof Error ? fault.message : '');
  }
};

const misnamed = (found: string, path: string): PictureFault => {
  const isShown = found in FORMATS;
  const right = `${posix.basename(path, posix.extname(path))}.${found}`;
  return {
    rule: isShown ? 'broken-image' : 'picture-kind',
    text: `is in truth ${found.toUpperCase()}${isShown ? '' : ', which not every browser shows'}`,
    remedy: isShown
      ? `Call it \`${right}\`, there and where it is named.`
      : (remedyFor(found) ?? 'Save it as a PNG or a JPEG.'),
  };
};

const broken = (why: string): PictureFault => {
  const rule = 'broken-image';
  if (/pixel limit/iu.test(why))
    return {
      rule,
      text: `has more than ${MOST_PIXELS / 1_000_000} million pixels`,
      remedy: 'Save it smaller: 3000 pixels fill a page.',
    };
  return {
    rule,
    text: 'can’t be read to its end as a picture: it is broken, or cut off',
    remedy: 'Copy it anew from where it comes from, or save it anew, under the ending of what it is.',
  };
};

const MOVING: PictureFault = {
  rule: 'moving-picture',
  text: 'moves; documents show its first picture alone',
  remedy: 'Take the picture that is to be shown, as a PNG.',
  isShown: true,
};

/**
 * Writes a picture anew, turned as its camera was held, no larger than `most`. Its colour profile is kept. JPEG stays
 * JPEG; all else becomes PNG, or a JPEG where that is far smaller, as it is of photographs.
 */
export const writeRaster = async (bytes: Uint8Array, most: Size | null): Promise<Picture> => {
  const about = await open(bytes).metadata();
  const drawn = prepared(bytes, about, most);
  if (about.format === 'jpeg') return jpegOf(drawn, about);
  const png = await drawn.clone().png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
  if (png.length < LARGE || !(await open(bytes).stats()).isOpaque) return { bytes: png, ending: '.png' };
  const jpeg = await jpegOf(drawn.clone().removeAlpha(), about);
  return jpeg.bytes.length * 4 < png.length ? jpeg : { bytes: png, ending: '.png' };
};

/** Bytes below which a PNG is left as it is: about as many as all else on a page takes. */
const LARGE = 200_000;

const prepared = (bytes: Uint8Array, { space }: Metadata, most: Size | null): Sharp => {
  const upright = open(bytes).autoOrient();
  const sized = most ? upright.resize({ ...most, fit: 'inside', withoutEnlargement: true }) : upright;
  if (space === 'b-w' || space === 'grey16') return sized.toColourspace('b-w').keepIccProfile();
  // A profile of four inks fits no picture of three colours: those are brought over to sRGB by it.
  return space === 'cmyk' ? sized.toColourspace('srgb') : sized.keepIccProfile();
};

const jpegOf = async (drawn: Sharp, { chromaSubsampling }: Metadata): Promise<Picture> => ({
  bytes: await drawn
    .jpeg({ quality: 85, chromaSubsampling: chromaSubsampling === '4:4:4' ? '4:4:4' : '4:2:0' })
    .toBuffer(),
  ending: '.jpg',
});
