import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { quote } from '../../src/compose/quotation-marks.ts';
import { typeset } from '../../src/compose/typography.ts';

const read = (markdown: string): Root => {
  const tree = unified().use(remarkParse).parse(markdown);
  typeset(tree);
  return tree;
};

const shown = (tree: Root): string => tree.children.map((block) => toString(block)).join('\n');

const quoted = (markdown: string): string => {
  const tree = read(markdown);
  quote(tree);
  return shown(tree);
};

describe('marks within marks take turns', () => {
  test.each([
    [`He said "they call it 'care' here".`, '“they call it ‘care’ here”'],
    [`He said 'they call it "care" here'.`, '“they call it ‘care’ here”'],
    [`She wrote "he said "no" twice" to us.`, '“he said ‘no’ twice”'],
    [`"A 'b "c" d' e"`, '“A ‘b “c” d’ e”'],
    [`The "**bedroom** tax", it's the councils' "plan".`, 'The “bedroom tax”, it’s the councils’ “plan”.'],
    [`Of 'the councils' own homes' it's true.`, 'Of “the councils’ own homes” it’s true.'],
    [`A 'homes' plan, and 'rights' too.`, 'A “homes” plan, and “rights” too.'],
  ])('%s', (written, part) => expect(shown(read(written))).toContain(part));

  test.each([`The councils' homes and the '90s`, `It's 6' 2" tall`, `He said "no and went.`])(
    'apostrophes and marks without a partner stay: %s',
    (written) => expect(shown(read(written)).replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"')).toBe(written),
  );
});

describe('a passage that is a quotation', () => {
  test.each([
    ['Families meet us too late.', '“Families meet us too late.”'],
    ['"Families meet us too late."', '“Families meet us too late.”'],
    ['“Families meet us too late”.', '“Families meet us too late.”'],
    [`'Families meet us too late.'`, '“Families meet us too late.”'],
    ['They call it "care".', '“They call it ‘care’.”'],
    [`"They call it 'care'."`, '“They call it ‘care’.”'],
    ['"No," he said, "never."', '“‘No,’ he said, ‘never.’”'],
    [`It's the councils' duty.`, '“It’s the councils’ duty.”'],
    ['One.\n\nTwo.', '“One.\n“Two.”'],
    ['"One.\n\n"Two."', '“One.\n“Two.”'],
    ['"One."\n\n"Two."', '“One.\n“Two.”'],
    ['"One.\n\nTwo."', '“One.\n“Two.”'],
    ['"One" is first.\n\n"Two" is next.', '“‘One’ is first.\n“‘Two’ is next.”'],
  ])('%s', (written, expected) => expect(quoted(written)).toBe(expected));
});
