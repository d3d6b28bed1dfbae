import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import type { Message } from '../../src/diagnostics/message.ts';
import { checkAll } from '../../src/rules/check.ts';
import type { Example, Rule, RuleScope } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/rules.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';
import { GOOD } from './good.ts';

/** What is told of files laid over a project without fault: by the whole of `check`, as users are told it. */
const inProject = async (files: Readonly<Record<string, string>>): Promise<readonly Message[]> => {
  const world = memoryWorld({ ...baseProject(), ...files });
  return (await check(world, { documents: false, today: '2025-01-16' })).messages;
};

/** What a message of a rule has in common with the others. */
const borneBy = ({ id, level }: Pick<Rule<RuleScope>, 'id' | 'level'>) => ({
  rule: id.endsWith('*') ? expect.stringMatching(`^${id.slice(0, -1)}[a-z0-9-]+$`) : id,
  severity: level,
  place: expect.anything(),
  remedy: expect.stringMatching(/\.$/u),
});

/** Few examples stand in a document, and their statistics say no more than it takes. */
const OF_SHORT_TEXTS: ReadonlySet<string> = new Set(['unused-passages', 'unsaid-area', 'unsaid-period']);

const tested: string[] = [];

const testRules = <S extends RuleScope>(
  rules: readonly Rule<S>[],
  tell: (example: Example<S>) => Promise<readonly Message[]> | readonly Message[],
): void => {
  describe.each(rules)('$id', (rule) => {
    tested.push(rule.id);
    const told = async (example: Example<S>) =>
      (await tell(example)).filter((one) => !OF_SHORT_TEXTS.has(one.rule) || rule.id === one.rule);
    test.each(rule.examples.ok)('tells nothing of what is right, %#', async (example) => {
      expect(await told(example)).toEqual([]);
    });
    test.each(rule.examples.notOk)(
      'tells what is wrong once, and no other rule does, %#',
      async (example) => {
        const messages = await told(example);
        expect(messages).toHaveLength(1);
        expect(messages[0]).toMatchObject(borneBy(rule));
      },
    );
  });
};

testRules(RULES.library, inProject);
testRules(RULES.pack, inProject);
testRules(RULES.document, inProject);
testRules(RULES.markup, (example) => checkAll('markup', { ...GOOD.markup, ...example }));
testRules(RULES.page, (example) => checkAll('page', { ...GOOD.page, ...example }));
testRules(RULES.pdf, (example) => checkAll('pdf', { ...GOOD.pdf, ...example }));
testRules(RULES.copy, (example) => checkAll('copy', { ...GOOD.copy, ...example }));
testRules(RULES.file, (example) => checkAll('file', { ...GOOD.file, ...example }));

const SCOPES = Object.keys(RULES) as RuleScope[];

describe('the table of rules', () => {
  const all = SCOPES.flatMap((scope) =>
    RULES[scope].map((rule: Pick<Rule<RuleScope>, 'id' | 'scope' | 'finds' | 'why'>) => ({
      ...rule,
      in: scope,
    })),
  );

  test('has each id once, and is tested whole', () => {
    const ids = all.map(({ id }) => id).toSorted();
    expect(ids).toEqual([...new Set(ids)]);
    expect(tested.toSorted()).toEqual(ids);
  });

  test('has each rule in its scope and in a file of its own', () => {
    for (const { id, scope, in: table } of all) {
      expect(scope).toBe(table);
      expect([id, existsSync(`src/rules/${scope}/${id.replace('-*', '')}.ts`)]).toEqual([id, true]);
    }
  });

  test('says what each finds and why, and has examples of both sorts', () => {
    for (const { id, finds, why } of all) {
      expect([id, finds]).toEqual([id, expect.stringMatching(/^[A-Z].*[^.]$/su)]);
      expect([id, why]).toEqual([id, expect.stringMatching(/^[A-Z].*[.]$/su)]);
    }
    for (const scope of SCOPES)
      for (const { id, examples } of RULES[scope])
        expect([id, examples.ok.length > 0, examples.notOk.length > 0]).toEqual([id, true, true]);
  });
});
