import { describe, expect, test } from 'vitest';
import { PNG } from '../images.ts';
import { baseProject } from '../project.ts';
import { said } from './said.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2v1H0z"/></svg>';

/** What is said of a project whose logo is this file. */
const saidOf = (name: string, content: string | Uint8Array) => {
  const project = baseProject();
  return said({
    ...project,
    'sources/organisation.yaml': `${project['sources/organisation.yaml']}logo: images/${name}\n`,
    [`sources/images/${name}`]: content,
  });
};

describe('a picture that browsers would show nothing of is an error', () => {
  test.each([
    ['logo.svg', 'this is our logo'],
    ['logo.svg', ''],
    ['logo.svg', SVG.slice(0, -6)],
    ['logo.png', 'hi'],
    ['logo.png', PNG.slice(0, -4)],
    ['logo.jpg', PNG],
    ['logo.webp', 'RIFF'],
  ])('%s holding %j', async (name, content) => {
    const [found, ...more] = await saidOf(name, content);
    expect(found?.line).toBe('sources/organisation.yaml:10:7 broken-image');
    expect(more).toEqual([]);
  });
});

test.each([
  ['logo.svg', SVG],
  ['logo.svg', `<?xml version="1.0"?>\n<!-- ours -->\n${SVG}\n`],
  ['logo.png', PNG],
])('%s is read where it is what it says', async (name, content) => {
  expect(await saidOf(name, content)).toEqual([]);
});
