import type { EvidenceById } from '../compose/annex.ts';
import type { RowOf } from '../diagnostics/message.ts';
import type { DocumentKey } from '../model/document-key.ts';
import type { Edition, Pack } from '../model/pack.ts';
import type { Project } from '../model/project.ts';
import type { Template } from '../model/template.ts';
import type { Selection } from '../model/selection.ts';

/** A document as it is to be. */
export interface Plan {
  readonly key: DocumentKey;
  /** Whether a build makes it only where its pack is named. */
  readonly isOnRequest: boolean;
  /** The row of a table that it is made for; null where it is for all its readers alike. */
  readonly row: RowOf | null;
  /** `pack/edition`, with the variant behind it: `pack/edition-large-print`. */
  readonly name: string;
  /** All of the project that the document can be made of. */
  readonly project: Project;
  readonly pack: Pack;
  readonly edition: Edition;
  /** As this variant is held to it. */
  readonly template: Template;
  /** The standard document whose passages a variant of it holds, as that one was fitted; null where there is none. */
  readonly follows: Plan | null;
  readonly selection: Selection;
  /** Of an annex, what stands behind each passage that it may hold, by id; null for what is none. */
  readonly evidence: EvidenceById | null;
  /** The hash of all that it is made of: what is not part of the document does not change it, what is always does. */
  readonly fingerprint: string;
}
