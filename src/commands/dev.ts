/** A preview that shows what is written while it is written, and in which one may write: until it is closed. */

export { openPreview } from '../preview/preview.ts';
