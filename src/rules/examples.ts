/** Files of examples: a source or a pack with what matters in it. */

import { sha256 } from '../model/hash.ts';

type ExampleFiles = Readonly<Record<string, string>>;

/** What of a source’s citation may matter; as below where it is not given. */
interface ExampleCitation {
  readonly topics?: string;
  readonly issued?: string;
  readonly publisher?: string | undefined;
}

/** A source with these passages. */
export const passages = (
  text: string,
  { topics = 'children', issued = '2024', publisher = 'Office of Homes' }: ExampleCitation = {},
): ExampleFiles => ({
  'sources/library/example.md': `---
title: Homes for children
publisher: ${publisher}
issued: ${issued}
type: report
topics: [${topics}]
---

${text}
`,
});

/** A pack on children, as at 16 January 2025, with these lines of its own and an edition for MPs with these. */
export const pack = (own: string, edition: string): ExampleFiles => ({
  'sources/packs/example.yaml': `title: An example
date: 2025-01-16
topics: [children, funding]
${own}
editions:
  mp:
    template: brief
${edition}
`,
});

/** A table of how full homes are, and an ask that shows an exhibit of it. */
export const showing = (exhibit: string): ExampleFiles => ({
  'sources/data/homes.csv': `code,name,year,full\n${Array.from('ABCDEFGHIJKLM', (code) =>
    ['2023', '2024'].map((year) => `${code},Leeds ${code},${year},5${Number(year) % 10}`).join('\n'),
  ).join('\n')}\n`,
  'sources/data/homes.yaml':
    'title: Homes\nsource: okoro-2025\nkey: code\nname: name\nperiod: { column: year }\ncolumns: { full: { column: full, label: Homes that are full, unit: "%" } }\n',
  ...passages(`::::ask{#open to=Leeds}\nOpen homes.\n\n::${exhibit}\n::::`),
});

/** A definition of a term, beside an ask, and a pack whose template has room for both. */
export const explaining = (term: string, text: string, attributes = ''): ExampleFiles => ({
  ...passages(
    `::::ask{#open to=Leeds}\n${text}\n::::\n\n::::definition{#explained term="${term}"${attributes}}\nA person who was in care.\n::::`,
  ),
  'sources/packs/example.yaml':
    'title: An example\ndate: 2025-01-16\ntopics: [children, funding]\neditions: { mp: { template: glossary } }\n',
  'templates/glossary/template.yaml': `name: Glossary
page: { size: A4, margin: 18mm }
formats: [html]
slots:
  asks: { title: What we ask, kinds: [ask], min: 1, max: 3 }
  terms: { title: Words, kinds: [definition], max: 3 }
`,
  'templates/glossary/page.hbs': `<!doctype html>
<html lang="{{language}}">
<head><meta charset="utf-8"><title>{{name}}</title><link rel="stylesheet" href="{{stylesheet}}"><style>{{pageStyle}}</style></head>
<body><h1>{{headline}}</h1>{{> slot slot=slots.asks}}{{> slot slot=slots.terms}}{{> notes}}</body>
</html>
`,
  'templates/glossary/style.css': '@import "../styles/fonts.css";\nbody { font: 1rem "Source Sans 3"; }\n',
});
/** A hash that no example has. */
export const EMPTY_HASH = sha256('');

/** A source with an archived original, whose right hash is given unless it is to be another, or none. */
export const archived = (
  original: string,
  text: string,
  hash: string | null = sha256(original),
): ExampleFiles => {
  const named = hash === null ? 'originals/example.txt' : `{ file: originals/example.txt, sha256: ${hash} }`;
  const sources = Object.entries(passages(text));
  return {
    'sources/originals/example.txt': original,
    ...Object.fromEntries(
      sources.map(([file, source]) => [file, source.replace('\ntype:', `\noriginal: ${named}\ntype:`)]),
    ),
  };
};
