import { expect, test } from 'vitest';
import type { Message } from '../../src/diagnostics/message.ts';
import { recipientsFor, type Localised } from '../../src/produce/localised.ts';
import { PerRecipient } from '../../src/produce/per-recipient.ts';
import { editionOf, loaded } from '../loaded.ts';

const NAMES = ['Leeds', 'Hull', 'York', 'Ripon', 'Selby', 'Filey'];

const project = () =>
  loaded({
    'sources/data/towns.csv': `code,town\n${NAMES.map((name, index) => `T${index},${name}`).join('\n')}\n`,
    'sources/data/towns.yaml': 'title: Towns\nkey: code\nname: town\n',
    'sources/packs/bill.yaml':
      'title: The Bill\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp: { recipients: towns }\n',
  });

/** What is told where each recipient's document has some of these messages. */
const told = async (of: (recipient: Localised) => readonly Message[]) => {
  const all = await project();
  const { pack, edition } = editionOf(all, 'bill', 'mp');
  const found = new PerRecipient(all, pack, edition);
  for (const { localise } of recipientsFor(all, edition)) {
    const recipient = localise();
    found.add(recipient, of(recipient), []);
  }
  return found.messages().map(({ severity, text, row }) => [severity, text, row?.key ?? null]);
};

const message = (severity: Message['severity']): Message => ({
  rule: 'example',
  severity,
  text: 'It is wrong',
});

test('what all recipients share is told once, and of nobody in particular', async () => {
  expect(await told(() => [message('error')])).toEqual([['error', 'It is wrong', null]]);
  expect(await told(() => [message('warning')])).toEqual([['warning', 'It is wrong', null]]);
});

test('a warning of some is told once, with whom it is about; an error of some for each row, which can be left out', async () => {
  const isSome = ({ addressee: { name } }: Localised) => name !== 'Leeds';
  expect(await told((one) => (isSome(one) ? [message('warning')] : []))).toEqual([
    ['warning', 'It is wrong, for Hull; York; Ripon; and 2 more', null],
  ]);
  expect(await told((one) => (one.addressee.name === 'York' ? [message('error')] : []))).toEqual([
    ['error', 'It is wrong, for York', 'T2'],
  ]);
});
