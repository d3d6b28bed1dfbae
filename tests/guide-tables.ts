import { z } from 'zod';
import { SORTS_OF_FILES, type FileSchema, type SortOfFile } from '../src/load/json-schema.ts';
import { OPTIONS } from '../src/load/options.ts';
import { KINDS, type Attribute } from '../src/model/kind.ts';
import { LICENCE_IDS } from '../src/model/licence.ts';
import { SOURCE_TYPES } from '../src/model/source.ts';
import { QUESTIONS } from '../src/pdf/check/questions.ts';
import { ACCESSIBILITY } from '../src/pdf/check/rules.ts';
import type { RuleScope } from '../src/rules/rule.ts';
import { RULES } from '../src/rules/rules.ts';
import { shownRule } from '../src/rules/shown.ts';
import { diskFiles } from '../src/world/disk-files.ts';
import { PACKAGE } from '../src/world/package.ts';
import { loadShared } from './readings.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const kinds = (): string => {
  const shown = ([name, { required, type }]: [string, Attribute]) =>
    `\`${name}\`${required ? '!' : ''}${Array.isArray(type) ? ` (${type.join(', ')})` : ''}`;
  const rows = KINDS.map(({ id, attributes }) => [
    `\`${id}\``,
    Object.entries(attributes).map(shown).join(', ') || '–',
  ]);
  return table(['kind', 'attributes'], rows);
};

const rules = (): string =>
  Object.entries(RULES)
    .flatMap(([scope, some]) => [`## ${SCOPES[scope as RuleScope]}`, ...some.map((rule) => shownRule(rule))])
    .join('\n\n');

const SCOPES: Readonly<Record<RuleScope, string>> = {
  library: 'The library',
  pack: 'What is selected for an edition',
  document: 'Documents',
  markup: 'Web pages',
  page: 'Printed pages',
  pdf: 'PDFs',
  copy: 'Copies for print',
  file: 'Every file of a build',
};

const templates = async (): Promise<string> => {
  const files = diskFiles(PACKAGE);
  // Sources and packs say nothing of templates.
  const list = async (globs: readonly string[]) =>
    (await files.list(globs)).filter((path) => !/^sources\/(?:library|packs)\//u.test(path));
  const { value } = await loadShared({ ...files, list, own: list });
  const rows = [...value.templates.values()].map(({ id, slots }) => {
    const shown = slots.map(
      (slot) => `\`${slot.id}\` (${slot.kinds.join(', ')}${slot.min ? `, at least ${slot.min}` : ''})`,
    );
    return [`\`${id}\``, shown.join(', ')];
  });
  return table(['template', 'slots'], rows);
};

/** What a key's schema tells of its values; `isNeeded` whether the file can't do without it. */
interface Key {
  readonly schema: FileSchema;
  readonly isNeeded: boolean;
}

const keyAt = (root: FileSchema, path: string): Key => {
  let found: Key = { schema: root, isNeeded: false };
  for (const step of path.split('.')) {
    const { properties, additionalProperties, items, required = [] } = found.schema as Record<string, never>;
    const below = step === '*' ? additionalProperties : step === '[]' ? items : properties?.[step];
    const next = below as FileSchema | undefined;
    if (!next) throw new Error(`no key ${path}`);
    const { $ref = '' } = next as { $ref?: string };
    const name = $ref.split('/').at(-1) ?? '';
    const schema = name === '#' ? root : ((root['$defs'] as Record<string, FileSchema>)?.[name] ?? next);
    found = { schema, isNeeded: (required as readonly string[]).includes(step) };
  }
  return found;
};

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`);

/** Every key of a sort of file. */
const keys = (sort: SortOfFile): string => {
  const root = z.toJSONSchema(SORTS_OF_FILES[sort], { io: 'input', unrepresentable: 'any' }) as FileSchema;
  const all = Object.entries(OPTIONS[sort]).filter(([path]) => !path.endsWith('[]'));
  const rows = all.map(([path, { says }]) => {
    const { schema, isNeeded } = keyAt(root, path);
    const items = schema['items'] as FileSchema | undefined;
    const expected = (items ?? schema)['x-expected'];
    const value = schema['type'] === 'object' ? '' : typeof expected === 'string' ? expected : '';
    const usual = typeof schema['default'] === 'string' ? `\`${schema['default']}\`` : '';
    return [
      `\`${path.replaceAll('*', 'NAME').replaceAll('.[]', '')}\``,
      cell(says),
      cell(items ? ['a list', value].filter(Boolean).join(': ') : value),
      isNeeded ? 'needed' : usual,
    ];
  });
  return table(['key', 'what it is for', 'value', 'if you say nothing'], rows);
};

/** The parts of the guide that are made of the code's own tables, by their marks. */
export const guideTables = async (): Promise<Readonly<Record<string, string>>> => ({
  kinds: kinds(),
  rules: rules(),
  types: SOURCE_TYPES.join(', '),
  licences: LICENCE_IDS.map((id) => `\`${id}\``).join(', '),
  templates: await templates(),
  questions: QUESTIONS.map((question) => `- ${question}`).join('\n'),
  conditions: `${ACCESSIBILITY.filter(({ id }) => id.startsWith('ua-')).length}`,
  ...Object.fromEntries(
    (Object.keys(OPTIONS) as SortOfFile[]).map((sort) => [`keys of ${sort}`, keys(sort)]),
  ),
});
