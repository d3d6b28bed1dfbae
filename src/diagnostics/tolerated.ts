import type { Message } from './message.ts';

/**
 * Messages of a build that keeps going: what is wrong with one row of a table alone costs that row its document, and is told
 * as a warning, since it stops nothing else.
 */
export const tolerated = (messages: readonly Message[], keepGoing: boolean): readonly Message[] =>
  keepGoing
    ? messages.map((message) =>
        message.row && message.severity === 'error' ? { ...message, severity: 'warning' } : message,
      )
    : messages;
