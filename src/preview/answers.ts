/** What the preview's server answers, by path. Pages and their files are those of the document that is shown, from memory. */

import { posix } from 'node:path';
import { arrangementOf } from './arranging.ts';
import type { PreviewServices } from './services.ts';
import { runCommand } from './commands.ts';
import { COPY_BUTTON } from '../render/copy-button.ts';
import { textHash } from '../render/policy.ts';
import type { Editor } from './editor.ts';
import { formOf } from './passage-form.ts';
import { PageImages } from './page-images.ts';
import { cardOf } from './standing-view.ts';
import type { Answering, Reply } from './server.ts';
import type { Session } from './session.ts';

/** Answers the questions of the screen. */
export const answersOf = (services: PreviewServices, images = new PageImages()): Answering['answer'] => {
  const { session, screen, editor } = services;
  return async ({ path, search, sent }, method, token) => {
    if (method === 'POST') return runCommand(services, path, sent);
    if (path === '/') return screen.page(token);
    if (path === '/state') return json(session.state);
    if (path === '/passage') return passage(session, search.get('id') ?? '', editor);
    if (path === '/form') return form(services, search.get('id') ?? '');
    if (path === '/arrangement') return arrangement(services, search.get('search') ?? '');
    return screen.files.get(path) ?? pageFile(session, path) ?? paperFile(session, images, path);
  };
};

const json = (value: unknown): Reply => ({
  status: 200,
  type: 'application/json',
  body: JSON.stringify(value),
});

const form = async ({ session: { shown }, files }: PreviewServices, id: string): Promise<Reply | null> => {
  const found = shown && (await formOf(shown.project, id, files));
  return found && json(found);
};

const arrangement = async (
  { session: { shown }, ...around }: PreviewServices,
  search: string,
): Promise<Reply | null> => {
  const found = shown && (await arrangementOf(shown, search, around));
  return found && json(found);
};

const passage = ({ shown }: Session, id: string, editor: Editor): Reply | null => {
  const card = shown && cardOf(shown, id, editor);
  return card && json(card);
};

/** What a page may do in the preview; its own policy, which is narrower, holds besides. */
const POLICY =
  `default-src 'none'; img-src 'self'; font-src 'self'; style-src 'self' 'unsafe-inline'; ` +
  `script-src '${textHash(COPY_BUTTON.code)}'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`;

/** The page that is shown, and what it loads. */
const pageFile = ({ rendered }: Session, path: string): Reply | null => {
  const name = path.startsWith('/pages/') ? path.slice('/pages/'.length) : null;
  if (!rendered || name === null) return null;
  const { path: own, html, text, assets } = rendered;
  if (name === own) return { status: 200, type: 'text/html', body: html, policy: POLICY };
  if (text !== null && name === own.replace(/html$/u, 'txt'))
    return { status: 200, type: 'text/plain', body: text };
  const body = assets.get(name);
  const type = TYPES[posix.extname(name)];
  return body && type ? { status: 200, type, body, lasts: true } : null;
};

/** The document on paper: its PDF, and a picture of each of its pages. */
const paperFile = async ({ paper }: Session, images: PageImages, path: string): Promise<Reply | null> => {
  if (!paper) return null;
  if (path === '/paper.pdf') return { status: 200, type: 'application/pdf', body: paper.pdf.bytes };
  const [, number] = /^\/paper\/(\d{1,4})\.png$/u.exec(path) ?? [];
  const body = number === undefined ? null : await images.of(paper.pdf.bytes, Number(number));
  return body && { status: 200, type: 'image/png', body };
};

/** The files of pages, by ending. */
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.otf': 'font/otf',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
};
