import { describe, expect, test } from 'vitest';
import { isOffice, namesAs, namesHolder } from '../../src/rules/offices.ts';

const OFFICE = { name: 'Minister for Homes', also: ['homes minister', 'children’s minister'] };
const HOLDER = { name: 'Ann O’Neill' };

describe('a role is an office', () => {
  test.each([
    'Minister for Homes',
    'the Minister for Homes',
    'homes minister',
    "children's minister",
    'Leader of the House and Minister for Homes',
    'MP for Leeds, Minister for Homes',
    'Minister for Homes (2021 to 2024)',
  ])('%s', (role) => {
    expect(isOffice(role, OFFICE)).toBe(true);
  });
  test.each([
    'Parliamentary Private Secretary to the Minister for Homes',
    'special adviser to the homes minister',
    'a spokesperson for the Minister for Homes',
    'Minister for Homes and Communities',
    'Minister for Homes in the Welsh Government',
    'Minister for Homes, Welsh Government',
    'Welsh homes minister',
    'the then Minister for Homes',
    'acting Minister for Homes',
    'Minister for Homes until 2024',
    'shadow homes minister',
  ])('not %s', (role) => {
    expect(isOffice(role, OFFICE)).toBe(false);
  });
});

describe('somebody is named with an office', () => {
  test.each([
    'Press Ann O’Neill, the Minister for Homes, to act.',
    "Press Ann O'Neill MP, our new homes minister.",
    'Ask the Minister for Homes, the Rt Hon Ann O’Neill, to act.',
    'Ask the homes minister Ann O’Neill to act.',
    'Ann O’Neill (Minister for Homes) is to act.',
    'Ann O’Neill is the Minister for Homes.',
    'The Minister for Homes is Dr Ann O’Neill.',
  ])('%s', (text) => {
    expect(namesAs(text, HOLDER, OFFICE)).toBe(true);
  });
  test.each([
    'Ann O’Neill has asked the Minister for Homes to act.',
    'Ann O’Neill, adviser to the Minister for Homes, is to act.',
    'Ann O’Neill, the Minister for Homes’ adviser, is to act.',
    'Ann O’Neill, the Minister for Homes’s adviser, is to act.',
    'Ann O’Neill, who was Minister for Homes, promised it.',
    'Ann O’Neill, Minister for Homes until July, promised it.',
    'Ann O’Neill, the last Minister for Homes, promised it.',
    'As homes minister, Ann O’Neill promised it.',
    'Ask the Minister for Homes, Ann O’Neill’s successor, to act.',
    'Ask the Minister for Homes: Ann O’Neill promised it.',
  ])('not: %s', (text) => {
    expect(namesAs(text, HOLDER, OFFICE)).toBe(false);
  });
});

test.each([
  ['Rt Hon Ann O’Neill MP', true],
  ["Ann O'Neill", true],
  ['Joann O’Neill', false],
])('%s is a holder: %s', (text, is) => {
  expect(namesHolder(text, HOLDER)).toBe(is);
});
