/** Gradients in grey. Chrome writes them with functions of their own that give red, green and blue. */

import { PDFArray, type PDFContext, PDFDict, type PDFObject, PDFRawStream, PDFRef } from '../library.ts';
import { inflated } from '../content/inflated.ts';
import { listOf, name, numberOf } from '../values.ts';
import { luminanceGrey } from './colours.ts';
import { rewrite } from './streams.ts';

/** Turns every gradient of a document that is in red, green and blue to grey. */
export const greyGradients = (context: PDFContext): void => {
  const done = new Set<PDFObject>();
  for (const [, object] of context.enumerateIndirectObjects()) {
    const dict = object instanceof PDFRawStream ? object.dict : object;
    const shading = dict instanceof PDFDict ? dict.lookup(name('Shading')) : undefined;
    if (!(shading instanceof PDFDict) || done.has(shading)) continue;
    done.add(shading);
    if (shading.lookup(name('ColorSpace')) !== name('DeviceRGB')) continue;
    shading.set(name('ColorSpace'), name('DeviceGray'));
    greyFunction(context, shading.get(name('Function')), done);
  }
};

const greyFunction = (context: PDFContext, written: PDFObject | undefined, done: Set<PDFObject>): void => {
  const made = written instanceof PDFRef ? context.lookup(written) : written;
  if (!made || done.has(made)) return;
  done.add(made);
  if (made instanceof PDFRawStream && written instanceof PDFRef) greyProgram(context, written, made);
  if (!(made instanceof PDFDict)) return;
  const parts = made.lookup(name('Functions'));
  if (parts instanceof PDFArray) for (const part of parts.asArray()) greyFunction(context, part, done);
  for (const end of ['C0', 'C1'].map(name)) {
    const colour = made.lookup(end);
    if (!(colour instanceof PDFArray)) continue;
    const [red, green, blue] = listOf(colour).map(numberOf);
    made.set(end, context.obj([luminanceGrey([red ?? 0, green ?? 0, blue ?? 0])]));
  }
};

/**
 * From red, green and blue on the stack to grey: the weights of luminance on channels without their gamma, which is
 * taken as 2.2. A negative channel, which rounding may bring, has no power: it counts as 0.
 */
const channel = (weight: number): string => `dup 0 lt {pop 0} if 2.2 exp ${weight} mul`;
const TO_GREY = `${channel(0.0722)} exch ${channel(0.7152)} add exch ${channel(0.2126)} add 0.4545 exp`;

const greyProgram = (context: PDFContext, ref: PDFRef, made: PDFRawStream): void => {
  if (String(made.dict.lookup(name('FunctionType'))) !== '4') return;
  const text = Buffer.from(inflated(made)).toString('latin1');
  made.dict.set(name('Range'), context.obj([0, 1]));
  rewrite(context, ref, made, Buffer.from(`${text.slice(0, text.lastIndexOf('}'))} ${TO_GREY}}`, 'latin1'));
};
