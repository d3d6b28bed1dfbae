import { toString } from 'mdast-util-to-string';
import { passages } from '../examples.ts';
import { isOwnSource } from '../own-sources.ts';
import type { Breach, Rule } from '../rule.ts';

/** A choice of despatch: the law names no number, and asks that no more be used than the purpose requires. */
const MOST = 75;

const quoting = (words: number, publisher?: string) =>
  passages(
    `::::quote{#said speaker="Ann Lee" role=Minister said=2024 locator="page 1"}\n${'Homes '.repeat(words - 1)}open.\n::::`,
    { publisher },
  );

export const longQuotation: Rule<'library'> = {
  id: 'long-quotation',
  level: 'warning',
  scope: 'library',
  finds: `A quotation of more than ${MOST} words from what others have published`,
  why: 'Quoting is free to the extent that its purpose requires (Copyright, Designs and Patents Act 1988, section 30(1ZA)); beyond that it is a question of a licence.',
  examples: {
    ok: [quoting(75), quoting(90, 'Social Workers for Children')],
    notOk: [quoting(76)],
  },
  *check({ project }): Iterable<Breach> {
    for (const { id, kind, text, source, status, place } of project.passages.values()) {
      if (!project.vocabulary.kinds.get(kind)?.verbatim || status === 'withdrawn') continue;
      const words = toString(text).match(/\S+/gu)?.length ?? 0;
      if (words <= MOST || isOwnSource(project, source)) continue;
      yield {
        place,
        text: `The quotation \`${id}\` has ${words} words; expected ${MOST} at most of what others have published`,
        remedy: 'Quote what matters, or see what its licence allows and excuse it with that.',
      };
    }
  },
};
