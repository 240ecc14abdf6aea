/** Looking into Zod schemas: which schema stands at a path, which keys it has, what its one sentence is. */
import { z } from 'zod';
import type { Path } from '#lib/yaml.ts';
import type { Words } from './problem.ts';

/** The schema that checks the value at `path` of what `schema` checks, if there is one. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let found: z.ZodType | undefined = schema;
  for (const step of path) {
    const inner: z.ZodType | undefined = found && unwrap(found);
    if (inner instanceof z.ZodObject) found = inner.shape[String(step)] as z.ZodType | undefined;
    else if (inner instanceof z.ZodArray) found = inner.element as z.ZodType;
    else if (inner instanceof z.ZodRecord) found = inner.valueType as z.ZodType;
    else return undefined;
  }
  return found;
}

/** The keys that an object schema knows. */
export function keysOf(schema: z.ZodType): string[] {
  const inner = unwrap(schema);
  return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}

/** Whether `schema` wants a list. */
export function isList(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && unwrap(schema) instanceof z.ZodArray;
}

/** The one sentence of a field, empty where it has none. */
export function sentenceOf(schema: z.ZodType | undefined): Words {
  for (let found = schema; found; found = innerOf(found)) {
    const meta = found.meta();
    if (meta?.description) return { zh: meta.zh ?? meta.description, en: meta.description };
  }
  return { zh: '', en: '' };
}

function unwrap(schema: z.ZodType): z.ZodType {
  const inner = innerOf(schema);
  return inner ? unwrap(inner) : schema;
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault
    ? (schema.unwrap() as z.ZodType)
    : undefined;
}
