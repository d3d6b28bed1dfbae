import { beforeAll, describe, expect, test } from 'vitest';
import { answersOf } from '../../src/preview/answers.ts';
import { editorOf } from '../../src/preview/editor.ts';
import type { Answering } from '../../src/preview/server.ts';
import { Writing } from '../../src/preview/writing.ts';
import { Checking } from '../../src/preview/checking.ts';
import { baseProject } from '../project.ts';
import { openSession } from './sessions.ts';

let answer: Answering['answer'];

beforeAll(async () => {
  const contents = baseProject();
  contents['templates/brief/template.yaml'] += 'formats: [html, text]\n';
  const { session, world, rest } = openSession(contents);
  const { files } = world;
  session.refresh();
  await rest();
  const page = { status: 200, type: 'text/html', body: 'the screen' };
  answer = answersOf({
    session,
    screen: { page: () => page, files: new Map([['/screen/a.js', page]]) },
    editor: editorOf('/project', files),
    writing: new Writing({
      root: '/project',
      files,
      checking: new Checking(world),
      today: () => '2025-01-16',
    }),
    files,
  });
  return () => session.close();
});

const get = async (path: string) =>
  answer({ path, search: new URLSearchParams(), sent: null }, 'GET', 'token');

const post = async (path: string, sent: unknown) =>
  answer({ path, search: new URLSearchParams(), sent }, 'POST', 'token');

describe('what the preview serves', () => {
  test.each([
    ['/', 'text/html'],
    ['/screen/a.js', 'text/html'],
    ['/state', 'application/json'],
    ['/pages/bill/mp.html', 'text/html'],
    ['/pages/bill/mp.txt', 'text/plain'],
  ])('%s', async (path, type) => {
    expect(await get(path)).toMatchObject({ status: 200, type });
  });

  test('what its page loads, under addresses that never stand for anything else', async () => {
    const { body } = (await get('/pages/bill/mp.html')) ?? {};
    const [, sheet] = /href="\.\.\/(assets\/[^"]+\.css)"/u.exec(String(body)) ?? [];
    expect(await get(`/pages/${sheet}`)).toMatchObject({ status: 200, type: 'text/css', lasts: true });
  });

  test.each([
    '/nothing',
    '/pages/',
    '/pages/bill/press.html',
    '/pages/../sources/organisation.yaml',
    '/pages/sources/organisation.yaml',
    '/sources/organisation.yaml',
    '/pages/assets/../bill/mp.html',
    '/screen/../package.json',
    '/paper.pdf',
    '/paper/1.png',
    '/passage',
    '/form',
  ])('not %s', async (path) => {
    expect(await get(path)).toBeNull();
  });

  test.each([
    ['/nothing', {}, null],
    ['/constructor', {}, null],
    ['/open', {}, { status: 400 }],
    ['/open', null, { status: 400 }],
    ['/open', { document: 'bill/nobody' }, { status: 200, body: '{"done":false}' }],
    ['/edit', { file: '../package.json', line: 1, column: 1 }, { status: 200, body: '{"done":false}' }],
    ['/edit', { file: 'sources/organisation.yaml', line: 0, column: 1 }, { status: 400 }],
    [
      '/save',
      { id: 'local-capacity', hash: '', written: { attributes: { to: 1 }, text: '', wordings: [] } },
      { status: 400 },
    ],
    [
      '/save',
      { id: 'nothing', hash: '', written: { attributes: {}, text: '', wordings: [] } },
      { body: '{"is":"changed"}' },
    ],
    ['/move', { hash: '', passage: 'local-capacity', slot: 'asks', index: -1 }, { status: 400 }],
    ['/undo', {}, { body: '{"done":false}' }],
  ])('asked to do %s with %j', async (path, sent, expected) => {
    const done = await post(path, sent);
    if (expected === null) expect(done).toBeNull();
    else expect(done).toMatchObject(expected);
  });
});
