import { describe, expect, test } from 'vitest';
import { draftAll } from '../../src/produce/drafts.ts';
import { shownText } from '../../src/model/passage.ts';
import { inLanguage, languageFor } from '../../src/model/read-in.ts';
import { editionOf, loaded } from '../loaded.ts';
import { baseProject } from '../project.ts';
import { build } from '../../src/commands/build.ts';
import { buildRequest, memoryWorld } from '../world.ts';

const LIBRARY = 'sources/library/homes.md';

const homes = (attributes: string, wordings: readonly (readonly [string, string])[]) => ({
  [LIBRARY]: `---
title: Homes
publisher: Office of Homes
issued: 2024
type: report
topics: children
---

::::ask{#homes to=Leeds priority=1${attributes}}
Own text.
${wordings.map(([of, text]) => `\n:::wording{${of}}\n${text}.\n:::\n`).join('')}::::
`,
});

describe('what a passage says in a language', () => {
  const CY = ['lang=cy', 'Cymraeg'] as const;
  const PRESS = ['for=press', 'Press'] as const;
  const CY_PRESS = ['for=press lang=cy', 'Y wasg'] as const;
  const EN = ['lang=en', 'English'] as const;
  const ALL = [CY, PRESS, CY_PRESS];

  test.each<[string, string, string, string, readonly (readonly [string, string])[], string]>([
    ['its own text where there is no wording', '', 'cy', 'mp', [], 'Own text.'],
    ['its own text in its own language', '', 'en-GB', 'mp', ALL, 'Own text.'],
    ['the wording for an audience in its own language', '', 'en-GB', 'press', ALL, 'Press.'],
    ['the wording in the language', '', 'cy', 'mp', ALL, 'Cymraeg.'],
    ['the wording in the language, whatever the region', '', 'cy-GB', 'mp', [CY], 'Cymraeg.'],
    ['before it, that in the language for the audience', '', 'cy', 'press', ALL, 'Y wasg.'],
    ['that in the language before that for the audience', '', 'cy', 'press', [CY, PRESS], 'Cymraeg.'],
    ['that for the audience where none is in the language', '', 'cy', 'press', [PRESS], 'Press.'],
    ['no wording that is for others', '', 'cy', 'mp', [CY_PRESS], 'Own text.'],
    ['of one in another language the wording in ours', ' lang=cy', 'en-GB', 'mp', [EN, PRESS], 'English.'],
    ['of one in the language its own text', ' lang=cy', 'cy', 'mp', [EN], 'Own text.'],
    ['of one in the language that for the audience', ' lang=cy', 'cy', 'press', [EN, PRESS], 'Press.'],
  ])('%s', async (_name, attributes, language, audience, wordings, expected) => {
    const project = inLanguage(await loaded(homes(attributes, wordings)), language);
    const passage = project.passages.get('homes');
    expect(passage && shownText(passage, audience)).toBe(expected);
  });
});

test.each<[string, string, string]>([
  ['', '', 'en-GB'],
  ['cy', '', 'cy'],
  ['cy', 'en', 'en'],
])(
  'the language of an edition is its own, its audience’s, the organisation’s: %j, %j',
  async (of, own, is) => {
    const base = baseProject();
    const project = await loaded({
      ...(of && { 'sources/audiences.yaml': `${base['sources/audiences.yaml']}  language: ${of}\n` }),
      ...(own && {
        'sources/packs/bill.yaml': `${base['sources/packs/bill.yaml']}`.replace(
          '00:01',
          `00:01, language: ${own}`,
        ),
      }),
    });
    expect(languageFor(project, editionOf(project, 'bill', 'press').edition)).toBe(is);
  },
);

describe('an edition in Welsh beside one in English', () => {
  const files = (attributes: string, more = ''): Record<string, string> => {
    const base = baseProject();
    return {
      ...base,
      'templates/brief/template.yaml': `${base['templates/brief/template.yaml']}formats: [html, text]\n`,
      ...homes(attributes, [
        ['lang=cy', 'Mae "cartrefi" yr LA yn llawn'],
        ['lang=cy for=press', 'I’r wasg yn unig mae hyn'],
      ]),
      'sources/packs/bill.yaml': `${base['sources/packs/bill.yaml']}${more}`,
    };
  };
  const WELSH = '  cymraeg: { audience: mp, language: cy, headline: Cartrefi, summary: Cartrefi. }\n';
  const drafts = async (contents: Record<string, string>) => {
    const { value, messages } = await draftAll(memoryWorld(contents), '2025-02-01');
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    return (edition: string) => value?.drafts.get(`bill/${edition}`)?.rendered;
  };

  test('has the wording, fixed words and dates of its own language, and no short form written out in English', async () => {
    const of = await drafts(files('', WELSH));
    const { html = '', text = '' } = of('cymraeg') ?? {};
    expect(html).toContain('<html lang="cy">');
    expect(html).toContain('<p id="homes">Mae “cartrefi” yr LA yn llawn.');
    expect(html).toContain('16 Ionawr 2025');
    expect(text).toContain('Mae “cartrefi” yr');
    expect(of('mp')?.html).toContain('<p id="homes">Own text.');
    expect(of('mp')?.html).not.toContain('cartrefi');
  });

  test('says of what stands in another language which it is, in HTML and not in text', async () => {
    const of = await drafts(files(' lang=fr', WELSH));
    expect(of('mp')?.html).toContain('<p lang="fr" id="homes">Own text.');
    expect(of('cymraeg')?.html).toContain('<p lang="en-GB" id="local-capacity">');
    expect(of('mp')?.text).not.toMatch(/lang|\bfr\b/u);
  });

  test('says of what somebody said that it is translated', async () => {
    const contents = files('', WELSH);
    const said = 'sources/library/okoro-2025.md';
    contents[said] = (contents[said] ?? '').replace(
      'Families meet us too late.',
      'Families meet us too late.\n\n:::wording{lang=cy}\nMae teuluoedd yn ein cyfarfod yn rhy hwyr.\n:::',
    );
    const of = await drafts(contents);
    expect(of('cymraeg')?.html).toContain('“Mae teuluoedd yn ein cyfarfod yn rhy hwyr.” (cyfieithwyd)<sup');
    expect(of('mp')?.html).toContain('“Families meet us too late.”<sup');
  });

  test('is built beside it, and tells no reader what is for others', async () => {
    const contents = files('', WELSH);
    contents['sources/data/towns.csv'] =
      'code,name,homes,member\nA,Leeds,12345,Plover\nB,York,54321,Kestrel Plover\n';
    contents['sources/data/towns.yaml'] =
      'title: Towns\nsource: okoro-2025\nkey: code\nname: name\nperiod: 2024\ncolumns: { homes: { column: homes, label: Homes, unit: homes }, member: { column: member, label: Member, unit: text } }\n';
    contents['sources/packs/bill.yaml'] = (contents['sources/packs/bill.yaml'] ?? '').replace(
      'language: cy,',
      'language: cy, recipients: towns,',
    );
    contents[LIBRARY] = (contents[LIBRARY] ?? '').replace(
      'yn llawn',
      'yn llawn: :field[homes] o gartrefi, meddai Kestrel :field[member]',
    );
    contents[LIBRARY] = contents[LIBRARY].replace(
      'Own text.',
      'These words are for all who read English here.',
    );
    const world = memoryWorld(contents);
    const { messages } = await build(world, buildRequest({ formats: ['html'] }));
    expect(messages.filter(({ severity }) => severity === 'error')).toEqual([]);
    const [leeds, york] = ['leeds-a', 'york-b'].map((name) =>
      new TextDecoder().decode(world.written?.get(`bill/cymraeg/${name}.html`)),
    );
    expect(leeds).toContain('yn llawn: 12,345 o gartrefi, meddai Kestrel Plover');
    expect(york).toContain('yn llawn: 54,321 o gartrefi, meddai Kestrel Kestrel Plover');
  });

  test('neither writes short forms out nor sets marks where it does not know the language', async () => {
    const french = files(' lang=fr');
    french[LIBRARY] = (french[LIBRARY] ?? '').replace('Own text.', 'Le "DfE" a \\3 maisons.');
    const of = await drafts(french);
    expect(of('mp')?.html).toContain('<p lang="fr" id="homes">Le "DfE" a 3 maisons.');
  });
});
