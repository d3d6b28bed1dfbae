/**
 * Who may ask the preview's server: its own screen. A page of the web in the same browser may not, under whatever name it
 * calls this machine: `Host` has to be ours (DNS rebinding), and so does `Origin` where there is one (Fetch, 3.1). What
 * changes something also needs the token that stands in the screen alone.
 */

import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The header that carries the token. */
const TOKEN = 'x-despatch-token';

export class Guard {
  /** Another one with each server. */
  readonly token = randomBytes(32).toString('base64url');
  readonly #hosts: ReadonlySet<string>;

  constructor(port: number) {
    this.#hosts = new Set([`127.0.0.1:${port}`, `localhost:${port}`]);
  }

  /** Why a request is refused; null where it is not. */
  refusal({ method = '', headers }: Pick<IncomingMessage, 'method' | 'headers'>): string | null {
    const { host = '', origin } = headers;
    if (!this.#hosts.has(host)) return 'This host is not the preview';
    if (origin !== undefined && origin !== `http://${host}`) return 'Pages from elsewhere may not ask here';
    if (!isOwn(headers)) return 'Pages from elsewhere may not ask here';
    if (method === 'GET') return null;
    if (method !== 'POST') return 'Only GET and POST are understood';
    return this.#holdsToken(headers[TOKEN])
      ? null
      : 'The token of this preview is missing: load the page again';
  }

  #holdsToken(given: string | string[] | undefined): boolean {
    const [own, theirs] = [this.token, String(given ?? '')].map((text) => Buffer.from(text));
    return own !== undefined && theirs?.length === own.length && timingSafeEqual(own, theirs);
  }
}

/** Browsers say where a request comes from (Fetch Metadata); a link that leads here from elsewhere may be followed. */
const isOwn = ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': dest,
}: IncomingMessage['headers']): boolean =>
  site === undefined ||
  site === 'same-origin' ||
  site === 'none' ||
  (mode === 'navigate' && dest === 'document');
