import { sep } from 'node:path';

/** Whether a path is that of a folder, or lies below it; both as the disk knows them, without links. */
export const isWithin = (folder: string, path: string, between: string = sep): boolean =>
  (path + between).startsWith(folder + between);
