/** What extensions of the Markdown parser are made of, as `unified` knows them. */

import type { Data } from 'unified';

export type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number];
/** Makes nodes of tokens. */
export type NodesExtension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>;
/** A construct of blocks (`flow`) or within them (`text`). */
export type SyntaxConstruct = Extract<
  NonNullable<NonNullable<SyntaxExtension['flow' | 'text']>[number]>,
  { tokenize: unknown }
>;
