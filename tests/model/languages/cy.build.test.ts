import { expect, test } from 'vitest';
import { diskFiles } from '../../../src/world/disk-files.ts';
import { WELSH } from '../../../src/model/languages/cy.ts';
import { ENGLISH } from '../../../src/model/languages/en.ts';
import { visit } from '../../../src/model/visit.ts';
import { draftAll } from '../../../src/produce/drafts.ts';
import { parsePage } from '../../../src/render/page.ts';
import { baseProject } from '../../project.ts';
import { memoryWorld } from '../../world.ts';

const ORGANISATION = 'sources/organisation.yaml';

/** The texts of a page and what its attributes say, each by itself. */
const saidIn = (html: string): readonly string[] => {
  const said: string[] = [];
  visit(parsePage(html), (node) => {
    if (node.type === 'text') said.push(node.value.trim());
    if (node.type === 'element') said.push(node.properties['ariaLabel'] ?? '');
  });
  return said.filter(Boolean);
};

test('documents in Welsh hold no fixed word of English', { timeout: 120_000 }, async () => {
  const disk = diskFiles('.');
  const files = {
    ...disk,
    read: async (path: string) => {
      const bytes = await disk.read(path);
      return path === ORGANISATION && bytes ? Buffer.concat([bytes, Buffer.from('language: cy\n')]) : bytes;
    },
  };
  const { value, messages } = await draftAll(memoryWorld({}, { files }), '2025-02-01');
  expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
  const own = new Set<string>(Object.values(WELSH.words));
  const english = [
    ...Object.values(ENGLISH.words),
    ...Object.keys(WELSH.titles),
    'Web page',
    'Plain text',
    'Large print',
  ];
  const fixed = new Set(english.map((word) => word.trim()).filter((word) => word && !own.has(word)));
  for (const { rendered } of value?.drafts.values() ?? []) {
    expect(rendered.html).toContain('<html lang="cy">');
    const said = saidIn(rendered.html);
    expect(
      said.filter(
        (text) => fixed.has(text) || /^(?:Note|Back to|To:|Page|Briefing(?: pack)? for) /u.test(text),
      ),
    ).toEqual([]);
    expect(said.join('\n')).not.toMatch(/\d (?:January|March|October) \d|as in note|cited in|read on \d/u);
    expect(said.join('\n')).toContain('Labour Social Work Group');
  }
});

test('what an English source says in a Welsh document is marked as English, and that alone', async () => {
  const project = baseProject();
  const library = 'sources/library/okoro-2025.md';
  const files = {
    ...project,
    [ORGANISATION]: `${project[ORGANISATION]}language: cy\n`,
    [library]: (project[library] ?? '').replace('type: briefing', 'type: article\nlanguage: en'),
    'templates/brief/template.yaml': `${project['templates/brief/template.yaml']}notes: full\n`,
  };
  const { value, messages } = await draftAll(memoryWorld(files), '2025-02-01');
  expect(messages).toEqual([]);
  const html = value?.drafts.get('bill/mp')?.rendered.html ?? '';
  expect(html).toContain('“<span lang="en">What the Bill means for families</span>”, ');
  expect(html).toContain('<p lang="en" id="okoro-on-help">“Families meet us too late.”');
  expect(html).toContain('aria-label="Nodyn 1"');
  expect(html.match(/ lang="en"/gu)).toHaveLength(2);
});
