import { memo } from '../model/memo.ts';
import type { Picture, Size } from '../model/picture.ts';
import type { Files } from '../world/world.ts';
import { writeAnew } from '../pictures/picture.ts';

/** Reads a picture of the project, written anew for a page that has this much room, in millimetres; null where there is none. */
export type ReadPicture = (path: string, room: Size) => Promise<Picture | null>;

/** The pixels an inch that print asks for: more makes files heavy, and no page better. */
const FINE = 300;

/** A project's pictures; each is written anew once for each size of page. */
export const pictures = (files: Files): ReadPicture => {
  const written = new Map<string, Promise<Picture | null>>();
  return (path, room) => {
    const most = { width: pixels(room.width), height: pixels(room.height) };
    const key = JSON.stringify([path, most]);
    return memo(written, key, () => files.read(path).then((bytes) => bytes && writeAnew(path, bytes, most)));
  };
};

const pixels = (millimetres: number): number => Math.max(1, Math.ceil((millimetres / 25.4) * FINE));
