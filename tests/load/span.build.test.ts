import { expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { baseProject } from '../project.ts';
import { memoryWorld } from '../world.ts';

const LIBRARY = 'sources/library/okoro-2025.md';
const TEXT = 'Child protection investigations rose by **152%**.';

test('words in another language say so in HTML; in them nothing is written out, made a word or misspelt', async () => {
  const base = baseProject();
  const words = 'It is :span[for 3 councils, DfE *gwaith* nhgymru]{lang=cy} for 3 councils, says the DfE.';
  const files = { ...base, [LIBRARY]: (base[LIBRARY] ?? '').replace(TEXT, `${TEXT} ${words}`) };
  const { value, messages } = await draftAll(memoryWorld(files), '2025-02-01');
  expect(messages).toEqual([]);
  const html = value?.drafts.get('bill/press')?.rendered.html ?? '';
  expect(html).toContain(
    'It is <span lang="cy">for 3 councils, DfE <em>gwaith</em> nhgymru</span> for three councils',
  );
  expect(html).toContain('says the Department for Education (');
});
