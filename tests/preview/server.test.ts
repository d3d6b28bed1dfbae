import { get, request } from 'node:http';
import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { UsageError } from '../../src/diagnostics/usage.ts';
import { listen, type Answering } from '../../src/preview/server.ts';

const SILENT: Answering = { answer: async () => null, listen: () => () => {} };

const opened = async (answering: Partial<Answering> = {}, port = 0) => {
  const server = await listen(port, { ...SILENT, ...answering });
  onTestFinished(() => server.close());
  return server;
};

/** What is answered to a request, as it is written: `fetch` would mend its path and its host. */
const ask = (
  port: number,
  path: string,
  over: { host?: string; method?: string; body?: string; token?: string } = {},
) =>
  new Promise<{ status: number | undefined; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const { host = `127.0.0.1:${port}`, method = 'GET', body = '', token = '' } = over;
      const asked = request(
        { port, host: '127.0.0.1', path, method, headers: { host, 'x-despatch-token': token } },
        (response) => {
          let text = '';
          response.on('data', (part: Buffer) => (text += part.toString()));
          response.on('end', () =>
            resolve({ status: response.statusCode, body: text, headers: response.headers }),
          );
        },
      );
      asked.on('error', reject);
      asked.end(body);
    },
  );

describe('the server of the preview', () => {
  test('answers, and lets nothing be done with the answer that it does not allow', async () => {
    const { port } = await opened({
      answer: async ({ path }) => ({ status: 200, type: 'text/html', body: path }),
    });
    const { status, body, headers } = await ask(port, '/a%20b?c');
    expect({ status, body }).toEqual({ status: 200, body: '/a b' });
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });

  test('what could not be done is told', async () => {
    const { port } = await opened({
      answer: () => Promise.reject(new UsageError('The disk is full', 'Make room.')),
    });
    expect(await ask(port, '/')).toMatchObject({ status: 500, body: 'The disk is full. Make room.\n' });
  });

  test('refuses another host before anything is asked', async () => {
    let asked = 0;
    const { port } = await opened({ answer: async () => ((asked += 1), null) });
    expect((await ask(port, '/', { host: 'evil.example' })).status).toBe(403);
    expect((await ask(port, '/events', { host: 'evil.example' })).status).toBe(403);
    expect(asked).toBe(0);
  });

  test.each([
    '/nothing',
    '/../package.json',
    '/pages/../../package.json',
    '/%2e%2e/package.json',
    '//evil.example/',
    '/%',
  ])('has nothing at %s', async (path) => {
    const { port } = await opened();
    expect((await ask(port, path)).status).toBe(404);
  });

  test('takes what is sent as JSON, and no more than it can hold', async () => {
    let token = '';
    const { port } = await opened({
      answer: async ({ sent }, _method, own) => (
        (token = own),
        { status: 200, type: 'text/plain', body: JSON.stringify(sent) }
      ),
    });
    await ask(port, '/');
    const post = (body: string) => ask(port, '/x', { method: 'POST', body, token });
    expect(await post('{"a":1}')).toMatchObject({ status: 200, body: '{"a":1}' });
    expect((await post('a=1')).status).toBe(400);
    expect((await post(`"${'x'.repeat(1_000_001)}"`)).status).toBe(400);
  });

  test('tells all who listen, until they leave', async () => {
    const screens = new Set<(event: string, data: unknown) => void>();
    const { port } = await opened({
      listen: (send) => {
        screens.add(send);
        return () => screens.delete(send);
      },
    });
    const heard = await new Promise<string>((resolve) => {
      const asked = get(
        { port, host: '127.0.0.1', path: '/events', headers: { host: `127.0.0.1:${port}` } },
        (response) => {
          response.once('data', (part: Buffer) => {
            resolve(part.toString());
            asked.destroy();
          });
        },
      );
      const wait = setInterval(() => {
        if (screens.size) clearInterval(wait);
        screens.forEach((send) => send('state', { a: 1 }));
      }, 5);
    });
    expect(heard).toBe('event: state\ndata: {"a":1}\n\n');
    await expect.poll(() => screens.size).toBe(0);
  });

  test('takes the next port where one is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((ready) => other.once('listening', ready));
    const { port } = other.address() as { port: number };
    expect((await opened({}, port)).port).toBeGreaterThan(port);
  });
});
