/**
 * Pictures as documents show them: decoded as browsers do, and written anew with nothing but what can be seen — no place
 * where, no camera by which, no name of whom they were made.
 */

import { posix } from 'node:path';
import type { PictureFault, Picture, Size } from '../model/picture.ts';

// What decodes pictures takes a third of a second to load, and many projects have none.
const drawings = () => import('./drawing.ts');
const rasters = () => import('./raster.ts');

/** Decodes a picture; gives what is wrong with it, null where nothing is. */
export const faultIn = async (path: string, bytes: Uint8Array): Promise<PictureFault | null> =>
  isDrawing(path)
    ? ((await (await drawings()).readDrawing(bytes)).fault ?? null)
    : (await rasters()).readRaster(path, bytes);

/** Writes a picture anew that has no fault, no larger than `most` where that is given. */
export const writeAnew = async (path: string, bytes: Uint8Array, most: Size | null): Promise<Picture> =>
  isDrawing(path)
    ? { bytes: new TextEncoder().encode((await (await drawings()).readDrawing(bytes)).svg), ending: '.svg' }
    : (await rasters()).writeRaster(bytes, most);

/** Whether a file's name says that it is a picture of a kind that documents show. */
export const isPicture = (path: string): boolean => /\.(?:png|jpe?g|gif|webp|svg)$/iu.test(path);

const isDrawing = (path: string): boolean => posix.extname(path).toLowerCase() === '.svg';
