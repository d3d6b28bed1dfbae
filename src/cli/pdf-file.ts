import { readFile } from 'node:fs/promises';
import type { PdfFile } from '../commands/check-pdfs.ts';

/** Reads a file; says why where that can't be done. */
export const readPdfFile = async (file: string): Promise<PdfFile> => {
  try {
    return new Uint8Array(await readFile(file));
  } catch (fault) {
    const reason = REASONS[(fault as NodeJS.ErrnoException).code ?? ''];
    if (!reason) throw fault;
    return { reason };
  }
};

const REASONS: Readonly<Record<string, Exclude<PdfFile, Uint8Array>['reason']>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ENAMETOOLONG: 'missing',
  ELOOP: 'missing',
  EISDIR: 'directory',
  EACCES: 'forbidden',
  EPERM: 'forbidden',
  ERR_FS_FILE_TOO_LARGE: 'too-large',
};
