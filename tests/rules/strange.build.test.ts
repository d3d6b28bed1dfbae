import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { hasErrors } from '../../src/diagnostics/message.ts';
import { KINDS, type Attribute } from '../../src/model/kind.ts';
import { sha256 } from '../../src/model/hash.ts';
import { RULES } from '../../src/rules/rules.ts';
import { anySign } from '../any-sign.ts';
import { baseProject } from '../project.ts';
import { runs } from '../runs.ts';
import { memoryWorld } from '../world.ts';

/** Texts that read without fault, and that no rule was written for. */
const STRANGE = [
  'Mae plant yn aros yn rhy hir am gartref ym Mhowys, 33% ohonynt.',
  'ينتظر الأطفال 33٪ وقتا طويلا',
  '孩子們等待了百分之三十三的時間，太長了。',
  'Дети ждут слишком долго: 33 % из них.',
  'Ẇåḯt 🏠 €£¥₿ ½⅓ №7 ﬁﬂ ſ ß İı',
  '1 in 0 of 0 is 0%, and 1 in 1 of 1 is 100%; -0, +0, 0.0 and 0/0 are 0',
  '999,999,999,999,999,999,999 billion million thousand per cent of £0.00',
  'one in one hundred and one thousand and one million of one of them',
  '(?: a|b)+ $1 .. ?? !! ;; ,, – — … “”„” ‘’ (unclosed, )closed(',
  '99 February 2025, 2025-13-41, 31/31/2031, 1 Jan 0000 and last year next week',
  'e.g. i.e. etc. Mr. Dr. St. p. pp. v. vs. No. a.m. p.m. U.K. U.S.A.',
  `${'pneumono'.repeat(400)} waited`,
  'The child waited. '.repeat(200),
  'and then the child waited '.repeat(150),
  '33% '.repeat(700),
  '!',
  '0',
] as const;

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...STRANGE) },
  fc
    .string({ unit: anySign, minLength: 1, maxLength: 60 })
    .map((any) => `x${any.replaceAll(/[^\p{L}\p{N}.,;'()%£-]/gu, ' ').trimEnd()}`),
);

/** A value that an attribute may have; of those that are texts, any. */
const valueOf = ({ type }: Attribute): fc.Arbitrary<string> => {
  if (Array.isArray(type)) return fc.constantFrom(...(type as readonly string[]));
  const some: Readonly<Record<string, fc.Arbitrary<string>>> = {
    day: fc.constantFrom('2025-01-01', '1900-02-28', '9999-12-31'),
    date: fc.constantFrom('2025', '2025-02', '0001-01-01'),
    when: fc.constantFrom('2025', 'soon', 'ñ'),
    id: fc.constant('p0'),
    number: fc.constantFrom('1', '999999999'),
    decimal: fc.constantFrom('0', '-0.5', '99999999999999999999.999999999', '33'),
    sum: fc.constantFrom('1 / 0', '@p0 / @p0', '0% of 0', '(1 - 1) / (1 - 1)', '@p0 - @p1', '1 / 3 * 3'),
  };
  return some[type as string] ?? text.map((any) => any.slice(0, 200).replaceAll('"', ''));
};

const passage = (index: number) =>
  fc.constantFrom(...KINDS).chain((kind) =>
    fc
      .record({
        texts: fc.array(text, { minLength: 1, maxLength: 3 }),
        attributes: fc.record(
          Object.fromEntries(Object.entries(kind.attributes).map(([name, one]) => [name, valueOf(one)])),
          {
            requiredKeys: Object.entries(kind.attributes).flatMap(([name, one]) =>
              one.required ? [name] : [],
            ),
          },
        ),
        wording: fc.option(text),
      })
      .map(({ texts, attributes, wording }) => {
        const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`);
        const other = wording === null ? '' : `\n\n:::wording{for=press}\n${wording}\n:::`;
        return `::::${kind.id}{#p${index}${written.join('')}}\n${texts.join('\n\n')}${other}\n::::\n`;
      }),
  );

/** The rules of the tables: what reads badly may need no remedy beside what was expected. */
const JUDGING: ReadonlySet<string> = new Set([...RULES.library, ...RULES.pack].map(({ id }) => id));

const projects = fc.record({
  passages: fc.tuple(passage(0), passage(1), passage(2)),
  original: text,
  headline: text,
  language: fc.constantFrom('en-GB', 'cy'),
});

test(
  'no rule fails on a text that it was not written for',
  { timeout: runs(60_000, 3_600_000) },
  async () => {
    let clean = 0;
    await fc.assert(
      fc.asyncProperty(projects, async ({ passages, original, headline, language }) => {
        const base = baseProject();
        const world = memoryWorld({
          ...base,
          'sources/organisation.yaml': `${base['sources/organisation.yaml']}language: ${language}\n`,
          'sources/originals/x.txt': original,
          'sources/library/x.md': `---\ntitle: X\npublisher: Office\nissued: 2024\ntype: report\ntopics: children\noriginal: { file: originals/x.txt, sha256: ${sha256(original)} }\n---\n\n${passages.join('\n')}`,
          'sources/packs/x.yaml': `title: X\ndate: 2025-01-16\ntopics: [children]\neditions:\n  mp:\n    headline: ${JSON.stringify(headline.slice(0, 80))}\n`,
          'sources/offices.yaml': 'Office (?:a|b)+:\n  holders: [{ name: "1 in 0", from: 2020 }]\n',
        });
        const { messages } = await check(world, { documents: false, today: '2025-01-16' });
        if (!hasErrors(messages)) clean += 1;
        for (const { rule, text: said, remedy, place } of messages) {
          expect(said).not.toMatch(/undefined|NaN|\[object/u);
          if (JUDGING.has(rule)) expect(remedy).toMatch(/\.$/u);
          expect(place).toBeTruthy();
        }
      }),
      { numRuns: runs(20, 3000) },
    );
    expect(clean).toBeGreaterThan(0);
  },
);
