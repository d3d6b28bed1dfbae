import { onOneLine } from './printable.ts';

/** One line on the terminal that says what is being made; on a pipe, nothing until there is a result. */
export interface Progress {
  show(text: string): void;
  clear(): void;
}

/** Progress on a stream: the standard error output of the command. */
export const progressOn = (stream: NodeJS.WriteStream): Progress => {
  if (!stream.isTTY) return { show: () => {}, clear: () => {} };
  const clear = () => void stream.write('\r\u001b[2K');
  return {
    show: (text) => {
      clear();
      stream.write(onOneLine(text).slice(0, Math.max(20, stream.columns - 1)));
    },
    clear,
  };
};
