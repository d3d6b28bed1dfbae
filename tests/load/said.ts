import { showPlace } from '../../src/diagnostics/place.ts';
import { memoryFiles, type Contents } from '../project.ts';
import { loadShared } from '../readings.ts';

/** A message as tests compare it. */
export interface Said {
  /** e.g. `sources/packs/bill.yaml:3:7 bad-value`. */
  readonly line: string;
  /** What it says, its remedy included. */
  readonly words: string;
  /** The other places that it names. */
  readonly related: readonly string[];
}

/** What loading these files says, in its order. */
export const said = async (contents: Contents): Promise<readonly Said[]> => {
  const { messages } = await loadShared(memoryFiles(contents));
  return messages.map((message) => ({
    line: `${message.place ? showPlace(message.place) : ''} ${message.rule}`,
    words: `${message.text} ${message.remedy ?? ''}`.trim(),
    related: (message.related ?? []).map(({ place }) => showPlace(place)),
  }));
};

/** The places and rules alone. */
export const saidLines = async (contents: Contents): Promise<readonly string[]> =>
  (await said(contents)).map(({ line }) => line);
