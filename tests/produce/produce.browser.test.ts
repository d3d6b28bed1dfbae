import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/manifest.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { draftAll, type Drafted } from '../../src/produce/drafts.ts';
import type { Plan } from '../../src/produce/plan.ts';
import { Press } from '../../src/produce/press.ts';
import { produce, type Sink } from '../../src/produce/produce.ts';
import { findBrowser } from '../../src/print/browser/find-browser.ts';
import type { FoundBrowser } from '../../src/print/browser/machine.ts';
import { openPrinter } from '../../src/print/printer.ts';
import { newFolder, onLinux, pose, processesOf, REAL, thisMachine } from '../print/press.ts';
import { baseProject, NO_IMPRINT } from '../project.ts';
import { memoryWorld } from '../world.ts';

/** Six documents: five are fitted, one follows another, one has a copy, and something is told of each. */
const project = (): Record<string, string> => ({
  ...baseProject(),
  'templates/brief/style.css': `${baseProject()['templates/brief/style.css']}h2 { font-size: 5pt; }`,
  'templates/styles/large-print.css':
    '@import "fonts.css"; body { font: var(--type-size)/1.5 "Source Sans 3"; } [data-web] { display: none; }\n',
  'sources/packs/bill.yaml': `title: The Bill at Second Reading
date: 2025-01-16
topics: [children, funding]
${NO_IMPRINT}editions:
  mp: { headline: Keep families together, variants: [standard, large-print] }
  second: { audience: mp, headline: Pay for the work, copies: [booklet] }
  third: { audience: mp, headline: Help comes too late }
  press: { headline: Families wait }
  last: { audience: mp, headline: Meet families early }
`,
});

let drafted: Drafted;
beforeAll(async () => {
  const { value, messages } = await draftAll(memoryWorld(project()), '2025-01-16');
  if (!value) throw new Error(messages.map(({ text }) => text).join('\n'));
  drafted = value;
});

/** What came of documents, made with so many browsers. */
interface Outcome {
  /** The hash of each file, by its path. */
  readonly files: Readonly<Record<string, string>>;
  readonly entries: readonly Entry[];
  readonly messages: readonly Message[];
  readonly progress: readonly (readonly [number, number])[];
}

interface Conditions {
  readonly browsers: number;
  readonly browser?: FoundBrowser;
  readonly temp?: string;
  readonly order?: readonly Plan[];
  readonly onProgress?: (begun: number) => void;
}

const make = async (conditions: Conditions): Promise<Outcome> => {
  const { browsers, temp = tmpdir(), order = drafted.plans, onProgress = () => {} } = conditions;
  const machine = thisMachine({ browsers, temp });
  const browser = conditions.browser ?? (await findBrowser(machine));
  const progress: [number, number][] = [];
  const world = {
    openPrinter: () => openPrinter({ browser, machine, note: () => {} }),
    browsers,
    progress: (begun: number, all: number) => {
      progress.push([begun, all]);
      onProgress(begun);
    },
  };
  const files: Record<string, string> = {};
  const sink: Sink = {
    add: async ({ files: own }) => {
      for (const [path, bytes] of own) files[path] = createHash('sha256').update(bytes).digest('hex');
    },
    restore: () => Promise.reject(new Error('there is no store')),
  };
  const press = new Press(world);
  const { value, messages } = await produce(world, order, { ...drafted, press, sink }).finally(() =>
    press.close(),
  );
  return { files, entries: value, messages, progress };
};

describe('documents made side by side', () => {
  let expected: Outcome;
  beforeAll(async () => {
    expected = await make({ browsers: 1 });
  });

  test.each([2, 3])(
    'have the bytes, the order and the messages of one browser, with %i of them',
    async (browsers) => {
      expect(Object.keys(expected.files).filter((path) => path.endsWith('.pdf'))).toHaveLength(7);
      expect(new Set(expected.messages.map(({ text }) => text)).size).toBeGreaterThan(5);
      expect(expected.progress).toEqual([0, 1, 2, 3, 4, 5].map((begun) => [begun, 6]));
      expect(await make({ browsers })).toEqual(expected);
    },
  );

  test('have the same bytes in another order, and come in it', async () => {
    const [standard, large, ...others] = drafted.plans as [Plan, Plan, ...Plan[]];
    const order = [...others.toReversed(), standard, large];
    const made = await make({ browsers: 2, order });
    expect(made.files).toEqual(expected.files);
    expect(made.entries.map(({ files }) => files.html)).toEqual(order.map(({ name }) => `${name}.html`));
  });

  /** One that has ended by itself is as good as killed. */
  const kill = (browser: number): void => {
    try {
      process.kill(browser, 'SIGKILL');
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ESRCH') throw fault;
    }
  };

  test.runIf(onLinux)(
    'have the same bytes where browsers are killed over them, and nothing stays',
    async () => {
      const { found, processes } = await pose(REAL);
      const temp = newFolder();
      const alive = () => processes().filter((group) => processesOf(group).length);
      const onProgress = (begun: number) => {
        const [first] = alive();
        if (begun > 1 && first !== undefined) setTimeout(() => kill(first), 30);
      };
      const made = await make({ browsers: 2, browser: found, temp, onProgress });
      expect(made).toEqual(expected);
      expect(processes().length).toBeGreaterThan(3);
      expect(alive()).toEqual([]);
      expect(readdirSync(temp)).toEqual([]);
    },
  );
});
