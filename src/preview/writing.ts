/**
 * Writes what was changed on the screen into the project's files, where that brings no error: the whole project is checked
 * with the changed file laid over it first. What has changed on disk meanwhile is not written over.
 */

import { setImmediate } from 'node:timers/promises';
import type { Message } from '../diagnostics/message.ts';
import { sha256 } from '../model/hash.ts';
import type { Day } from '../model/time.ts';
import { textOf } from '../world/file-text.ts';
import { laidOver } from '../world/laid-over.ts';
import { writeFiles } from '../world/new-files.ts';
import type { Files } from '../world/world.ts';
import type { Checking } from './checking.ts';

/** What is to be written. */
export interface FileChange {
  /** A file of the project. */
  readonly path: string;
  /** Where it is to be written by hand, if it has to be. */
  readonly line: number;
  /** The hash of the file as it was read. */
  readonly hash: string;
  /** The new text; null where it has to be written by hand. */
  readonly edit: (text: string) => string | null;
}

export type WriteResult = 'written' | 'changed' | 'by-hand' | readonly Message[];

/** How many changes can be taken back. */
const MOST_UNDONE = 100;

export interface WritingSurroundings {
  readonly root: string;
  readonly files: Files;
  readonly checking: Checking;
  readonly today: () => Day;
}

export class Writing {
  readonly #around: WritingSurroundings;
  readonly #undo: { readonly path: string; readonly before: string; readonly after: string }[] = [];
  /** One change after the other: each is checked with what the one before has written. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(around: WritingSurroundings) {
    this.#around = around;
  }

  /** Writes a change; the errors that it would bring are told, and nothing is written then. */
  write(change: FileChange): Promise<WriteResult> {
    return this.#inTurn(() => this.#write(change));
  }

  /** Takes the last change back, where the file is as that left it; false where there is none, or it is not. */
  undo(): Promise<boolean> {
    return this.#inTurn(() => this.#takeBack());
  }

  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #takeBack(): Promise<boolean> {
    const last = this.#undo.pop();
    if (!last || (await this.#text(last.path)) !== last.after) return false;
    await writeFiles(this.#around.root, new Map(), new Map([[last.path, last.before]]));
    return true;
  }

  async #write({ path, hash, edit }: FileChange): Promise<WriteResult> {
    const before = await this.#text(path);
    if (before === null || sha256(before) !== hash) return 'changed';
    const after = edit(before);
    if (after === null) return 'by-hand';
    if (after === before) return 'written';
    const errors = await this.#brought(path, after);
    if (errors.length) return errors;
    if ((await this.#text(path)) !== before) return 'changed';
    await writeFiles(this.#around.root, new Map(), new Map([[path, after]]));
    this.#undo.push({ path, before, after });
    if (this.#undo.length > MOST_UNDONE) this.#undo.shift();
    return 'written';
  }

  /** The errors that are there with a text in its file, and not now. */
  async #brought(path: string, text: string): Promise<readonly Message[]> {
    const { files, checking, today } = this.#around;
    const pause = (): Promise<void> => setImmediate();
    const { messages } = await checking.check(today(), pause, laidOver(files, new Map([[path, text]])));
    const errors = messages.filter(isError);
    if (!errors.length) return [];
    const now = await checking.check(today(), pause);
    const known = new Set(now.messages.filter(isError).map(nameOf));
    return errors.filter((message) => !known.has(nameOf(message)));
  }

  #text(path: string): Promise<string | null> {
    return textOf(this.#around.files, path);
  }
}

const isError = ({ severity }: Message): boolean => severity === 'error';

/** What a message says, wherever: rows move when others are written. */
const nameOf = ({ rule, text, place }: Message): string => JSON.stringify([rule, text, place?.file]);
