/** What the screen asks its server to do. */

import { z } from 'zod';
import type { PreviewServices } from './services.ts';
import { moveChange } from './arranging.ts';
import type { WriteOutcome } from './interface.ts';
import { messageCards } from './message-card.ts';
import { passageChange } from './passage-form.ts';
import type { Reply } from './server.ts';
import type { FileChange } from './writing.ts';

const Texts = z.record(z.string(), z.string());

/** What is sent along, by what is asked for. */
const SENT = {
  '/open': z.object({ document: z.string() }),
  '/edit': z.object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }),
  '/save': z.object({
    id: z.string(),
    hash: z.string(),
    written: z.object({
      attributes: Texts,
      text: z.string(),
      wordings: z.array(z.object({ attributes: Texts, text: z.string() })),
    }),
  }),
  '/move': z.object({
    hash: z.string(),
    passage: z.string(),
    slot: z.string().nullable(),
    index: z.int().min(0),
  }),
  '/undo': z.object({}),
};

type Command = keyof typeof SENT;

type Doing = {
  readonly [Name in Command]: (
    sent: z.infer<(typeof SENT)[Name]>,
    services: PreviewServices,
  ) => Promise<unknown>;
};

const DO: Doing = {
  '/open': async ({ document }, { session }) => ({ done: session.open(document) }),
  '/edit': async (place, { editor }) => ({ done: await editor.open(place) }),
  '/undo': async (_sent, { writing }) => ({ done: await writing.undo() }),
  '/save': async ({ id, hash, written }, services) => {
    const { shown } = services.session;
    return write(services, shown && passageChange(shown.project, id, hash, written));
  },
  '/move': async ({ hash, ...move }, services) => {
    const { shown } = services.session;
    return write(services, shown && moveChange(shown, hash, move));
  },
};

/** Does what is asked for; null where it is nothing that there is. */
export const runCommand = async (
  services: PreviewServices,
  path: string,
  sent: unknown,
): Promise<Reply | null> => {
  if (!Object.hasOwn(DO, path)) return null;
  const name = path as Command;
  const read = SENT[name].safeParse(sent);
  if (!read.success)
    return { status: 400, type: 'text/plain', body: 'What was sent is not what was expected.\n' };
  const done = await (DO[name] as (sent: unknown, services: PreviewServices) => Promise<unknown>)(
    read.data,
    services,
  );
  return { status: 200, type: 'application/json', body: JSON.stringify(done) };
};

/** What is gone meanwhile has changed. */
const write = async (
  { writing, editor }: PreviewServices,
  change: FileChange | null,
): Promise<WriteOutcome> => {
  if (!change) return { is: 'changed' };
  const result = await writing.write(change);
  if (result === 'by-hand') {
    const place = { file: change.path, line: change.line, column: 1 };
    return { is: 'by-hand', place: { ...place, href: editor.href(place) } };
  }
  return typeof result === 'string'
    ? { is: result }
    : { is: 'faulty', messages: messageCards(result, editor) };
};
