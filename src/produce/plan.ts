import type { EvidenceById } from '../compose/annex.ts';
import type { RowOf } from '../diagnostics/message.ts';
import type { DocumentKey } from '../model/document-key.ts';
import type { Template } from '../model/template.ts';
import type { Variant } from '../model/variant.ts';
import type { Excerpt } from './excerpt.ts';

/** A document as it is to be: by what it is known, and no more, as there may be thousands. */
export interface Plan {
  readonly key: DocumentKey;
  /** Whether a build makes it only where its pack is named. */
  readonly isOnRequest: boolean;
  /** The row of a table that it is made for; null where it is for all its readers alike. */
  readonly row: RowOf | null;
  /** `pack/edition`, with the variant behind it: `pack/edition-large-print`. */
  readonly name: string;
  readonly audience: string;
  /** All forms of its edition, this one too. */
  readonly forms: readonly Form[];
  /** As this variant is held to it; its headings are as they were written. */
  readonly template: Template;
  /** The standard document whose passages a variant of it holds, as that one was fitted; null where there is none. */
  readonly follows: Plan | null;
  /** The hash of all that it is made of: what is not part of the document does not change it, what is always does. */
  readonly fingerprint: string;
  /** With what it is made of, which is put together anew: of thousands it would take too much room. */
  readonly open: () => OpenPlan;
}

/** A variant of an edition, with the template as it is held to it. */
export interface Form {
  readonly variant: Variant;
  readonly template: Template;
}

/** All that a document can be made of; its headline, summary and headings are as its recipient reads them. */
export interface PlanContents extends Excerpt {
  /** Of an annex, what stands behind each passage that it may hold, by id; null for what is none. */
  readonly evidence: EvidenceById | null;
}

/** A plan with all that the document can be made of. */
export type OpenPlan = Plan & PlanContents;
