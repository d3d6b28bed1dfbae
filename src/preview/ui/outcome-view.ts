import type { WriteOutcome } from '../interface.ts';
import { h, said, type Child } from './element.ts';
import { placeLink } from './messages-view.ts';
import { ask } from './server.ts';

/** What came of the wish to write; `again` reads anew what was changed meanwhile. */
export const outcomeView = (outcome: WriteOutcome, again: () => void): Child[] => {
  if (outcome.is === 'written') return [h('p', {}, 'Saved.')];
  if (outcome.is === 'changed')
    return [
      h('p', {}, 'The file has changed since it was read here, and nothing was written. '),
      h('button', { type: 'button', onclick: again }, 'Read it again'),
    ];
  if (outcome.is === 'by-hand')
    return [
      h('p', {}, 'This can’t be written here without touching more than it should. Write it in the file:'),
      h('p', {}, placeLink(outcome.place)),
    ];
  return [
    h('p', {}, h('b', {}, 'Nothing was written: it would bring what has to be mended first.')),
    ...outcome.messages.flatMap(({ text, remedy }) => [
      h('p', {}, ...said(text)),
      remedy ? h('p', { class: 'remedy' }, ...said(remedy)) : null,
    ]),
  ];
};

/** Asks for something to be written; null, with the reason in `place`, where that could not be asked. */
export const askToWrite = async (
  place: HTMLElement,
  path: string,
  sent: unknown,
): Promise<WriteOutcome | null> => {
  place.replaceChildren(h('p', {}, 'Checking …'));
  try {
    return await ask<WriteOutcome>(path, sent);
  } catch (fault) {
    place.replaceChildren(h('p', {}, fault instanceof Error ? fault.message : String(fault)));
    return null;
  }
};
