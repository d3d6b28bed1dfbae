import type { Day } from '../model/time.ts';
import { yamlText } from './yaml-text.ts';

/** What a new source begins with. */
export interface SourceStart {
  readonly title: string;
  readonly today: Day;
  /** One of the project's topics; null where it has none. */
  readonly topic: string | null;
  /** One of the project's audiences; null where it has none. */
  readonly audience: string | null;
  /** A free id for its first passage. */
  readonly passage: string;
}

/** A source with one passage, which no document takes up until its author says that it is approved. */
export const sourceText = ({ title, today, topic, audience, passage }: SourceStart): string => `---
title: ${yamlText(title)}
# author: Name, or [One Name, Another Name]
# publisher: Who published it
issued: ${today}
type: report
# url: https://example.org/report
# accessed: ${today}
# licence: OGL-UK-3.0
# original: originals/report.pdf
${topic ? `topics: ${topic}` : '# topics: one that sources/vocabulary.yaml has'}
---

Text between the passages is for you alone. It is never published. Below is a first passage: a piece of the source that
can be used. Write your own, and take out \`status=draft\` when documents may say it.

::::statistic{#${passage} status=draft period=${today.slice(0, 4)} area=England unit=people figure="100" locator="page 1"}
In ${today.slice(0, 4)} there were **100** people of whom this sentence says what matters.
${audience === null ? '' : wordingFor(audience)}::::
`;

const wordingFor = (audience: string): string => `
:::wording{for=${audience}}
The same in other words, for one audience: **100** people.
:::
`;
