import { readdirSync, readFileSync } from 'node:fs';
import { matchesGlob } from 'node:path/posix';
import { memo } from '../src/model/memo.ts';
import type { Files } from '../src/world/world.ts';

/** The files of a project by path from its root: text, or bytes as they are. */
export type Contents = Record<string, string | Uint8Array>;

/** A project's files in memory; globs and order are as on a disk. */
export const memoryFiles = (contents: Contents): Files => {
  const list: Files['list'] = async (globs) =>
    Object.keys(contents)
      .filter((path) => globs.some((glob) => isMatched(path, glob)))
      .toSorted((a, b) => (a < b ? -1 : 1));
  return { list, own: list, outward: async () => [], read: async (path) => bytesOf(contents, path) };
};

const matches = new Map<string, Map<string, boolean>>();

/** To find that out takes a while, and most projects have the same paths. */
const isMatched = (path: string, glob: string): boolean =>
  memo(
    memo(matches, glob, () => new Map<string, boolean>()),
    path,
    () => matchesGlob(path, glob),
  );

const bytesOf = (contents: Contents, path: string): Uint8Array | null => {
  const found = Object.hasOwn(contents, path) ? contents[path] : undefined;
  if (found === undefined) return null;
  return typeof found === 'string' ? new TextEncoder().encode(found) : found;
};

/** Our own pages of the site, in plain style. */
const SITE: Readonly<Record<string, string>> = Object.fromEntries([
  ...['templates/site', 'templates/partials/site'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.hbs'))
      .map((name) => [`${folder}/${name}`, readFileSync(`${folder}/${name}`, 'utf8')] as const),
  ),
  ...['site', 'recipients', 'passages'].map(
    (name) => [`templates/site/${name}.css`, 'body { margin: 2rem; }\n'] as const,
  ),
]);

/** What a pack that is to be printed says of its imprint. */
export const NO_IMPRINT =
  'imprint: { material: false, reason: It asks for laws and not for votes, by: Sam Okoro, on: 2025-01-10 }\n';

/** A small project, complete and without fault: a new object at each call, to be changed at will. */
export const baseProject = (): Record<string, string> => ({
  'sources/organisation.yaml': `name: Social Workers for Children
short: SWC
address: 1 Mill Lane, Leeds LS1 1AA
contact:
  name: Sam Okoro
  email: press@example.org
  phone: 020 7946 0000
imprint: Printed and published by Social Workers for Children, 1 Mill Lane, Leeds LS1 1AA
site: https://example.org/
`,
  'sources/vocabulary.yaml': `topics:
  children:
    name: Children
    topics:
      child-protection: Child protection
      residential-care: Residential care
  funding: Funding
abbreviations:
  DfE: Department for Education
  LA: { expansion: local authority, plural: local authorities }
  MP: { expansion: Member of Parliament, expand: never }
`,
  'sources/audiences.yaml': `mp:
  name: Members of Parliament
  template: brief
  grade: 12
press:
  name: the press
  template: brief
  public: true
  numbers: words-to-nine
`,
  'sources/library/okoro-2025.md': `---
title: What the Bill means for families
author: Sam Okoro
publisher: Social Workers for Children
issued: 2025-01-10
type: briefing
url: https://example.org/bill
accessed: 2025-01-12
topics: children/child-protection
---

Notes for the editor stand between the passages and are never published.

::::statistic{#investigations-growth period="2009-10 to 2023-24" area=England unit="% change" locator="item 4" priority=1}
Child protection investigations rose by **152%**. England is counted from 2009 to 2024.
::::

::::ask{#local-capacity to="Department for Education" topics="funding children/residential-care"}
Fund councils to run children's homes of their own again.

:::wording{for=press}
Ministers should pay for councils to open homes of their own.
:::
::::

::::quote{#okoro-on-help speaker="Sam Okoro" role="chair of the group" said=2025-01-10 locator="page 2"}
Families meet us too late.
::::
`,
  'sources/packs/bill.yaml': `title: The Bill at Second Reading
short: bill
date: 2025-01-16
topics: [children, funding]
summary: The Bill can keep families together, **if** councils are paid for the work.
event: Second Reading
editions:
  mp:
    headline: Keep families together
    slots:
      facts: { passages: [investigations-growth], max: 2 }
  press: { embargo: 2025-01-20T00:01 }
`,
  'templates/brief/template.yaml': `name: One-page brief
page: { size: A4, margin: 18mm }
pages: { max: 1 }
headline: { words: 12 }
slots:
  asks: { title: What we ask, kinds: [ask], min: 1, max: 3, words: 25 }
  facts: { title: The facts, kinds: [statistic, quote], min: 1, max: 4 }
`,
  'templates/brief/page.hbs': `<!doctype html>
<html lang="{{language}}">
<head><meta charset="utf-8"><title>{{name}}</title><link rel="stylesheet" href="{{stylesheet}}"><style>{{pageStyle}}</style></head>
<body>
<nav data-web>{{#each files}}<a href="{{href}}">{{name}}</a> {{/each}}</nav>
<header><p>{{organisation.name}}, {{date.text}}{{#if draft}} DRAFT{{/if}}</p><h1>{{headline}}</h1>{{#if summary}}{{summary}}{{/if}}</header>
<main>{{> slot slot=slots.asks}}{{> slot slot=slots.facts}}</main>
<footer>{{> notes}}{{#if embargo}}<p>Embargo: {{embargo.text}}</p>{{/if}}{{#if organisation.notice}}<p>{{organisation.notice}}</p>{{/if}}</footer>
</body>
</html>
`,
  'templates/brief/style.css': `@import "../styles/fonts.css";
body { font: 1rem/1.4 "Source Sans 3"; }
@media print { html { font-size: var(--type-size); } [data-web] { display: none; } }
@page { @bottom-left { font: 9pt "Source Sans 3"; } @bottom-right { font: 9pt "Source Sans 3"; } }
`,
  'templates/styles/fonts.css': [400, 700]
    .map(
      (weight) =>
        `@font-face { font-family: "Source Sans 3"; font-weight: ${weight}; src: url("npm:@fontsource/source-sans-3/files/source-sans-3-latin-${weight}-normal.woff2"); }\n`,
    )
    .join(''),
  'templates/partials/slot.hbs':
    '{{#with slot}}<section><h2>{{title}}</h2>{{#each items}}<div>{{html}}</div>{{/each}}</section>{{/with}}\n',
  'templates/partials/notes.hbs':
    '<section role="doc-endnotes"><h2>Sources</h2><ol>{{#each notes}}<li id="{{id}}">{{html}}</li>{{/each}}</ol></section>\n',
  ...SITE,
  'templates/site/desk.hbs':
    '<!doctype html><html lang="{{language}}"><head><title>Desk</title></head><body><h1>Desk</h1>{{#each packs}}<h2>{{title}}</h2>{{#each documents}}<p>{{headline}}{{#each files}} <a href="{{href}}">{{name}}</a>{{/each}}</p>{{/each}}{{/each}}</body></html>\n',
  'templates/site/desk.css': 'body { margin: 2rem; }\n',
});
