import type { Nodes, Root } from 'mdast';
import { visit } from '../model/visit.ts';
import { error, type Say } from '../diagnostics/message.ts';
import type { Text } from '../model/pack.ts';
import { LONGEST_TEXT, readMarkdown } from './markdown.ts';
import { copiedIn, mistakeIn } from './mistakes.ts';
import type { Findings } from './reading.ts';
import { checkText } from './text-rules.ts';
import type { Path, Yaml } from './yaml.ts';

const INLINE: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'text',
  'field',
  'span',
  'emphasis',
  'strong',
  'delete',
  'link',
  'break',
]);

/**
 * Reads a line or two of Markdown in YAML: a headline is one paragraph, a summary some; neither holds anything else.
 * Positions are those in the YAML file.
 */
export const readInline = (
  yaml: Yaml,
  path: Path,
  form: 'headline' | 'summary',
  findings: Findings,
): Text => {
  const place = yaml.place(path);
  const { text: written, offsets } = yaml.text(path);
  const at = (offset: number) => yaml.lines.point(offsets[offset] ?? offsets.at(-1) ?? 0);
  const clean = sayLineMistakes(written, (offset) => yaml.lines.place(at(offset).offset ?? 0), findings.say);
  const root = clean && written.length <= LONGEST_TEXT ? readMarkdown(written, at) : null;
  if (!root) {
    const remedy = 'Say it in a line or two.';
    if (clean)
      findings.say(error('too-long', place, `The ${form} is too long or too deeply nested`, { remedy }));
    return { text: { type: 'root', children: [] }, place };
  }
  if (checkText(root, yaml.lines, findings)) checkForm(root, yaml, form, findings.say);
  return { text: root, place };
};

/** Says what the lines of a text may not hold; whether there was nothing. */
const sayLineMistakes = (
  written: string,
  at: (offset: number) => Parameters<typeof error>[1],
  say: Say,
): boolean => {
  let offset = 0;
  let clean = true;
  for (const line of written.split('\n')) {
    const found = mistakeIn(line, new Set()) ?? copiedIn(line);
    if (found) say(error(found.rule, at(offset + found.index), found.text, { remedy: found.remedy }));
    clean &&= !found;
    offset += line.length + 1;
  }
  return clean;
};

const checkForm = (root: Root, yaml: Yaml, form: 'headline' | 'summary', say: Say): void => {
  const place = (node: Nodes) => yaml.lines.at(node.position?.start.line ?? 1, node.position?.start.column);
  visit(root, (node) => {
    if (INLINE.has(node.type)) return true;
    const text = `A ${node.type.replace(/([A-Z])/, ' $1').toLowerCase()} stands in a ${form}, which is plain text`;
    say(
      error('plain-text-only', place(node), text, {
        remedy: 'Write it as a sentence, perhaps with **bold** or a link.',
      }),
    );
    return false;
  });
  const second = form === 'headline' && root.children[1];
  if (second) {
    const remedy = 'Take the empty line out, or put the rest into the summary.';
    say(
      error('plain-text-only', place(second), 'The headline is one paragraph, and a second one begins here', {
        remedy,
      }),
    );
  }
};
