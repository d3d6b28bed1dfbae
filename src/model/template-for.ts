/** What the variants of an edition change of its template's contract. */

import type { Format } from './formats.ts';
import type { Template } from './template.ts';
import type { Variant } from './variant.ts';

/** What stands at the head and foot of every page. */
interface RunningTexts {
  readonly title: string;
  readonly notice: string | null;
  /** Where the document lies on the web. */
  readonly address: string | null;
}

/**
 * The template that a variant is held to. Large print is on A4, in 18pt and nowhere below 16pt, over as many pages as
 * it takes, whatever the template's own contract (UK Association for Accessible Formats, minimum standards for clear
 * and large print); so is an annex, in the usual size. Plain text has no size, and no room for the lists of an annex: it
 * belongs to the standard form alone.
 */
export const templateFor = (template: Template, variant: Variant, running: RunningTexts): Template => {
  if (variant === 'standard') return template;
  const { margin, ...type } = variant === 'annex' ? ANNEX : { ...LARGE, margin: largeMargin(running) };
  return {
    ...template,
    page: { size: 'A4', orientation: 'portrait', margin },
    pages: { min: 1, max: null, multiple: 1, place: template.pages.place },
    type: { ...type, place: template.type.place },
    formats: formatsFor(template, variant),
  };
};

const LARGE = { size: 18, min: 16, max: 18, notes: 16 };
const ANNEX = { size: 11, min: 11, max: 11, notes: 9, margin: '18mm 20mm 20mm' };

/** The formats of a template that a variant has. */
export const formatsFor = ({ formats }: Template, variant: Variant): readonly Format[] =>
  variant === 'standard' ? formats : formats.filter((format) => format !== 'text');

/** The height of a line of 16pt, in millimetres. */
const LINE = 7.5;

/** Room for as many lines as head and foot take: a line of 16pt holds 60 letters, 44 beside the page's number. */
const largeMargin = ({ title, notice, address }: RunningTexts): string => {
  const head = Math.ceil(('Draft: '.length + title.length) / 44) + 1;
  const trace = Math.ceil(((address?.length ?? 0) + ' · version 0123456'.length) / 60);
  const foot = Math.ceil((notice?.length ?? 0) / 60) + trace;
  return `${12 + head * LINE}mm 18mm ${11 + foot * LINE}mm`;
};
