/**
 * Secrecy takes the files of a build as they go out, with who reads them, and gives what they tell and may not: words of
 * passages and wordings that are not for these readers, and that nothing for them says; ids and addresses of such.
 *
 * 1. The texts of the project are put into an index, once (`texts.ts`, `secrets.ts`).
 * 2. A file is read from its bytes as it will lie there (`pieces.ts`), and known by the marks of its words (`marks.ts`).
 *    These are kept by its hash: a file that was read before is looked up without being read again.
 * 3. What its marks give away is looked for in it word for word (`search.ts`).
 */

import type { PdfText } from '../model/pdf-text.ts';
import type { Store } from '../world/world.ts';
import { marksOf, type Piece } from './marks.ts';
import { namePieces, pdfPieces, piecesOf } from './pieces.ts';
import type { Readers } from './readers.ts';
import { leaksIn, type Disclosure } from './search.ts';
import type { Secrets } from './secrets.ts';
import type { SignIndex } from './sign-index.ts';
import type { Sign } from './sign.ts';

/** A file as it goes out. */
export interface OutgoingFile {
  /** Below the output folder. */
  readonly path: string;
  readonly hash: string;
  /** Null where it is lost. */
  readonly read: () => Promise<Uint8Array | null>;
  /** All words of a PDF, where they have been read. */
  readonly texts?: readonly PdfText[] | undefined;
}

export class LeakDetector {
  readonly #secrets: Secrets;
  readonly #store: Pick<Store, 'marks' | 'keepMarks'> | null;
  /** Of a file that several read, one after another. */
  #last: {
    readonly name: string;
    readonly sought: SignIndex;
    readonly signs: Promise<readonly Sign[]>;
  } | null = null;

  constructor(secrets: Secrets, store: Pick<Store, 'marks' | 'keepMarks'> | null) {
    this.#secrets = secrets;
    this.#store = store;
  }

  /** What a file tells its readers and may not, of what is `sought`. */
  async leaks(
    file: OutgoingFile,
    reader: Readers,
    sought = this.#secrets.all,
  ): Promise<readonly Disclosure[]> {
    const signs = (await this.#signs(file, sought)).filter((sign) => this.#secrets.isUnfit(sign, reader));
    if (!signs.length) return [];
    return leaksIn([...namePieces(file.path), ...((await said(file)) ?? [])], signs);
  }

  /** What a file may tell to anybody. */
  #signs(file: OutgoingFile, sought: SignIndex): Promise<readonly Sign[]> {
    const name = `${file.hash} ${file.path}`;
    if (this.#last?.name !== name || this.#last.sought !== sought)
      this.#last = { name, sought, signs: this.#signsIn(file, sought) };
    return this.#last.signs;
  }

  async #signsIn(file: OutgoingFile, sought: SignIndex): Promise<readonly Sign[]> {
    const called = marksOf(namePieces(file.path));
    return [called, await this.#marks(file)].flatMap((marks) => sought.among(marks));
  }

  async #marks(file: OutgoingFile): Promise<Int32Array> {
    const kept = await this.#store?.marks(file.hash);
    if (kept) return kept;
    const pieces = await said(file);
    const marks = marksOf(pieces ?? []);
    if (pieces) await this.#store?.keepMarks(file.hash, marks);
    return marks;
  }
}

/** What a file says; null where it is lost. */
const said = async ({ path, read, texts }: OutgoingFile): Promise<readonly Piece[] | null> => {
  if (texts) return pdfPieces(texts);
  const bytes = await read();
  return bytes && piecesOf(path, bytes);
};
