/** JSON Schemas made from the Zod schemas: the same contract, for tools that know nothing of Zod. */
import { z } from 'zod';
import type { SiteConfig } from '#model/config.ts';
import type { Folder } from '#model/kind.ts';
import type { Lang } from '#model/problem.ts';

/** The part of JSON Schema (draft 7) that the content model makes use of: https://json-schema.org/draft-07 */
export interface JsonSchema {
  type?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  contains?: { required: string[] };
  enum?: string[];
  minItems?: number;
  minLength?: number;
  maxLength?: number;
  format?: string;
  pattern?: string;
  examples?: unknown[];
  default?: unknown;
  /** The field's sentence in Chinese; `description` has the English one until {@link jsonSchemaIn} chooses. */
  zh?: string;
}

/** `schema` with every field's sentence in both languages. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) as JsonSchema;
}

/** The schema of the entries of `folder` on the site with `config`: the site's own ids are proposed, never demanded, so that a new one is no error. */
export function entrySchemaOf(folder: Folder, config: SiteConfig): JsonSchema {
  const schema = jsonSchemaOf(folder.schema);
  const { category, tags, review, englishSummary } = schema.properties ?? {};
  if (category) category.examples = config.categories.map(({ id }) => id);
  if (tags?.items) tags.items.examples = config.tags.map(({ id }) => id);
  if (review?.properties?.['volatility']) review.properties['volatility'].examples = Object.keys(config.review.classes);
  if (englishSummary && !config.language.startsWith('en')) schema.required?.push('englishSummary');
  return schema;
}

/** `schema` with its sentences in `lang` alone. */
export function jsonSchemaIn(lang: Lang, schema: JsonSchema): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('zh' in value) || typeof value.zh !== 'string') return value;
    const { zh, description, ...rest } = value as JsonSchema;
    return { description: lang === 'zh' ? zh : description, ...rest };
  }) as JsonSchema;
}
