import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { PageBox, Template } from '../../src/model/template.ts';
import type { Variant } from '../../src/model/variant.ts';
import { pageStyle } from '../../src/render/page-style.ts';

const place = { file: 't', line: 1, column: 1 };
const style = (
  over: {
    title?: string;
    draft?: boolean;
    max?: number | null;
    page?: Partial<PageBox>;
    variant?: Variant;
    address?: string;
    language?: string;
  } = {},
): string => {
  const template: Pick<Template, 'page' | 'pages' | 'type'> = {
    page: { size: 'A4', orientation: 'portrait', margin: '15mm 17mm 16mm', ...over.page },
    pages: { min: 1, max: over.max === undefined ? 1 : over.max, multiple: 1, place },
    type: { size: 12, min: 10, max: 12, notes: 9, place },
  };
  const document = {
    title: over.title ?? 'The Bill',
    date: '2025-01-16',
    draft: over.draft ?? false,
    address: over.address ?? null,
    version: '3f2a9c1',
    organisation: { notice: 'A sample', language: over.language ?? 'en-GB' },
  } as unknown as Document;
  return pageStyle(document, template as Template, {
    variant: over.variant ?? 'standard',
    layout: { size: 11.4, spacing: 0.91 },
  }).toString();
};

describe("the page's style", () => {
  test('has the box, the foot and the sizes of the contract', () => {
    expect(style()).toBe(
      '@page{size:A4 portrait;margin:15mm 17mm 16mm;' +
        '@bottom-left{content:"The Bill · as at 16 January 2025\\a version 3f2a9c1";white-space:pre-line}' +
        '@bottom-right{content:"Page " counter(page) " of " counter(pages);white-space:nowrap}}' +
        ':root{--page-height:266mm;--type-size:11.4pt;--spacing:0.91;--type-min:10pt;--type-notes:9pt}',
    );
  });
  test('says where the document lies on the web', () => {
    expect(style({ address: 'https://example.org/cwb' })).toContain(
      '2025\\a example.org/cwb · version 3f2a9c1"',
    );
  });
  test('says DRAFT on every page of a draft', () => {
    expect(style({ draft: true })).toContain('@top-center{content:"DRAFT"');
    expect(style()).not.toContain('DRAFT');
  });
  test('repeats the notice below each page after the first, where there may be more pages than one', () => {
    const foot = '@bottom-left{content:"The Bill · as at 16 January 2025\\a version 3f2a9c1"';
    for (const max of [2, null]) {
      expect(style({ max })).toContain(`${foot}"\\a ""A sample";white-space:pre-line}}@page:first{${foot};`);
    }
    expect(style({ max: 1 })).not.toContain('A sample');
  });
  test('puts title and number above large print, and writes Draft', () => {
    expect(style({ variant: 'large-print', draft: true })).toContain(
      '@top-left{content:"Draft: The Bill\\a as at 16 January 2025";white-space:pre-line}' +
        '@top-right{content:"Page " counter(page) " of " counter(pages);white-space:nowrap}' +
        '@bottom-left{content:"version 3f2a9c1";white-space:pre-line}',
    );
  });
  test('has the words of its language', () => {
    expect(style({ language: 'cy', draft: true })).toContain(
      '@bottom-left{content:"The Bill · fel yr oedd ar 16 Ionawr 2025\\a fersiwn 3f2a9c1";white-space:pre-line}' +
        '@bottom-right{content:"Tudalen " counter(page) " o " counter(pages);white-space:nowrap}' +
        '@top-center{content:"DRAFFT"',
    );
  });
  test('lets no title out of its string', () => {
    expect(style({ title: '"}</style><script>\\' })).toContain(
      '"\\22 }\\3c /style\\3e \\3c script\\3e \\5c  · as',
    );
  });
  test.each([
    ['18mm', 'portrait', 261],
    ['1in 2cm', 'portrait', 246.2],
    ['1cm 1cm 2cm', 'landscape', 180],
    ['36pt', 'portrait', 271.6],
  ] as const)('knows the height between margins of %s %s', (margin, orientation, height) => {
    expect(style({ page: { margin, orientation } })).toContain(`--page-height:${height}mm`);
  });
});
