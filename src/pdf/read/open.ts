import { type PDFContext, PDFDict, PDFDocument } from '../library.ts';
import { dictAt, dictOf } from './objects.ts';
import { wellFormed } from './well-formed.ts';

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

/** Opens a PDF of any origin, as far as it can be read: its objects are looked for in the whole of it. */
export const open = async (bytes: Uint8Array): Promise<Opened | Unreadable> => {
  const reason = unlike(bytes);
  if (reason) return { reason };
  const context = await load(bytes);
  const catalog = context && dictOf(context.lookup(context.trailerInfo.Root));
  const isEncrypted = context?.lookup(context.trailerInfo.Encrypt) instanceof PDFDict;
  // Where objects lie in streams, those are encrypted as a whole: the catalog can't be found in them.
  if (context && isEncrypted) return { context, catalog: catalog ?? context.obj({}), isEncrypted };
  if (!context || !catalog || !dictAt(catalog, 'Pages'))
    return { reason: /\/Encrypt\s+\d+\s+\d+\s+R/u.test(latin(bytes)) ? 'encrypted' : 'damaged' };
  return { context, catalog, isEncrypted: false };
};

/** Opens a PDF that has to be well-formed: its objects lie where it says. */
export const openStrictly = (bytes: Uint8Array): Opened | Unreadable => {
  const reason = unlike(bytes);
  if (reason) return { reason };
  const context = wellFormed(bytes);
  const catalog = context && dictOf(context.lookup(context.trailerInfo.Root));
  if (!context || !catalog || !dictAt(catalog, 'Pages')) return { reason: 'damaged' };
  return { context, catalog, isEncrypted: false };
};

/** Why a file is no PDF, or none that is whole; null where it looks like one. */
const unlike = (bytes: Uint8Array): 'empty' | 'no-pdf' | 'damaged' | null => {
  if (!bytes.length) return 'empty';
  if (!latin(bytes.subarray(0, REACH)).includes('%PDF-')) return 'no-pdf';
  return latin(bytes.subarray(-REACH)).includes('%%EOF') ? null : 'damaged';
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
