import { expect, test } from 'vitest';
import { licenceMeant } from '../../src/load/meant.ts';
import { LICENCE_IDS, LICENCES } from '../../src/model/licence.ts';

test.each(LICENCE_IDS)('%s is meant by its name, and by itself without its capitals', (id) => {
  expect(licenceMeant(LICENCES[id].name)).toBe(id);
  expect(licenceMeant(id.toLowerCase())).toBe(id);
});

test.each([
  ['OGL v3', 'OGL-UK-3.0'],
  ['OGLv2.0', 'OGL-UK-2.0'],
  ['Open Government Licence 3.0', 'OGL-UK-3.0'],
  ['OPL', 'OPL-UK-3.0'],
  ['CC BY 4.0', 'CC-BY-4.0'],
  ['cc by-nc 4', 'CC-BY-NC-4.0'],
  ['CC0', 'CC0-1.0'],
])('%s is %s', (written, id) => {
  expect(licenceMeant(written)).toBe(id);
});

test.each(['OGL', 'Creative Commons', 'CC', 'CC BY 3.0', 'MIT', 'Crown copyright', '3.0', '', '?'])(
  'which is meant by “%s” nobody knows',
  (written) => {
    expect(licenceMeant(written)).toBeNull();
  },
);
