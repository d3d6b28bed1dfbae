/** All that the rest of despatch uses of this package. */

export { QUESTIONS } from './check/questions.ts';
export { watchedChecker, type Limits } from './check/watched.ts';
export { bookletCopy, laidOtherwise, officeCopy, printerCopy } from './copies/copies.ts';
export type { CopyProperties } from './copies/settings.ts';
export type { PdfFacts, PdfLink } from './facts/facts.ts';
export { fontFacts, strangeFonts, type FontFacts } from './facts/fonts.ts';
export { finishPdf, loadFinishing } from './finish.ts';
export { inspectPdf } from './inspect.ts';
export type { PdfProperties } from './properties.ts';
export { textsOfPdf } from './said.ts';
