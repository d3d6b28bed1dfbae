import type { Files } from './world.ts';

/** The text of a file as it is, its byte order mark too; null where there is none, or where it is no UTF-8. */
export const textOf = async (files: Pick<Files, 'read'>, path: string): Promise<string | null> => {
  const bytes = await files.read(path);
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
};
