/** The commands with which a project and its parts begin. */

import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { suggest } from '../diagnostics/nearest.ts';
import { OutsideError } from '../diagnostics/outside.ts';
import { UsageError } from '../diagnostics/usage.ts';
import type { Publisher } from '../start/example.ts';
import { GUIDE } from '../world/package.ts';
import { ask, canAsk, type Prompt } from './ask.ts';
import { presentOf, withCommon } from './options.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

export const initCommand = (parent: Command, terminal: Terminal): void => {
  parent
    .command('init')
    .description('begin a project with a small example that builds')
    .argument('[folder]', 'where; the folder in which the command runs where none is named', '.')
    .option('--yes', 'ask nothing')
    .option('--debug', 'where despatch itself fails, show where')
    .action(async (folder: string, { yes = false }: { yes?: boolean }) => {
      const { examplePublisher, faultIn, init } = await import('../commands/init.ts');
      const isAsked = !yes && canAsk(terminal);
      const answers = isAsked ? await ask(terminal, questionsOf(await examplePublisher()), faultIn) : {};
      if (!answers) throw new UsageError('Not all questions were answered', 'Nothing was written.');
      const written = await init(resolve(folder), answers, terminal.version);
      terminal.say(`${written.map((path) => join(folder, path)).join('\n')}\n\n${nextSteps(folder)}`);
    });
};

export const newCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('new'))
    .description('write a new source, pack or template to begin with')
    .argument('<sort>', 'source, pack or template')
    .argument('<title>', 'what it is to be called, e.g. "Survey of 2025"')
    .action(async (name: string, title: string, options: CommonOptions) => {
      const { create, SORTS } = await import('../commands/create.ts');
      const sort = SORTS.find((one) => one === name);
      if (!sort) throw new UsageError(`There is nothing new of the sort \`${name}\``, suggest(name, SORTS));
      const world = terminal.world(options, { cache: null });
      const written = await create(world, options.root, sort, {
        title,
        today: presentOf(terminal, options).today,
      });
      terminal.say(`${written.map((path) => join(options.root, path)).join('\n')}\n`);
    });
};

export const ejectCommand = (parent: Command, terminal: Terminal): void => {
  parent
    .command('eject')
    .description('copy a template that comes with despatch into the project, to change it')
    .argument('<template>', 'e.g. handout, partials/masthead, styles/tokens or site/desk')
    .option('--root <folder>', 'the project: the folder that holds `sources`', '.')
    .option('--debug', 'where despatch itself fails, show where')
    .action(async (name: string, { root }: { root: string }) => {
      const { eject } = await import('../commands/eject.ts');
      const written = await eject(root, name);
      terminal.say(`${written.map((path) => join(root, path)).join('\n')}\n`);
    });
};

export const schemaCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('schema'))
    .description(
      "write or renew the JSON Schemas by which editors complete and check the project's YAML files",
    )
    .action(async (options: CommonOptions) => {
      const { writeSchemas } = await import('../commands/schema.ts');
      const written = await writeSchemas(terminal.world(options, { cache: null }).files, options.root);
      const paths = written.map((path) => `${join(options.root, path)}\n`);
      terminal.say(paths.join('') || 'All schemas are as they should be\n');
    });
};

export const guideCommand = (parent: Command, terminal: Terminal): void => {
  parent
    .command('guide')
    .description('tell where the guide is, to be opened in a browser; or what a rule finds, and why')
    .argument('[rule]', 'the name of a rule, as it stands behind a message')
    .action(async (rule: string | undefined) => {
      if (rule !== undefined) return terminal.say(`${await ruleText(rule)}\n`);
      const page = join(GUIDE, 'index.html');
      if (!existsSync(page))
        throw new OutsideError('The guide has no pages yet', 'Make them: `npm run guide`.');
      terminal.say(`${pathToFileURL(page).href}\n`);
    });
};

const ruleText = async (name: string): Promise<string> => {
  const { ruleNamed } = await import('../commands/rules.ts');
  return ruleNamed(name);
};

const questionsOf = (example: Publisher): readonly Prompt<keyof Publisher>[] => [
  { key: 'name', text: 'What is your group called?', usual: () => example.name },
  {
    key: 'short',
    text: 'And in short?',
    usual: ({ name = example.name }) => (name === example.name ? example.short : initialsOf(name)),
  },
  { key: 'site', text: 'Its address on the web?', usual: () => example.site },
];

/** The first letters of the words that begin with a capital, e.g. `FLL` of “Friends of Leeds Libraries”; the name itself where there are few. */
const initialsOf = (name: string): string => {
  const letters = (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');
  return letters.length > 1 ? letters : name;
};

const nextSteps = (folder: string): string => {
  const place = relative('.', folder);
  const isInstalled = existsSync(join(folder, 'node_modules', 'despatch'));
  const steps = [
    ...(place ? [`cd ${/^[\w./\\:-]+$/u.test(place) ? place : `"${place}"`}`] : []),
    ...(isInstalled ? [] : ['npm install']),
    'npx despatch build',
  ];
  return `An example to write over. Next:\n${steps.map((step) => `  ${step}\n`).join('')}`;
};
