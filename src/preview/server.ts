/** The preview's server: on this machine alone, for its own screen alone (`guard.ts`). It serves nothing from the disk. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { UsageError } from '../diagnostics/usage.ts';
import { Guard } from './guard.ts';
import { troubleOf } from './trouble.ts';

/** What is answered. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Uint8Array;
  /** Whether its address never stands for anything else. */
  readonly lasts?: boolean;
  /** The Content Security Policy of a page. */
  readonly policy?: string;
}

/** A question of the screen. */
export interface ScreenRequest {
  readonly path: string;
  readonly search: URLSearchParams;
  /** What was sent along, as JSON; null where nothing was. */
  readonly sent: unknown;
}

export interface Answering {
  /** The answer to a question; null where there is no such thing. */
  answer(asked: ScreenRequest, method: 'GET' | 'POST', token: string): Promise<Reply | null>;
  /** Told of a screen that listens, until it leaves. */
  listen(send: (event: string, data: unknown) => void): () => void;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** How many ports are tried, one after the other. */
const TRIED = 20;

/** The most that a screen sends, in bytes. */
const MOST_SENT = 1_000_000;

/**
 * Listens at a port, or where that is in use at one of the next.
 * @throws UsageError where all of these are in use.
 */
export const listen = async (wanted: number, answering: Answering): Promise<Listening> => {
  for (let port = wanted; port < Math.min(wanted + TRIED, 65_536); port += 1) {
    const server = await opened(port, answering);
    if (server) return { port: (server.address() as { port: number }).port, close: () => closed(server) };
  }
  throw new UsageError(
    `The ports from ${wanted} to ${wanted + TRIED - 1} are in use, or may not be used`,
    'Name another with `--port`, such as 8400.',
  );
};

/** Null where the port is in use. */
const opened = (port: number, answering: Answering): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (fault: NodeJS.ErrnoException) =>
      ['EADDRINUSE', 'EACCES'].includes(fault.code ?? '') ? resolve(null) : reject(fault),
    );
    server.listen(port, HOST, () => {
      const guard = new Guard((server.address() as { port: number }).port);
      server.on('request', (request, response) => {
        respond(guard, answering, request, response).catch((fault: unknown) => refuse(response, fault));
      });
      resolve(server);
    });
  });

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });

const respond = async (
  guard: Guard,
  answering: Answering,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const refusal = guard.refusal(request);
  if (refusal !== null) return send(response, { status: 403, type: 'text/plain', body: `${refusal}.\n` });
  const url = URL.parse(`http://${HOST}${request.url ?? '/'}`);
  if (!url) return send(response, NOT_FOUND);
  if (url.pathname === '/events') return stream(answering, response);
  const sent = request.method === 'POST' ? await sentWith(request) : null;
  if (sent === undefined)
    return send(response, {
      status: 400,
      type: 'text/plain',
      body: 'What was sent is no JSON, or too long.\n',
    });
  const asked = { path: decoded(url.pathname), search: url.searchParams, sent };
  const method = request.method === 'POST' ? 'POST' : 'GET';
  send(response, (await answering.answer(asked, method, guard.token)) ?? NOT_FOUND);
};

/** What could not be done is told to whoever asked for it. */
const refuse = (response: ServerResponse, fault: unknown): void => {
  const { text, remedy } = troubleOf(fault);
  if (response.headersSent) response.destroy();
  else send(response, { status: 500, type: 'text/plain', body: `${text}. ${remedy}\n` });
};

const NOT_FOUND: Reply = { status: 404, type: 'text/plain', body: 'There is nothing here.\n' };

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** What a request carries, as JSON; undefined where it is none, or too long. */
const sentWith = async (request: IncomingMessage): Promise<unknown> => {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_SENT) return undefined;
    parts.push(part);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
};

/** What nothing may do that is not allowed where it is answered. */
const SEALED = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

const send = (response: ServerResponse, { status, type, body, lasts, policy }: Reply): void => {
  response.writeHead(status, {
    'content-type': type.startsWith('text/') ? `${type}; charset=utf-8` : type,
    'cache-control': lasts ? 'private, max-age=31536000, immutable' : 'no-store',
    'content-security-policy': policy ?? SEALED,
    ...SHUT,
  });
  response.end(body);
};

/** Nothing is guessed, leaks its address, or is taken in by pages of elsewhere. */
const SHUT = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
};

/** Events for one screen, as long as it is there (HTML, Server-sent events). */
const stream = (answering: Answering, response: ServerResponse): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', ...SHUT });
  const leave = answering.listen((event, data) => {
    response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  });
  response.on('close', leave);
};
