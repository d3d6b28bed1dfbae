import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { showPlace } from '../../src/diagnostics/place.ts';
import { blame } from '../../src/render/partial-faults.ts';
import { shapeOf } from '../../src/render/shape.ts';
import { checkTemplate } from '../../src/render/template-check.ts';

const view = shapeOf(
  z.object({
    title: z.string(),
    event: z.string().nullable(),
    draft: z.boolean(),
    body: z.instanceof(Handlebars.SafeString).meta({ format: 'html' }),
    style: z.instanceof(Handlebars.SafeString).meta({ format: 'css' }),
    href: z.string().meta({ format: 'address' }),
    contact: z.object({ email: z.string().nullable() }).nullable(),
    slots: z.object({
      'why-now': z
        .object({ items: z.array(z.object({ id: z.string(), note: z.string().nullable() })) })
        .nullable(),
    }),
  }),
);

const parsed = (name: string, text: string) => ({
  file: `templates/${name}.hbs`,
  hash: '',
  program: () => Handlebars.parse(text),
});

/** What is said of some pages together. */
const messagesOf = (pages: readonly string[], partials: Record<string, string> = {}) => {
  const known = new Map(Object.entries(partials).map(([name, partial]) => [name, parsed(name, partial)]));
  const names = pages.map((_page, index) => (index ? `page-${index + 1}` : 'page'));
  return blame(pages.map((page, index) => checkTemplate(parsed(names[index] ?? '', page), view, known)));
};

const check = (text: string, partials: Record<string, string> = {}) =>
  messagesOf([text], partials).map(({ place, text: said }) => `${place && showPlace(place)} ${said}`);

describe('a template that keeps to the view passes', () => {
  test.each([
    '<h1>{{title}}</h1>',
    '{{#if event}}{{event}}{{/if}}',
    '{{#unless event}}none{{else}}{{event}}{{/unless}}',
    '{{#if draft}}DRAFT{{/if}}',
    '<style>{{style}}</style><title>{{title}}</title>',
    '<a href="{{href}}" title="{{title}}">{{body}}</a>',
    '{{#with contact}}{{#if email}}{{email}}{{/if}}{{../title}}{{@root.title}}{{/with}}',
    '{{#if contact}}{{#if contact.email}}{{contact.email}}{{/if}}{{/if}}',
    '{{#with slots.[why-now]}}{{#each items}}{{@index}}{{id}}{{#if note}}{{note}}{{/if}}{{../../title}}{{/each}}{{/with}}',
    '{{#with slots.why-now as |slot|}}{{#each slot.items as |item|}}{{item.id}}{{/each}}{{/with}}',
  ])('%s', (text) => expect(check(text)).toEqual([]));
});

describe('what the view lacks is found, in branches that are not taken too', () => {
  test.each([
    ['{{titel}}', /1:3 The view has no `titel`/],
    ['{{#if draft}}\n  {{slots.facts}}\n{{/if}}', /2:5 The view has no `facts` in `slots`/],
    ['{{#each slots.why-now}}{{/each}}', /is no list|may be missing/],
    [
      '{{#with slots.why-now}}{{#each items}}{{../items.id}}{{../../../x}}{{/each}}{{/with}}',
      /no `id`|climbs out/,
    ],
    ['{{@index}}', /no such thing here/],
    ['{{slots}}', /is an object/],
  ])('%s', (text, said) => expect(check(text).join('\n')).toMatch(said));
});

describe('what may be missing has to be asked for', () => {
  test.each([
    '{{event}}',
    '{{contact.email}}',
    '{{#if event}}{{else}}{{event}}{{/if}}',
    '{{#if contact}}{{contact.email}}{{/if}}',
  ])('%s', (text) => expect(check(text).join()).toMatch(/may be missing/));
});

describe('values land where their format may stand', () => {
  test.each([
    ['{{{body}}}', /raw text/],
    ['{{&body}}', /raw text/],
    ['<p class={{title}}>', /unquoted in `class`/],
    ['<p {{title}}>', /between the attributes/],
    ['<a href="{{title}}">', /no address/],
    ['<p onclick="{{title}}">', /may not stand in `onclick`/],
    ['<p style="{{title}}">', /may not stand in `style`/],
    ['<p title="{{body}}">', /is html and may not stand in an attribute/],
    ['<script>{{title}}</script>', /in a script/],
    ['<style>{{title}}</style>', /in a style/],
    ['<!-- {{title}} -->', /in a comment/],
    ['<title>{{body}}</title>', /the title holds text alone/],
    ['<p>{{style}}</p>', /is CSS/],
    ['<p title="{{#if draft}}a{{/if}}{{body}}">', /is html/],
    ['{{#if draft}}<script>{{/if}}{{title}}{{#if draft}}</script>{{/if}}', /does not close/],
    ['{{#if draft}}<a href="{{/if}}{{title}}', /does not close/],
    ['<a xlink:href="{{title}}">', /no address/],
  ])('%s', (text, said) => expect(check(text).join()).toMatch(said));
});

describe('what Handlebars could do besides is refused', () => {
  test.each([
    ['{{upper title}}', /no helper `upper`/],
    ['{{#list slots}}{{/list}}', /no block helper `list`/],
    ['{{lookup slots "x"}}', /no helper/],
    ['{{#*inline "x"}}{{/inline}}', /Inline partials/],
    ['{{#constructor title}}x{{/constructor}}', /no block helper `constructor`/],
    ['{{#with this}}{{title}}{{/with}}', /Unexpected `this`/],
    ['{{> (title)}}', /has to be written out/],
  ])('%s', (text, said) => expect(check(text).join()).toMatch(said));
});

describe('partials', () => {
  test('are checked in the context that calls them, and faults carry their own file', () => {
    expect(check('{{> foot}}', { foot: '\n{{titel}}' })).toEqual([
      'templates/foot.hbs:2:3 The view has no `titel`',
    ]);
    expect(check('{{#with contact}}{{> foot}}{{/with}}', { foot: '{{title}}' }).join()).toMatch(
      /does not get `title`/,
    );
  });
  test('get a context and arguments', () => {
    const item = { item: '{{label}}{{#if email}}{{email}}{{/if}}' };
    expect(check('{{#if contact}}{{> item contact label="Ask"}}{{/if}}', item)).toEqual([]);
    expect(check('{{> item contact label="Ask"}}', item).join()).toMatch(/may be missing/);
    expect(check('{{#if contact}}{{> item contact label=nope}}{{/if}}', item).join()).toMatch(/no `nope`/);
    const shadowed = check('{{#if event}}{{> foot event=slots.why-now}}{{/if}}', { foot: '{{event.items}}' });
    expect(shadowed.join()).toMatch(/does not get `event`/);
  });
  test('take a block', () => {
    const page = { page: '<main>{{> @partial-block}}</main>' };
    expect(check('{{#> page}}{{title}}{{/page}}', page)).toEqual([]);
    expect(check('{{#> page}}{{titel}}{{/page}}', page)).toEqual([
      'templates/page.hbs:1:14 The view has no `titel`',
    ]);
    expect(check('{{> @partial-block}}').join()).toMatch(/no block/);
    const inner = { page: '{{#with contact}}{{> @partial-block}}{{/with}}' };
    expect(check('{{#> page}}{{title}}{{/page}}', inner).join()).toMatch(/within `#with`/);
  });
  test('that are not there or call themselves are found', () => {
    expect(check('{{> foto}}', { foot: '' }).join()).toMatch(/no partial `foto`/);
    expect(check('{{> a}}', { a: '{{> a}}' }).join()).toMatch(/calls itself/);
  });
});

describe('what a partial lacks is told', () => {
  const told = (pages: readonly string[], partials: Record<string, string>) =>
    messagesOf(pages, partials).map(({ place, text, remedy, related = [] }) => ({
      at: place && showPlace(place),
      words: `${text} ${remedy ?? ''}`,
      related: related.map((one) => showPlace(one.place)),
    }));

  test('at the call that does not give it, once, where others do', () => {
    const partial = { item: '{{#if draft}}{{label}}{{/if}}{{label}}{{wide}}', other: '{{note}}' };
    const found = told(
      [
        '{{> other note=title}}{{> item label=title wide=title}}',
        '<p>\n{{> item}}</p>{{> item label=title wide=title}}',
      ],
      partial,
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ at: 'templates/page-2.hbs:2:1' });
    expect(found[0]?.words).toMatch(
      /`item` does not get `label` and `wide` from this call Other calls of it give `label` and `wide`: write `\{\{> item label=… wide=…\}\}`/,
    );
    expect(found[0]?.related).toEqual([
      'templates/item.hbs:1:16',
      'templates/item.hbs:1:32',
      'templates/item.hbs:1:41',
    ]);
  });
  test('at the call of a page, where a partial between passes on what it got', () => {
    const partials = { item: '{{label}}', list: '<ul>{{> item}}</ul>' };
    const found = told(['{{> list label=title}}', '{{> list}}'], partials);
    expect(found).toMatchObject([{ at: 'templates/page-2.hbs:1:1', related: ['templates/item.hbs:1:3'] }]);
  });
  test('with the page, where a partial between calls another without it', () => {
    const partials = { item: '{{label}}', list: '<ul>{{> item}}</ul>' };
    const found = told(['{{> item label=title}}', '{{> list}}'], partials);
    expect(found.map(({ at }) => at)).toEqual(['templates/list.hbs:1:5']);
    expect(found[0]?.related).toEqual(['templates/page-2.hbs:1:1', 'templates/item.hbs:1:3']);
  });
  test('at its only call, unless the name is mistyped', () => {
    expect(told(['{{> item}}'], { item: '{{label}}' })).toMatchObject([
      { at: 'templates/page.hbs:1:1', words: expect.stringContaining('`{{> item label=…}}`') },
    ]);
    expect(told(['{{> item}}'], { item: '{{titel}}' })).toMatchObject([
      { at: 'templates/item.hbs:1:3', related: ['templates/page.hbs:1:1'] },
    ]);
    const within = '{{#if slots.why-now}}{{#each slots.why-now.items}}{{wide}}{{/each}}{{/if}}';
    expect(told(['{{> item}}'], { item: within })).toMatchObject([{ at: 'templates/item.hbs:1:53' }]);
  });
  test('in the partial, once, where no call gives it', () => {
    const found = told(['{{> item}}{{> item}}', '{{> item}}'], { item: '{{label}}' });
    expect(found).toMatchObject([
      { at: 'templates/item.hbs:1:3', words: expect.stringContaining('The view has no `label`') },
    ]);
    expect(found[0]?.related).toEqual([
      'templates/page.hbs:1:1',
      'templates/page.hbs:1:11',
      'templates/page-2.hbs:1:1',
    ]);
  });
  test('by comparison with another call, where a thing of another shape is given', () => {
    const partials = { list: '{{#with list}}{{#if email}}{{email}}{{/if}}{{/with}}' };
    const sound = '{{#if contact}}{{> list list=contact}}{{/if}}';
    expect(told([sound], partials)).toEqual([]);
    expect(told([sound, '<p>{{> list list=title}}</p>'], partials)).toMatchObject([
      { at: 'templates/page-2.hbs:1:4', words: expect.stringContaining('e.g. at templates/page.hbs:1:16') },
    ]);
  });
});
