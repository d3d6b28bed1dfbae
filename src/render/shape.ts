import { z } from 'zod';
import { memo } from '../model/memo.ts';

/** A view's schema as the template check walks it. */
export type Shape =
  | { readonly is: Scalar; readonly nullable: boolean }
  | { readonly is: 'object'; readonly nullable: boolean; readonly fields: ReadonlyMap<string, Shape> }
  | { readonly is: 'list'; readonly nullable: boolean; readonly of: Shape };

export type Scalar = 'text' | 'number' | 'boolean' | 'html' | 'css' | 'address';

/** The part of JSON Schema that zod writes for a view. */
interface JsonSchema {
  type?: string | string[];
  format?: string;
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
}

/** Reads a zod schema as a shape. Fields of class instances carry their meaning in `format`. */
export const shapeOf = (schema: z.ZodType): Shape =>
  memo(SHAPES, schema, () =>
    read(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'output' }) as JsonSchema),
  );

const SHAPES = new WeakMap<z.ZodType, Shape>();

const read = (schema: JsonSchema): Shape => {
  const types = [schema.type ?? []].flat();
  const choices = schema.anyOf?.filter(({ type }) => type !== 'null');
  const nullable = types.includes('null') || (schema.anyOf?.some(({ type }) => type === 'null') ?? false);
  if (choices?.[0]) return { ...read(choices[0]), nullable };
  if (types.includes('object')) {
    const fields = Object.entries(schema.properties ?? {}).map(
      ([name, field]) => [name, read(field)] as const,
    );
    return { is: 'object', nullable, fields: new Map(fields) };
  }
  if (types.includes('array')) return { is: 'list', nullable, of: read(schema.items ?? {}) };
  return { is: scalar(schema.format, types), nullable };
};

const scalar = (format: string | undefined, types: readonly string[]): Scalar => {
  if (format === 'html' || format === 'css' || format === 'address') return format;
  return types.includes('number') ? 'number' : types.includes('boolean') ? 'boolean' : 'text';
};
