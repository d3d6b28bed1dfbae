import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { despatch } from '../cli/command.ts';
import { onDisk } from '../on-disk.ts';
import { baseProject } from '../project.ts';

const SLOT = 'templates/partials/slot.hbs';

/** Builds the base project with another partial for its slots. */
const build = async (slot: string) => {
  const contents = { ...baseProject(), [SLOT]: slot };
  const folder = await onDisk(contents);
  const ended = await despatch(folder, ['build']);
  return { ...ended, files: await readdir(folder) };
};

/** A table whose second row lacks a cell: nothing in the page says so, the structure of the PDF does. */
const UNEVEN =
  '<table><caption>Odd</caption><tr><th scope="col">A</th><th scope="col">B</th></tr><tr><td>1</td></tr></table>';

test('a template that makes a table without rhyme stops the build, and nothing is published', async () => {
  const { status, err, files } = await build(
    `{{#with slot}}<section><h2>{{title}}</h2>{{#each items}}<div>{{html}}</div>{{/each}}${UNEVEN}</section>{{/with}}\n`,
  );
  expect(err).toMatch(
    /^templates\/brief\/template\.yaml:1:1: error: The PDF of bill\/mp is not accessible: a table whose cells make no grid: rows of 2 and of 1 columns: page 1, Document > .*Table, object \d+ \(ISO 14289-1, 7\.2\) \[pdf-ua-09-004\]\n {2}Build tables of rows, and rows of cells\.$/mu,
  );
  expect(status).toBe(1);
  expect(files).not.toContain('output');
});

test('a template that keeps to the standard builds', async () => {
  const { status, files } = await build(baseProject()[SLOT] ?? '');
  expect(status).toBe(0);
  expect(files).toContain('output');
});
