import {
  PDFArray,
  PDFDict,
  type PDFContext,
  PDFName,
  type PDFObject,
  PDFRawStream,
  type PDFPage,
  PDFRef,
} from '../library.ts';
import { isForm } from '../content/page-contents.ts';
import { name } from '../values.ts';

/** What a stream's dictionary says of how its bytes are written, and no more. */
const WRITTEN = new Set(['Length', 'Filter', 'DecodeParms'].map((key) => PDFName.of(key)));

/** Gives a page other contents. */
export const setContents = (page: PDFPage, bytes: Uint8Array): void => {
  const { context } = page.doc;
  page.node.set(name('Contents'), context.register(context.flateStream(bytes)));
};

/** Gives a stream other bytes; the rest of what it says stays. */
export const rewrite = (
  context: PDFContext,
  ref: PDFRef,
  { dict }: PDFRawStream,
  bytes: Uint8Array,
): void => {
  const stream = context.flateStream(bytes);
  for (const [key, value] of dict.entries()) if (!WRITTEN.has(key)) stream.dict.set(key, value);
  context.assign(ref, stream);
};

/** The streams that pages draw from and that hold operators: forms and tiling patterns. */
export const drawings = (context: PDFContext): [PDFRef, PDFRawStream][] =>
  context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const isStream = object instanceof PDFRawStream;
    return isStream && (isForm(object) || object.dict.has(name('PaintType'))) ? [[ref, object]] : [];
  });

/** Takes out what nothing leads to any more: so a copy holds nothing that cannot be seen in it. */
export const sweep = (context: PDFContext): void => {
  const reached = new Set<PDFObject>();
  const open: (PDFObject | undefined)[] = [context.trailerInfo.Root, context.trailerInfo.Info];
  while (open.length) {
    const object = open.pop();
    if (!object || reached.has(object)) continue;
    reached.add(object);
    if (object instanceof PDFRef) open.push(context.lookup(object));
    if (object instanceof PDFArray) open.push(...object.asArray());
    const dict = object instanceof PDFRawStream ? object.dict : object;
    if (dict instanceof PDFDict) open.push(...dict.values());
  }
  for (const [ref] of context.enumerateIndirectObjects()) if (!reached.has(ref)) context.delete(ref);
};
