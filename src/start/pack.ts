import type { Day } from '../model/time.ts';
import { schemaLine } from './schema-line.ts';
import { yamlText } from './yaml-text.ts';

/** What a new pack begins with. */
export interface PackStart {
  readonly id: string;
  readonly title: string;
  readonly today: Day;
  readonly topics: readonly string[];
  /** The place that all its statistics are of; null where they are of several, or there are none. */
  readonly area: string | null;
  /** The audiences that it is for. */
  readonly editions: readonly string[];
}

/** A pack that is a draft: each of its documents says so on every page. */
export const packText = ({ id, title, today, topics, area, editions }: PackStart): string => `\
${schemaLine('pack', 'sources/packs')}
title: ${yamlText(title)}
date: ${today}
# Documents of a draft say so on every page. Take the line out when they may go to their readers.
status: draft
# Passages are found by what they are about.
topics: [${topics.join(', ')}]
${area === null ? '# area: The place that it speaks of.' : `area: ${yamlText(area)}`}
# summary: What it is all about, in one or two sentences.
# Before it is printed: is it meant to win votes? Then each document has to bear the imprint of sources/organisation.yaml.
# imprint: { material: false, reason: Why you think so, by: Your name, on: ${today} }
# A document for each of these audiences; \`despatch explain ${id} ${editions[0]}\` tells which passages stand in it, and why.
editions:
${editions.map((edition) => `  ${edition}:\n    headline: ${yamlText(title)}\n`).join('')}    # slots:
    #   facts: { passages: [id-of-a-passage, another-id], max: 2 }
`;
