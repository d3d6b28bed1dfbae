import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PdfVerdict } from '../../diagnostics/finding.ts';

/** What the check of one file may take. */
export interface Limits {
  /** Milliseconds. */
  readonly time: number;
  /** Bytes that the program may grow by. */
  readonly memory: number;
  /** How many bytes the program has in use. */
  readonly used: () => number;
}

/** Checks PDFs of any origin. */
export interface WatchedChecker {
  /** Checks a PDF, which is gone afterwards: its bytes go to another thread. */
  readonly check: (bytes: Uint8Array<ArrayBuffer>) => Promise<PdfVerdict>;
  readonly close: () => Promise<void>;
}

/** How often is looked whether a check takes too much, in milliseconds. */
const GLANCE = 50;

// Beside this file, as TypeScript in the repository and as JavaScript in the package.
const SCRIPT = new URL(`./worker${extname(fileURLToPath(import.meta.url))}`, import.meta.url);

/**
 * Checks PDFs in a thread of its own, and ends that where a PDF takes too long or too much: a few bytes can be made to
 * unfold to more than any machine has, or to keep a reader busy for days.
 */
export const watchedChecker = (limits: Limits): WatchedChecker => {
  let worker: Worker | null = null;
  const close = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };
  const check = async (bytes: Uint8Array<ArrayBuffer>): Promise<PdfVerdict> => {
    // What the library complains of is not for the reader of the verdict.
    worker ??= new Worker(SCRIPT, { stdout: true, stderr: true });
    const verdict = await verdictOf(worker, bytes, limits);
    if ('reason' in verdict && verdict.reason === 'too-large') await close();
    return verdict;
  };
  return { check, close };
};

const verdictOf = (
  worker: Worker,
  bytes: Uint8Array<ArrayBuffer>,
  { time, memory, used }: Limits,
): Promise<PdfVerdict> =>
  new Promise((resolve, reject) => {
    const [start, before] = [performance.now(), used()];
    const glance = setInterval(() => {
      if (performance.now() - start > time || used() - before > memory) settle({ reason: 'too-large' });
    }, GLANCE);
    const stop = (): void => {
      clearInterval(glance);
      worker.off('message', settle).off('error', fail);
    };
    const settle = (verdict: PdfVerdict): void => {
      stop();
      resolve(verdict);
    };
    const fail = (fault: NodeJS.ErrnoException): void => {
      if (fault.code === 'ERR_WORKER_OUT_OF_MEMORY') return settle({ reason: 'too-large' });
      stop();
      reject(fault);
    };
    worker.on('message', settle).on('error', fail);
    worker.postMessage(bytes, [bytes.buffer]);
  });
