import { expect, test } from 'vitest';
import { loaded } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const FILE = 'sources/library/okoro-2025.md';

/** The base project with former ids of its first two passages. */
const withFormer = (first: string, second = '') => {
  const contents = baseProject();
  const text = (contents[FILE] ?? '')
    .replace('#investigations-growth', `#investigations-growth formerly=${first}`)
    .replace('#local-capacity', second ? `#local-capacity formerly=${second}` : '#local-capacity');
  return { ...contents, [FILE]: text };
};

test('a passage has the ids that it had before', async () => {
  const { passages } = await loaded(withFormer('"growth growth-2023"'));
  expect(passages.get('investigations-growth')?.formerly).toEqual(['growth', 'growth-2023']);
});

test.each([
  ['one in use', 'local-capacity', '', '14:47', '`local-capacity` is the id of a passage', '18:1'],
  ['its own', 'investigations-growth', '', '14:47', '`investigations-growth` is the id of a passage', '14:1'],
  ['another’s', 'growth', 'growth', '18:34', '`growth` is given as a former id already', '14:47'],
  ['the same again', '"growth growth"', '', '14:48', '`growth` is given as a former id already', '14:48'],
])('no former id is %s', async (_, first, second, place, words, other) => {
  expect(await said(withFormer(first, second))).toEqual([
    {
      line: `${FILE}:${place} former-id`,
      words: expect.stringContaining(words),
      related: [`${FILE}:${other}`],
    },
  ]);
});

test('whoever names a passage by a former id is told the one of today', async () => {
  const contents: Record<string, string> = withFormer('growth');
  const pack = 'sources/packs/bill.yaml';
  const [fault] = await said({
    ...contents,
    [pack]: (contents[pack] ?? '').replace('passages: [investigations-growth]', 'passages: [growth]'),
  });
  expect(fault).toMatchObject({
    line: `${pack}:11:27 unknown-passage`,
    words: expect.stringContaining('Write `investigations-growth`, as it is called now.'),
  });
});

test('what is no id is none that a passage had', async () => {
  const [fault] = await said(withFormer('"growth, Growth"'));
  expect(fault).toMatchObject({
    line: `${FILE}:14:48 bad-attribute`,
    words: expect.stringContaining('expected ids with spaces between them'),
  });
});
