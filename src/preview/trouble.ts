import { OutsideError } from '../diagnostics/outside.ts';
import { UsageError } from '../diagnostics/usage.ts';
import type { Trouble } from './interface.ts';

/** What stands in the way of the preview, in words. */
export const troubleOf = (fault: unknown): Trouble => {
  const text = fault instanceof Error ? fault.message : String(fault);
  if (fault instanceof OutsideError || fault instanceof UsageError) return { text, remedy: fault.remedy };
  return {
    text: `despatch itself failed: ${text}`,
    remedy:
      'This is a fault of despatch, not of your files: please report it. What you save next is tried again.',
  };
};
