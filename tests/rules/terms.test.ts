import { expect, test } from 'vitest';
import { asUsed } from '../../src/rules/terms.ts';

test.each([
  ['Care leaver', 'every care leaver', true],
  ['care leavers', 'a Care Leaver', true],
  ['looked-after child', 'looked after children are', true],
  ['Looked after children', 'a looked-after child', true],
  ['disabled person', 'disabled people', true],
  ['carer’s assessment', "carers' assessments", true],
  ['carers’ assessment', 'a carer’s assessment', true],
  ["carer's assessment", 'carers assessment', true],
  ['personal budget (PB)', 'a PB', true],
  ['local authority', 'local authorities', true],
  ['duties', 'its duty', true],
  ['kinship care', 'kinship\ncare', true],
  ['car', 'care', false],
  ['child', 'childish', false],
  ['looked-after child', 'a child looked after', false],
  ['carer’s assessment', 'the carer’s needs', false],
])('%s in “%s”: %s', (term, text, is) => {
  expect(asUsed(term).test(text)).toBe(is);
});
