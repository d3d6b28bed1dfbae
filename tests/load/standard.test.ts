import * as fc from 'fast-check';
import type { ContainerDirective } from 'mdast-util-directive';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { directive } from 'micromark-extension-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { see, MISTAKES, valid } from './mistakes.ts';
import { runs } from '../runs.ts';

/** The generic directives syntax as its own reader reads it. */
function directives(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ flow: directive().flow ?? {} });
  (data.fromMarkdownExtensions ??= []).push(directiveFromMarkdown());
}

const standard = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(directives).freeze();

/** Each marked word within a passage, with the passage and the audiences that it is for. */
const owners = (source: string): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  // The front matter is no part of the syntax.
  const tree = standard.parse(source.replace(/^---\n[^]*?\n---\n/, ''));
  for (const passage of tree.children) if (passage.type === 'containerDirective') collect(passage, found);
  return found;
};

const collect = (passage: ContainerDirective, found: Map<string, string>): void => {
  for (const child of passage.children) {
    const wording = child.type === 'containerDirective' ? child : null;
    visit(child, 'text', ({ value }) => {
      for (const [word] of value.matchAll(/\bw\d+\b/g))
        found.set(word, `${passage.attributes?.['id']} ${wording?.attributes?.['for'] ?? 'all'}`);
    });
  }
};

test('a source is read as the reader of the standard syntax reads it', async () => {
  await fc.assert(
    fc.asyncProperty(valid, async (source) => {
      expect((await see(source))?.owners).toEqual(owners(source));
    }),
    { numRuns: runs(20, 1000) },
  );
});

test('a source with a mistake in it that is accepted is read as the reader of the standard syntax reads it', async () => {
  // A tag in the notes between passages hides the next one from that reader; here it is a note like any other.
  const { 'a tag is left open': _tag, ...mistakes } = MISTAKES;
  const mistake = fc.constantFrom(...Object.values(mistakes));
  await fc.assert(
    fc.asyncProperty(valid, mistake, fc.nat(), async (source, mistake, at) => {
      const slipped = mistake(source, at);
      const seen = await see(slipped);
      expect(seen?.owners ?? null).toEqual(seen && owners(slipped));
    }),
    { numRuns: runs(40, 3000) },
  );
});
