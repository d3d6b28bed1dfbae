import { describe, expect, test } from 'vitest';
import { Guard } from '../../src/preview/guard.ts';

const guard = new Guard(4680);
const own = { host: '127.0.0.1:4680' };
const token = { 'x-despatch-token': guard.token };

describe('the preview answers its own screen alone', () => {
  test.each([
    ['its page, as it is typed', 'GET', { ...own, 'sec-fetch-site': 'none' }],
    ['its page by the name of this machine', 'GET', { host: 'localhost:4680' }],
    ['what its page loads', 'GET', { ...own, 'sec-fetch-site': 'same-origin' }],
    [
      'its page, by a link from elsewhere',
      'GET',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    ],
    ['what changes something, with the token', 'POST', { ...own, ...token, origin: 'http://127.0.0.1:4680' }],
  ])('%s', (_what, method, headers) => {
    expect(guard.refusal({ method, headers })).toBeNull();
  });

  test.each([
    ['a name that leads here (DNS rebinding)', 'GET', { host: 'evil.example:4680' }],
    ['another port', 'GET', { host: '127.0.0.1:4681' }],
    ['no host', 'GET', {}],
    ['a page of elsewhere', 'GET', { ...own, origin: 'https://evil.example' }],
    ['another page of this machine', 'GET', { ...own, origin: 'http://localhost:4680' }],
    ['a page without an origin', 'GET', { ...own, origin: 'null' }],
    [
      'a picture in a page of elsewhere',
      'GET',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    ],
    [
      'a frame in a page of elsewhere',
      'GET',
      { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    ],
    ['what changes something, without the token', 'POST', own],
    ['with another token', 'POST', { ...own, 'x-despatch-token': new Guard(4680).token }],
    ['with the token, of elsewhere', 'POST', { ...own, ...token, origin: 'https://evil.example' }],
    ['another method', 'PUT', { ...own, ...token }],
  ])('not %s', (_what, method, headers) => {
    expect(guard.refusal({ method, headers })).toEqual(expect.any(String));
  });
});
