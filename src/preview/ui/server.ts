/** What the screen asks of its server. */

import type { PreviewState } from '../interface.ts';

const token = document.querySelector<HTMLMetaElement>('meta[name="despatch-token"]')?.content ?? '';

/** Asks for something that is known; null where it is not. */
export const find = async <Answer>(path: string): Promise<Answer | null> => {
  const response = await fetch(path);
  return response.ok ? ((await response.json()) as Answer) : null;
};

/** Asks for something to be done. */
export const ask = async <Answer>(path: string, sent: unknown): Promise<Answer> => {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-despatch-token': token },
    body: JSON.stringify(sent),
  });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as Answer;
};

/** Hears of each new state, and of whether the server is there. */
export const follow = (show: (state: PreviewState) => void, reach: (isThere: boolean) => void): void => {
  const events = new EventSource('/events');
  events.addEventListener('state', ({ data }: MessageEvent<string>) =>
    show(JSON.parse(data) as PreviewState),
  );
  events.addEventListener('open', () => reach(true));
  events.addEventListener('error', () => reach(false));
};
