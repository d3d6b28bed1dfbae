import { createInterface } from 'node:readline/promises';
import type { Terminal } from './terminal.ts';

/** A question to whoever sits at the terminal. */
export interface Prompt<Key extends string> {
  readonly key: Key;
  readonly text: string;
  /** What nothing but Enter stands for, after these answers. */
  readonly usual: (before: Partial<Record<Key, string>>) => string;
}

/** What is wrong with an answer; null where nothing is. */
type FaultIn<Key extends string> = (answer: Partial<Record<Key, string>>) => Promise<string | null>;

/** Whether there is somebody to ask. */
export const canAsk = ({ host }: Terminal): boolean => host.stdin.isTTY && host.stderr.isTTY;

/** Asks one question after the other, and again where an answer won't do; null where the asking is broken off. */
export const ask = async <Key extends string>(
  terminal: Terminal,
  questions: readonly Prompt<Key>[],
  faultIn: FaultIn<Key>,
): Promise<Partial<Record<Key, string>> | null> => {
  const { stdin: input, stderr: output } = terminal.host;
  const lines = createInterface({ input, output });
  const closed = new AbortController();
  lines.once('close', () => closed.abort());
  const answers: Partial<Record<Key, string>> = {};
  const answerTo = async ({ key, text, usual }: Prompt<Key>): Promise<string> => {
    const enter = usual(answers);
    for (;;) {
      const said = (await lines.question(`${text} [${enter}] `, { signal: closed.signal })).trim() || enter;
      const fault = await faultIn({ [key]: said } as Partial<Record<Key, string>>);
      if (!fault) return said;
      terminal.complain(`  ${fault}\n`);
    }
  };
  try {
    for (const question of questions) answers[question.key] = await answerTo(question);
    return answers;
  } catch (fault) {
    if (closed.signal.aborted) return null;
    throw fault;
  } finally {
    lines.close();
  }
};
