import { type PDFContext, PDFDict, PDFDocument } from '@cantoo/pdf-lib';
import { dictAt, dictOf } from './objects.ts';

/** A PDF that can be looked into. */
export interface Opened {
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  /** Whether its texts are encrypted: then its objects can be read, what they say can't. */
  readonly isEncrypted: boolean;
}

/** Why a file can't be checked. */
export interface Unreadable {
  readonly reason: 'empty' | 'no-pdf' | 'damaged' | 'encrypted';
}

/** Readers look for the header in the first kilobyte, for the end in the last (ISO 32000-1, 7.5.2, 7.5.5, as read). */
const REACH = 1024;

/** Opens a PDF, where that is one. */
export const open = async (bytes: Uint8Array): Promise<Opened | Unreadable> => {
  if (!bytes.length) return { reason: 'empty' };
  if (!latin(bytes.subarray(0, REACH)).includes('%PDF-')) return { reason: 'no-pdf' };
  if (!latin(bytes.subarray(-REACH)).includes('%%EOF')) return { reason: 'damaged' };
  const context = await load(bytes);
  const catalog = context && dictOf(context.lookup(context.trailerInfo.Root));
  const isEncrypted = context?.lookup(context.trailerInfo.Encrypt) instanceof PDFDict;
  // Where objects lie in streams, those are encrypted as a whole: the catalog can't be found in them.
  if (context && isEncrypted) return { context, catalog: catalog ?? context.obj({}), isEncrypted };
  if (!context || !catalog || !dictAt(catalog, 'Pages'))
    return { reason: /\/Encrypt\s+\d+\s+\d+\s+R/u.test(latin(bytes)) ? 'encrypted' : 'damaged' };
  return { context, catalog, isEncrypted: false };
};

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const load = async (bytes: Uint8Array): Promise<PDFContext | null> => {
  try {
    const options = { updateMetadata: false, ignoreEncryption: true, parseSpeed: Infinity };
    return (await PDFDocument.load(bytes, options)).context;
  } catch {
    return null;
  }
};
