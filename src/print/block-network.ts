/**
 * Seals a tab: a page gets its assets from memory, under a host that cannot exist, and nothing else. Scripts do not
 * run. What a page asks for in vain is kept.
 */

import { extname } from 'node:path/posix';
import type { HTTPRequest, Page } from 'puppeteer';
import type { PrintJob } from '../world/world.ts';

/** A tab's view of the outside. */
export interface BlockedNetwork {
  /** Whether all that the tab has loaded since `empty` is the same for a job: the tab keeps what it has loaded. */
  fits(job: PrintJob): boolean;
  /** Goes to an empty page, of which nothing is left from before. */
  empty(): Promise<void>;
  /** Lets a job's assets through, in place of those of the job before. */
  open(job: PrintJob): void;
  /** What was asked for in vain since then, sorted: paths below the output folder, and foreign addresses. */
  refused(): readonly string[];
}

const HOST = 'despatch.invalid';

/** The address of a path below the output folder. */
export const addressOf = (path: string): string =>
  `http://${HOST}/${path.split('/').map(encodeURIComponent).join('/')}`;

// A policy for what never reaches the network, where it could be stopped: `data:` and `blob:` addresses.
const POLICY = "default-src http: https:; style-src http: https: 'unsafe-inline'";

const TYPES: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.css': 'text/css; charset=utf-8',
  '.gif': 'image/gif',
  '.html': 'text/html; charset=utf-8',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Seals a tab for good. */
export const blockNetwork = async (page: Page): Promise<BlockedNetwork> => {
  let assets: PrintJob['assets'] = new Map();
  let loaded = new Map<string, Uint8Array>();
  let started = false;
  let refused = new Set<string>();
  await page.setJavaScriptEnabled(false);
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    if (isInner(request)) return;
    const path = pathOf(request.url());
    // A page that sends its reader elsewhere, or to itself again, stays where it is.
    const body = request.isNavigationRequest() ? (started ? null : EMPTY) : path && assets.get(path);
    started = true;
    if (!body) refused.add(path || shorten(request.url()));
    else if (path) loaded.set(path, body);
    // It fails where the tab has gone meanwhile, which the one who prints notices.
    void reply(request, body || null).catch(() => {});
  });
  page.on('console', (message) => {
    const address = blocked(message.text());
    if (address) refused.add(shorten(address));
  });
  return {
    fits: (job) => [...loaded].every(([path, bytes]) => isSame(bytes, job.assets.get(path))),
    empty: async () => {
      started = false;
      loaded = new Map();
      await page.goto(addressOf(''));
    },
    open: (job) => {
      assets = job.assets;
      refused = new Set();
    },
    refused: () => [...refused].sort(),
  };
};

const EMPTY = Buffer.from('<!doctype html><title></title>');

const isSame = (bytes: Uint8Array, other: Uint8Array | undefined): boolean =>
  bytes === other || (other !== undefined && Buffer.compare(bytes, other) === 0);

/** Addresses that hold their content; Chrome's own pictures have such too. The policy stops those of the page. */
const isInner = (request: HTTPRequest): boolean => request.url().startsWith('data:');

const reply = (request: HTTPRequest, body: Uint8Array | null): Promise<void> => {
  // Any other reason to fail would put an error page in the place of the page.
  if (body === null) return request.abort('aborted');
  const { pathname } = new URL(request.url());
  const contentType = TYPES[extname(pathname).toLowerCase() || '.html'];
  return request.respond({
    ...(contentType === undefined ? {} : { contentType }),
    headers: { 'Content-Security-Policy': POLICY },
    body,
  });
};

/** The path below the output folder; null where the address is foreign. */
const pathOf = (address: string): string | null => {
  try {
    const url = new URL(address);
    return url.host === HOST ? decodeURIComponent(url.pathname.slice(1)) : null;
  } catch {
    return null;
  }
};

/** What Chrome itself refuses does not come here as a request, but is told on the console. */
const blocked = (text: string): string | null =>
  /^Not allowed to load local resource: (\S+)/.exec(text)?.[1] ??
  /'([a-z]+:\S*)' violates the following Content Security Policy/i.exec(text)?.[1] ??
  null;

/** An address that holds its content is long. */
const shorten = (address: string): string => (address.length > 100 ? `${address.slice(0, 99)}…` : address);
