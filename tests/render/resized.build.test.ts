import { expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { diskFiles } from '../../src/world/disk-files.ts';
import { runs } from '../runs.ts';
import { memoryWorld } from '../world.ts';

test('a document set in another size is the same as one that was rendered in it', async () => {
  const { value } = await draftAll(memoryWorld({}, { files: diskFiles('.') }), '2025-01-16');
  if (!value) throw new Error('our own packs are in order');
  const { composer, drafts } = value;
  const all = [...drafts.values()];
  // One of each template and variant; with DESPATCH_LONG every one.
  const forms = new Map(all.map((draft) => [`${draft.template.id} ${draft.key.variant}`, draft]));
  expect(forms.size).toBeGreaterThan(5);
  for (const draft of runs([...forms.values()], all)) {
    const { slots } = draft.selection;
    const size = draft.template.type.size - 0.25;
    for (const layout of [
      { size, spacing: 0.9 },
      { size: size + 1, spacing: 1.125, notesPages: 2 },
      { size, spacing: 1.1, notesPages: 2 },
    ]) {
      const { value: anew } = await composer.compose(draft, draft.formats, { slots, dropped: [], layout });
      const { value: set, messages } = await composer.set(draft, layout);
      expect(messages).toEqual([]);
      // What was rendered in a size alone that is another now is not rendered anew.
      if (!layout.notesPages) expect(set?.rendered.assets).toBe(draft.rendered.assets);
      expect(set?.rendered.html).toContain(`--type-size:${layout.size}pt;--spacing:${layout.spacing};`);
      expect({ ...set?.rendered, fonts: [] }).toEqual({ ...anew?.rendered, fonts: [] });
    }
  }
});
