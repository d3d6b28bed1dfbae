import { Option, type Command } from 'commander';
import { count } from '../diagnostics/count.ts';
import type { Renaming, RenamedSort } from '../commands/rename.ts';
import { withCommon } from './options.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

interface RenameOptions extends CommonOptions {
  readonly as?: RenamedSort;
}

export const renameCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('rename'))
    .description('give a passage, a source or a topic another name, wherever it is named')
    .argument('<old>', 'its name')
    .argument('<new>', 'the name that it is to have; of a topic, the last part is enough')
    .addOption(
      new Option('--as <sort>', 'what it is, where several have the name').choices([
        'passage',
        'source',
        'topic',
      ]),
    )
    .action(async (from: string, to: string, options: RenameOptions) => {
      const { rename, writeRenaming } = await import('../commands/rename.ts');
      const { value, messages } = await rename(terminal.world(options), from, to, options.as);
      await terminal.tell(messages, options);
      if (!value) return;
      await writeRenaming(options.root, value);
      terminal.say(renamedText(value));
    });
};

const renamedText = ({ sort, from, to, places, texts, moved }: Renaming): string => {
  const files = [...texts.keys()].toSorted().map((path) => `  ${path}\n`);
  const former = [...moved].map(([old, path]) => `\`${old}\` is now \`${path}\`.\n`);
  return `The ${sort} \`${from}\` is now \`${to}\`, in ${count(places, 'place')}:\n${files.join('')}${former.join('')}`;
};
