/** The example with which a project begins: complete and made up, for its owner to write over. */

import { parseDocument, Scalar } from 'yaml';
import type { Files } from '../world/world.ts';
import { isBare } from './yaml-text.ts';

/** Who publishes the documents. */
export interface Publisher {
  readonly name: string;
  readonly short: string;
  readonly site: string;
}

export const ORGANISATION = 'sources/organisation.yaml';

/** The example's files by path, of a publisher; of the one that it is made up for, where none is named. */
export const exampleOf = async (
  example: Pick<Files, 'list' | 'read'>,
  publisher: Partial<Publisher> = {},
): Promise<ReadonlyMap<string, string>> => {
  const texts = new Map<string, string>();
  for (const path of await example.list(['**/*'])) {
    const text = new TextDecoder().decode((await example.read(path)) ?? undefined);
    texts.set(path, path === ORGANISATION ? published(text, publisher) : text);
  }
  return texts;
};

/** Who publishes the example. */
export const publisherOf = (organisation: string): Publisher =>
  parseDocument(organisation).toJS() as Publisher;

/** `organisation.yaml` with another publisher; its comments and all else stay. */
export const published = (organisation: string, publisher: Partial<Publisher>): string => {
  const yaml = parseDocument(organisation);
  for (const [key, value] of Object.entries(publisher)) yaml.set(key, quoted(value));
  return yaml.toString({ lineWidth: 120 });
};

/** In quotation marks where it needs them. */
const quoted = (value: string): Scalar => {
  const scalar = new Scalar(value);
  if (!isBare(value)) scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
};
