import type { Message } from '../src/diagnostics/message.ts';

/** What is said of how a text reads, which says nothing where that is made up to be long or short. */
const HOW_IT_READS: ReadonlySet<string> = new Set([
  'leans-back',
  'long-sentence',
  'own-claim',
  'reading-grade',
  'repeated-word',
  'spelling',
  'unsaid-area',
  'unsaid-period',
  'unused-passages',
]);

/** Messages of a project with made-up texts. */
export const besidesStyle = <One extends Pick<Message, 'rule'>>(messages: readonly One[]): readonly One[] =>
  messages.filter(({ rule }) => !HOW_IT_READS.has(rule));
