import { relative, resolve } from 'node:path';
import { Command } from 'commander';
import { build } from '../commands/build.ts';
import type { Built } from '../commands/request.ts';
import type { Told } from '../diagnostics/message.ts';
import { ALL_FORMATS, type Format } from '../model/formats.ts';
import type { Shard } from '../model/shard.ts';
import { UsageError } from '../diagnostics/usage.ts';
import { devCommand } from './dev.ts';
import { cacheOf, presentOf, withCache, withCommon, type Caching } from './options.ts';
import { readPdfFile } from './pdf-file.ts';
import { explainableText, explainedJson, explainedText } from './explained.ts';
import { builtText, checkedPdfsText, checkedText } from './results.ts';
import { impactCommand, issuedCommand } from './provenance.ts';
import { renameCommand } from './rename.ts';
import { ejectCommand, guideCommand, initCommand, newCommand, schemaCommand } from './starting.ts';
import type { Output, World } from '../world/world.ts';
import type { CommonOptions, Terminal } from './terminal.ts';

/** The command line: what there is to ask for. */
export const program = (terminal: Terminal): Command => {
  const command = new Command('despatch')
    .description(
      'Turns tagged, sourced passages into briefings for particular readers, as web pages and PDFs.',
    )
    .version(terminal.version)
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (text) => terminal.say(text),
      writeErr: (text) => terminal.complain(text),
    });
  for (const add of [
    initCommand,
    newCommand,
    buildCommand,
    devCommand,
    mergeCommand,
    checkCommand,
    explainCommand,
    impactCommand,
    issuedCommand,
    renameCommand,
    ejectCommand,
    schemaCommand,
    guideCommand,
  ])
    add(command, terminal);
  for (const one of command.commands)
    one.showHelpAfterError(
      `  Write it as \`despatch ${one.name()} ${one.usage()}\`; \`--help\` says what each part is.`,
    );
  return command;
};

const list = (value: string, before: readonly string[] = []): readonly string[] => {
  const names = value.split(',').map((part) => part.trim());
  // An empty name is a mistake, such as a variable that is not set: it does not mean all.
  if (names.some((name) => !name))
    throw new UsageError(`There is an empty name in \`${value}\``, 'Write names with commas between them.');
  return [...before, ...names];
};

/** Names may have commas: each stands by itself. */
const named = (value: string, before: readonly string[] = []): readonly string[] => {
  if (!value.trim())
    throw new UsageError('There is an empty name', 'Write the key or the name of a recipient.');
  return [...before, value.trim()];
};

const formats = (value: string, before: readonly Format[] = []): readonly Format[] =>
  list(value, before).map((name) => {
    const format = ALL_FORMATS.find((one) => one === name);
    if (!format)
      throw new UsageError(
        `There is no format \`${name}\``,
        `Write one or more of ${ALL_FORMATS.join(', ')}.`,
      );
    return format;
  });

const shard = (value: string): Shard => {
  const [, part, of] = (/^(\d{1,4})\/(\d{1,4})$/u.exec(value) ?? []).map(Number);
  if (!part || !of || part > of)
    throw new UsageError(`\`${value}\` is no part of a build`, 'Write it like 2/5, the second of five.');
  return { part, of };
};

/** The options of commands that fill the output folder. */
interface Filling extends CommonOptions {
  readonly out?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

const withOutput = (command: Command): Command =>
  command
    .option('--out <folder>', 'the output folder (default: output in the project)')
    .option('--force', 'replace an output folder outside the project even where it holds other files')
    .option('--json', 'tell the result as JSON');

/** Fills the output folder, where that may be replaced, and tells what came of it. */
const fillOutput = async (
  terminal: Terminal,
  options: Filling,
  cache: { readonly cache?: string | null },
  fill: (world: World) => Promise<Told<Built | null>>,
): Promise<void> => {
  const { out = resolve(options.root, 'output'), force = false } = options;
  const world = terminal.world(options, { out, ...cache });
  await refuseUnfit(world.output, out, force);
  const { value, messages } = await fill(world);
  await terminal.tell(messages, options);
  if (!value) return;
  const folder = relative('.', out) || out;
  terminal.say(options.json ? `${JSON.stringify(value, null, 2)}\n` : builtText(value, folder));
};

interface BuildOptions extends Filling, Caching {
  readonly audience?: readonly string[];
  readonly recipient?: readonly string[];
  readonly keepGoing?: boolean;
  readonly format?: readonly Format[];
  readonly shard?: Shard;
}

const buildCommand = (parent: Command, terminal: Terminal): void => {
  const command = withCache(withCommon(parent.command('build')))
    .description('build documents into the output folder')
    .argument('[pack...]', 'the packs to build; all where none is named')
    .option('--audience <names>', 'only editions for these audiences', list)
    .option(
      '--recipient <name>',
      'only documents for this recipient, by key or name; may be given several times',
      named,
    )
    .option('--format <names>', `only these formats: ${ALL_FORMATS.join(', ')}`, formats)
    .option(
      '--shard <part>',
      'only one part of the documents, e.g. 2/5, for machines that build side by side',
      shard,
    )
    .option('--keep-going', 'publish although documents for some rows of a table can’t be made');
  withOutput(command).action((packs: string[], options: BuildOptions) =>
    fillOutput(terminal, options, cacheOf(options), (world) =>
      build(world, {
        packs,
        audiences: options.audience ?? [],
        recipients: options.recipient ?? [],
        formats: options.format ?? [],
        keepGoing: options.keepGoing ?? false,
        ...(options.shard ? { shard: options.shard } : {}),
        version: terminal.version,
        ...presentOf(terminal, options),
        strict: options.strict ?? false,
      }),
    ),
  );
};

/** Refuses an output folder that must not be replaced. */
const refuseUnfit = async (output: Output, folder: string, force: boolean): Promise<void> => {
  const unfit = await output.unfit(force);
  if (unfit !== null) throw unfitFolder(folder, unfit, !force && (await output.unfit(true)) === null);
};

const unfitFolder = (folder: string, why: string, forceHelps: boolean): UsageError =>
  new UsageError(
    `\`${folder}\` can't be the output folder: it ${why}`,
    `A build replaces the folder whole. Name another with \`--out\`${forceHelps ? ', or, where its files may go, add `--force`' : ''}.`,
  );

const mergeCommand = (parent: Command, terminal: Terminal): void => {
  const command = withCommon(parent.command('merge'))
    .description('put the parts of a build that several machines have made into one output folder')
    .argument('<folder...>', 'the output folders of all parts, built with `--shard`');
  withOutput(command).action((folders: string[], options: Filling) =>
    fillOutput(terminal, options, { cache: null }, async (world) => {
      const { merge } = await import('../commands/merge.ts');
      const parts = folders.map((name) => ({ name, folder: terminal.folder(name, options) }));
      const { version } = terminal;
      return merge(world, parts, {
        version,
        ...presentOf(terminal, options),
        strict: options.strict ?? false,
      });
    }),
  );
};

interface CheckOptions extends CommonOptions, Caching {
  readonly documents?: boolean;
  readonly pdf?: readonly string[];
  readonly rule?: readonly string[];
}

/** What the check of one PDF may take: far more than a report of 400 pages does. */
const LIMITS = { time: 30_000, memory: 2 * 1024 ** 3 };

/** Checks PDFs, which need not be of a project. */
const pdfs = async (terminal: Terminal, files: readonly string[], options: CheckOptions): Promise<void> => {
  if (options.documents)
    throw new UsageError('`--pdf` and `--documents` ask for different things', 'Leave one of the two out.');
  const { checkPdfs } = await import('../commands/check-pdfs.ts');
  const limits = { ...LIMITS, used: () => terminal.host.memoryUsage.rss() };
  const { value, messages } = await checkPdfs(files, readPdfFile, limits);
  // Files are named from where the command runs, not from a project.
  await terminal.tell(messages, { ...options, root: '.' });
  terminal.say(options.reporter === 'json' ? `${JSON.stringify(value, null, 2)}\n` : checkedPdfsText(value));
};

const checkCommand = (parent: Command, terminal: Terminal): void => {
  withCache(withCommon(parent.command('check')))
    .description('check sources, packs and templates, and write nothing')
    .option('--documents', 'also print every document in memory and check it')
    .option('--rule <names>', 'tell what these rules find alone', list)
    .option('--pdf <file...>', 'check these PDFs, whoever made them, and nothing else')
    .action(async (options: CheckOptions) => {
      if (options.pdf) return pdfs(terminal, options.pdf, options);
      const { check } = await import('../commands/check.ts');
      const { onlyOf } = await import('../commands/rules.ts');
      // A name that there is not is told before anything is checked.
      onlyOf([], options.rule ?? []);
      const { today } = presentOf(terminal, options);
      const request = { documents: options.documents ?? false, today };
      const { value, messages } = await check(terminal.world(options, cacheOf(options)), request);
      await terminal.tell(options.rule ? onlyOf(messages, options.rule) : messages, options);
      if (value && options.reporter === 'text') terminal.say(checkedText(value));
    });
};

const explainCommand = (parent: Command, terminal: Terminal): void => {
  withCommon(parent.command('explain'))
    .description('say why each passage is in a document or not')
    .argument(
      '[pack]',
      "the pack's name: its file without the ending; all packs are listed where none is named",
    )
    .argument('[edition]', "the edition's name in the pack")
    .argument('[recipient]', 'the key or name of one of its recipients, where it has some')
    .option('--json', 'tell it as JSON')
    .action(
      async (
        pack: string | undefined,
        edition: string | undefined,
        recipient: string | undefined,
        options: CommonOptions & { json?: boolean },
      ) => {
        const { explain, explainable } = await import('../commands/explain.ts');
        const world = terminal.world(options);
        if (pack === undefined) {
          const { value: packs, messages } = await explainable(world);
          await terminal.tell(messages, options);
          if (!packs) return;
          return terminal.say(options.json ? `${JSON.stringify(packs, null, 2)}\n` : explainableText(packs));
        }
        const { today } = presentOf(terminal, options);
        const { value, messages } = await explain(world, pack, edition, recipient, today);
        await terminal.tell(messages, options);
        if (value) terminal.say(options.json ? explainedJson(value) : explainedText(value));
      },
    );
};
