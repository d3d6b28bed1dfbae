/** JSON Schemas of the YAML files of a project, made of the very schemas by which these are read. */

import { z } from 'zod';
import { audiences } from './audiences.ts';
import { calendar } from './calendar.ts';
import { offices } from './offices.ts';
import { description } from './data/description.ts';
import { issued } from './issued.ts';
import { OPTIONS, type NamesOf, type Option, type Options } from './options.ts';
import { organisation } from './organisation.ts';
import { pack } from './pack.ts';
import { inside } from './places.ts';
import { citation } from './source.ts';
import { template } from './template.ts';
import { vocabulary } from './vocabulary.ts';

/** The sorts of YAML files, and the head of a source. */
export const SORTS_OF_FILES: Readonly<Record<SortOfFile, z.ZodType>> = {
  organisation,
  vocabulary,
  audiences,
  places: inside,
  calendar,
  offices,
  template,
  pack,
  data: description,
  source: citation,
  issued,
};

export type SortOfFile = keyof typeof OPTIONS;

/** The names that a project has, to complete what is typed. */
export type ProjectNames = Readonly<Record<NamesOf, readonly string[]>>;

/** A JSON Schema (draft 2020-12), or a part of one. */
export type FileSchema = Readonly<Record<string, unknown>>;

/** The schema of a sort of file, with what each key is for. */
export const jsonSchema = (sort: SortOfFile, names: ProjectNames): FileSchema => {
  const schema: FileSchema = z.toJSONSchema(SORTS_OF_FILES[sort], { io: 'input', unrepresentable: 'any' });
  const { $schema, $defs = {}, ...root } = schema;
  const walk = new SchemaWalk(OPTIONS[sort], $defs as Record<string, FileSchema>, names);
  const told = walk.node(root, []);
  return { $schema, ...told, $defs: walk.defs };
};

/** Every value is written as text, so what YAML takes for a number or a yes is text too. */
const SCALAR = ['string', 'number', 'boolean'] as const;

/** What may stand in place of a map. */
const IN_PLACE: Readonly<Record<NonNullable<Option['also']>, readonly FileSchema[]>> = {
  'a text': [{ type: SCALAR }],
  nothing: [{ type: 'null' }],
  'a list of names': [{ type: 'array', items: { type: 'string' } }, { type: 'string' }],
  'nothing or a list of names': [{ type: 'null' }, { type: 'array', items: { type: 'string' } }],
};

class SchemaWalk {
  readonly defs: Record<string, FileSchema> = {};
  readonly #options: Options;
  readonly #given: Readonly<Record<string, FileSchema>>;
  readonly #names: ProjectNames;

  constructor(options: Options, given: Readonly<Record<string, FileSchema>>, names: ProjectNames) {
    this.#options = options;
    this.#given = given;
    this.#names = names;
  }

  /** A part of the schema at a path, as an editor should have it. */
  node(part: FileSchema, path: readonly string[]): FileSchema {
    const { $ref } = part;
    if (typeof $ref === 'string' && $ref !== '#') return this.#known($ref, path);
    const option = this.#options[path.join('.')];
    const { 'x-expected': expected, default: usual, ...rest } = part;
    const form = typeof expected !== 'string' || expected === 'a text' ? null : `Expected: ${expected}`;
    const said = [option?.says, form].filter(Boolean);
    const about = {
      ...(said.length ? { description: `${said.join('. ')}.` } : {}),
      ...(typeof usual === 'string' ? { default: usual } : {}),
    };
    const made = this.#made(rest, path, option);
    return option?.also ? { ...about, anyOf: [made, ...IN_PLACE[option.also]] } : { ...about, ...made };
  }

  #made(part: FileSchema, path: readonly string[], option: Option | undefined): FileSchema {
    if (part['$ref']) return part;
    if (part['type'] === 'object') return this.#map(part, path, option);
    if (part['type'] === 'array') {
      const member = this.node(part['items'] as FileSchema, [...path, '[]']);
      const items = this.#named(member, option?.names);
      // A list of maps is nothing else.
      if (member['type'] === 'object') return { ...part, items };
      // One member may stand by itself, and several in one text where each is a word.
      const { pattern: _pattern, ...alone } = member;
      return { anyOf: [{ ...part, items }, this.#named(alone, option?.names)] };
    }
    return this.#named(scalar(part), option?.names);
  }

  /** What a schema refers to is made once, where it is first met. */
  #known($ref: string, path: readonly string[]): FileSchema {
    const id = $ref.split('/').at(-1) ?? '';
    const given = this.#given[id];
    if (given && !(id in this.defs)) {
      this.defs[id] = {};
      this.defs[id] = this.node(given, path);
    }
    return { $ref };
  }

  #map(part: FileSchema, path: readonly string[], option: Option | undefined): FileSchema {
    const { properties, additionalProperties, propertyNames, ...rest } = part;
    if (properties) {
      const own = Object.entries(properties).map(([key, each]: [string, FileSchema]) => [
        key,
        this.node(each, [...path, key]),
      ]);
      return {
        ...rest,
        properties: Object.fromEntries(own) as FileSchema,
        additionalProperties: false,
      };
    }
    const each = this.node(additionalProperties as FileSchema, [...path, '*']);
    const { pattern } = (propertyNames ?? {}) as FileSchema;
    const held = pattern === undefined ? rest : { ...rest, propertyNames: { pattern } };
    if (!option?.keys) return { ...held, additionalProperties: each };
    // Editors complete the keys that are listed.
    const id = [...path, '*'].join('.');
    this.defs[id] = each;
    const $ref = `#/$defs/${id.replaceAll('*', '%2A')}`;
    const known = Object.fromEntries(this.#names[option.keys].map((name) => [name, { $ref }]));
    return { ...held, properties: known, additionalProperties: { $ref } };
  }

  /** A name of the project's own may be a new one, of which the schema does not know yet. */
  #named(value: FileSchema, names: NamesOf | undefined): FileSchema {
    if (!names || !this.#names[names].length) return value;
    this.defs[names] ??= { enum: this.#names[names] };
    return { anyOf: [{ $ref: `#/$defs/${names}` }, value] };
  }
}

const scalar = (part: FileSchema): FileSchema => {
  if (part['type'] !== 'string') return part;
  const { enum: among, ...rest } = part;
  if (!Array.isArray(among)) return { ...rest, type: SCALAR };
  // What YAML takes for a number is one.
  const numbers = among.filter((one) => /^\d+$/u.test(String(one))).map(Number);
  return { enum: [...among, ...numbers] };
};
