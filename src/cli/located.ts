import { relative, resolve, sep } from 'node:path';
import type { Message, Related } from '../diagnostics/message.ts';
import type { Place } from '../diagnostics/place.ts';
import { nameOfBrought, whereabouts } from '../world/layered-files.ts';

/** A message of a file that comes with despatch, as of where that lies; it says that the project may have one of its own. */
export const located = (message: Message, root: string): Message => {
  const { place, related, remedy = '' } = message;
  const moved = {
    ...(place ? { place: onDisk(place, root) } : {}),
    ...(related
      ? { related: related.map((one): Related => ({ ...one, place: onDisk(one.place, root) })) }
      : {}),
  };
  if (!place || !whereabouts(root, place.file).isBrought) return { ...message, ...moved };
  const own = `This file comes with despatch: \`despatch eject ${nameOfBrought(place.file)}\` copies it into the project.`;
  return { ...message, ...moved, remedy: `${remedy} ${own}`.trimStart() };
};

const onDisk = (place: Place, root: string): Place => {
  const { path, isBrought } = whereabouts(root, place.file);
  return isBrought ? { ...place, file: slashed(relative(root, path)) } : place;
};

const slashed = (path: string): string => path.replaceAll(sep, '/');

/** A file of a project as it is called from the folder where the command runs. */
export const fromHere = (root: string, file: string): string => slashed(relative('.', resolve(root, file)));
