import { describe, expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { baseProject } from '../project.ts';
import { said } from '../load/said.ts';
import { memoryWorld } from '../world.ts';

const LIBRARY = 'sources/library/okoro-2025.md';
const PARTIAL = 'templates/partials/licences.hbs';
const NOTES = 'templates/partials/notes.hbs';

/** The base project, its source with these lines, shown by a template that has a place for what licences ask. */
const licensed = (lines: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const base = baseProject();
  return {
    ...base,
    [LIBRARY]: (base[LIBRARY] ?? '').replace('type: briefing', `type: briefing\n${lines}`),
    [PARTIAL]: '{{#each licences}}<p class="licence">{{this}}</p>{{/each}}\n',
    [NOTES]: `${base[NOTES]}{{> licences}}\n`,
    'templates/brief/template.yaml': `${base['templates/brief/template.yaml']}formats: [html, text]\n`,
    ...more,
  };
};

const drafted = async (files: Record<string, string>) => {
  const { value, messages } = await draftAll(memoryWorld(files), '2025-02-01');
  return { messages, mp: value?.drafts.get('bill/mp')?.rendered };
};

const OGL =
  'Contains public sector information licensed under the <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>.';
const OPL =
  'Contains Parliamentary information licensed under the <a href="https://www.parliament.uk/site-information/copyright-parliament/open-parliament-licence/">Open Parliament Licence v3.0</a>.';
const CC =
  '<a href="https://creativecommons.org/licenses/by/4.0/">Creative Commons Attribution 4.0 International</a>.';

/** Another source, of which a document shows a figure. */
const OTHER = {
  'sources/library/other.md': `---
title: Homes
publisher: Office of Homes
issued: 2024
type: report
licence: OPL-UK-3.0
topics: children
---

::::statistic{#homes period=2024 area=England unit=homes locator="page 1" priority=2}
In 2024 England had 300 homes.
::::
`,
};

describe('a document says what the licences of its sources ask for', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    ['nothing where no licence is given', licensed(''), []],
    ['nothing where it asks for none', licensed('licence: CC0-1.0'), []],
    ['nothing of what is not licensed', licensed('licence: all-rights-reserved'), []],
    ['once, however many passages are shown', licensed('licence: OGL-UK-3.0'), [OGL]],
    ['for each licence', licensed('licence: OGL-UK-3.0', OTHER), [OGL, OPL]],
    [
      'of Creative Commons a reference',
      licensed('licence: CC-BY-4.0'),
      [`Contains material licensed under ${CC}`],
    ],
    [
      'the source’s own words in its place, with a link',
      licensed('licence: OGL-UK-3.0\nattribution: Source - Office for Homes.'),
      [OGL.replace(/^.*?<a/u, 'Source - Office for Homes (<a').replace('</a>.', '</a>).')],
    ],
    [
      'the source’s own words as they are where they name it, with a stop behind them',
      licensed('licence: OGL-UK-3.0\nattribution: Homes data, Open Government Licence v3.0, 2025'),
      [OGL.replace(/^.*?<a/u, 'Homes data, <a').replace('</a>.', '</a>, 2025.')],
    ],
    [
      'with one stop where they have their own',
      licensed('licence: OGL-UK-3.0\nattribution: Homes data, Open Government Licence v3.0.'),
      [OGL.replace(/^.*?<a/u, 'Homes data, <a')],
    ],
    [
      'in the language of the document, where there are words in it',
      licensed('licence: OGL-UK-3.0', {
        'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}language: cy\n`,
      }),
      [
        'Yn cynnwys gwybodaeth sector cyhoeddus a drwyddedwyd dan <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence-cymraeg/version/3/">Drwydded Llywodraeth Agored v3.0</a>.',
      ],
    ],
    [
      'else in English, and says so',
      licensed('licence: OPL-UK-3.0', {
        'sources/organisation.yaml': `${baseProject()['sources/organisation.yaml']}language: cy\n`,
      }),
      [`<span lang="en">${OPL}</span>`],
    ],
  ])('%s', async (_name, files, expected) => {
    const { mp, messages } = await drafted(files);
    expect(messages).toEqual([]);
    const shown = Array.from(
      (mp?.html ?? '').matchAll(/<p class="licence">(.*?)<\/p>/gu),
      ([, words]) => words,
    );
    expect(shown).toEqual(expected);
  });

  test('of a source that is quoted through another too', async () => {
    const files = licensed('', {
      ...OTHER,
      'sources/library/through.md': `---
title: Report
publisher: Charity
issued: 2024
type: report
topics: children
---

::::statistic{#quoted from=other period=2024 area=England unit=homes locator="page 1" priority=1}
In 2024 England had 400 homes.
::::
`,
    });
    const { mp } = await drafted({
      ...files,
      'sources/library/other.md': OTHER['sources/library/other.md'].replace('priority=2', 'status=draft'),
    });
    expect(mp?.html).toContain(OPL);
  });

  test('by the wording in plain text', async () => {
    const { mp } = await drafted(licensed('licence: OGL-UK-3.0'));
    expect(mp?.text?.replaceAll(/\s+/gu, ' ')).toContain(
      'licensed under the Open Government Licence v3.0 <https://www',
    );
  });

  test('or is an error, in each format that lacks it', async () => {
    const { messages } = await drafted(
      licensed('licence: OGL-UK-3.0', { [PARTIAL]: '{{#if licences}}<p>Licensed</p>{{/if}}\n' }),
    );
    expect(new Set(messages.map(({ rule, severity }) => `${severity} ${rule}`))).toEqual(
      new Set(['error licence-wording']),
    );
    expect(new Set(messages.map(({ text }) => /plain text|web page/u.exec(text)?.[0]))).toEqual(
      new Set(['plain text', 'web page']),
    );
  });
});

describe('what is wrong with a licence', () => {
  test.each<[string, string, RegExp]>([
    ['licence: OGL-UK-3', '7:10 bad-value', /expected `OGL-UK-3\.0`.* Write `OGL-UK-3\.0`\./],
    ['licence: ogl-uk-3.0', '7:10 bad-value', /Write `OGL-UK-3\.0`\./],
    ['licence: all rights reserved', '7:10 bad-value', /Write `all-rights-reserved`\./],
    ['attribution: Office of Homes', '7:14 contradiction', /no `licence` is given/],
    ['licence: CC0-1.0\nattribution: Office of Homes', '8:14 contradiction', /`CC0-1\.0` asks for none/],
  ])('%s', async (lines, at, like) => {
    const [found, ...others] = await said(licensed(lines));
    expect(found?.line).toBe(`${LIBRARY}:${at}`);
    expect(found?.words).toMatch(like);
    expect(others).toEqual([]);
  });
});
