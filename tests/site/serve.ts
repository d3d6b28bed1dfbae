import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
  '.json': 'application/json',
};

/** A folder as a web server gives it out, below a path of its own. */
export interface Served {
  readonly address: string;
  /** How many bytes went over the wire for each address that was asked for; null where there is no such file. */
  readonly sent: Map<string, number | null>;
  readonly server: Server;
}

export const serve = async (folder: string, below: string): Promise<Served> => {
  const sent = new Map<string, number | null>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '').replace(/[?#].*/u, ''));
    const inside = path.startsWith(below) ? path.slice(below.length) : null;
    const file = inside === null ? null : join(folder, inside.replace(/(?<=^|\/)$/u, 'index.html'));
    void (file ? readFile(file) : Promise.reject(new Error('elsewhere'))).then(
      (bytes) => {
        const isPacked = extname(file ?? '') !== '.woff2';
        const body = isPacked ? gzipSync(bytes) : bytes;
        sent.set(path, body.length);
        response.setHeader('content-type', TYPES[extname(file ?? '')] ?? 'application/octet-stream');
        if (isPacked) response.setHeader('content-encoding', 'gzip');
        response.end(body);
      },
      () => {
        sent.set(path, null);
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${below}`, sent, server };
};
