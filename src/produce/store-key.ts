/** What tells two documents of one plan apart: the formats that are made, and what is known of fits. */

import { arePrinted } from '../model/formats.ts';
import type { Fit } from '../model/fit.ts';
import type { Entry } from '../model/manifest.ts';
import { namedFormats, type Formats } from './composer.ts';
import { isFitted } from './fit-document.ts';
import type { Plan } from './plan.ts';

/** How documents were fitted in the last build, by name. */
export type Remembered = ReadonlyMap<string, NonNullable<Entry['fit']>>;

/** To what documents were fitted: those of the same family in this build, and all in the last one. */
export interface KnownFits {
  readonly fits: ReadonlyMap<string, Fit>;
  readonly remembered: Remembered;
}

/** The values by which the store knows a document. */
export type StoreKeyParts = readonly unknown[];

export const storeKeyParts = (plan: Plan, formats: Formats, known: KnownFits): StoreKeyParts => {
  const made = plan.template.formats.filter((format) => formats.made.includes(format));
  const remembered = arePrinted(made) ? undefined : rememberedOf(plan, known);
  return [
    plan.fingerprint,
    made,
    namedFormats(plan, formats),
    valuesOf(followedBy(plan, known)),
    valuesOf(remembered),
  ];
};

/** In one order, whether a fit was found now or read. */
const valuesOf = (fit: Fit | undefined): readonly unknown[] =>
  fit ? [fit.dropped, fit.added, fit.size, fit.spacing, fit.scale] : [];

/** To what the document was fitted that this one follows. */
export const followedBy = ({ follows }: Plan, { fits }: Pick<KnownFits, 'fits'>): Fit | undefined =>
  follows ? fits.get(follows.name) : undefined;

/** To what a document was fitted in the last build, where it is the same today. */
export const rememberedOf = (
  { name, template, fingerprint }: Plan,
  { remembered }: Pick<KnownFits, 'remembered'>,
): NonNullable<Entry['fit']> | undefined => {
  const known = isFitted(template) ? remembered.get(name) : undefined;
  return known?.inputs === fingerprint ? known : undefined;
};
