/** The commands on where passages got to, and on what went out. */

import { join } from 'node:path';
import type { Command } from 'commander';
import type { Impact, ImpactedPassage, IssuedUse, ShownWording } from '../commands/impact.ts';
import { count } from '../diagnostics/count.ts';
import { ENGLISH } from '../model/languages/en.ts';
import { showDate } from '../model/languages/languages.ts';
import { presentOf, withCommon } from './options.ts';
import { firstOf } from './results.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

export const impactCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('impact'))
    .description('say which documents show a passage or a source, in which words, and which went out with it')
    .argument('<id>', 'the id of a passage or of a source')
    .option('--json', 'tell it as JSON')
    .action(async (id: string, options: CommonOptions & { json?: boolean }) => {
      const { impact } = await import('../commands/impact.ts');
      const { today } = presentOf(terminal, options);
      const { value, messages } = await impact(terminal.world(options), id, today);
      await terminal.tell(messages, options);
      if (value) terminal.say(options.json ? `${JSON.stringify(value, null, 2)}\n` : impactText(value));
    });
};

interface IssuedOptions extends CommonOptions {
  readonly to: string;
  readonly on: string;
}

export const issuedCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('issued'))
    .description('record that a document of the output went out')
    .argument('<pack>', "the pack's name")
    .argument('[edition]', "the edition's name in the pack")
    .argument('[recipient]', 'the key or name of one of its recipients, where it has some')
    .requiredOption('--to <name>', 'whom it went to')
    .requiredOption('--on <day>', 'the day, e.g. 2025-01-16')
    .action(
      async (
        pack: string,
        edition: string | undefined,
        recipient: string | undefined,
        options: IssuedOptions,
      ) => {
        const { recordIssue } = await import('../commands/issued.ts');
        const { today } = presentOf(terminal, options);
        const issue = { pack, edition, recipient, to: options.to, on: options.on };
        const { value, messages } = await recordIssue(terminal.world(options), options.root, issue, today);
        await terminal.tell(messages, options);
        if (value) terminal.say(`${join(options.root, value)}\n`);
      },
    );
};

const impactText = ({ sort, id, passages }: Impact): string => {
  const head = sort === 'source' ? `${id}: ${count(passages.length, 'passage')}\n\n` : '';
  return head + passages.map(passageText).join('\n');
};

const passageText = ({ id, shown, issued }: ImpactedPassage): string => {
  const documents = shown.length ? shown.flatMap(wordingLines) : ['  in no document'];
  const went = issued.length ? ['  went out', ...issued.flatMap(issuedLines)] : [];
  return `${[id, ...documents, ...went].join('\n')}\n`;
};

const wordingLines = ({ text, audiences, documents }: ShownWording): readonly string[] => [
  `  for ${audiences.join(', ')}: ${firstOf(documents, 5)}`,
  `    “${text}”`,
];

const issuedLines = ({ document, to, on, text, corrected, needs, file }: IssuedUse): readonly string[] => {
  const state = needs
    ? `to be corrected: it ${needs}`
    : corrected
      ? `corrected on ${showDate(corrected, ENGLISH)}`
      : 'as it is';
  return [
    `    ${document} to ${to} on ${showDate(on, ENGLISH)}, ${state} (${file})`,
    ...(needs ? [`      it said “${text}”`] : []),
  ];
};
