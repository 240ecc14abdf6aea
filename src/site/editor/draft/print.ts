/** The frontmatter of a new entry, or the settings of a new site, printed from their JSON Schema: what is known, what the editor has to write, and what may be added. */
import { stringify } from 'yaml';
import { countChars } from '#lib/text.ts';
import { leadsToEntry } from '#model/fields.ts';
import type { Lang } from '#model/problem.ts';
import type { JsonSchema } from '../schemas/json-schema.ts';

export interface Form {
  schema: JsonSchema;
  /** Values that are known, by field. */
  given: Readonly<Record<string, unknown>>;
  lang: Lang;
  /** A day for fields that want one. */
  today: string;
  /** A reference or a path for fields that lead somewhere. */
  address: string;
  /** What is to be written: a text that passes the check until it is replaced (`fill`), or a comment (`todo`). */
  blanks: 'fill' | 'todo';
  /** Whether fields that may be left out follow as comments. */
  extras: boolean;
  /** How a value that the editor replaces is printed; `choices` where there is a fixed set. */
  hold?: (yaml: string, choices?: readonly string[]) => string;
}

/** Lines of YAML. */
export function printForm(form: Form): string[] {
  const { schema, given, blanks, extras } = form;
  const fields = Object.entries(schema.properties ?? {});
  const isLive = (key: string) => given[key] !== undefined || (blanks === 'fill' && schema.required!.includes(key));
  const live = fields.filter(([key]) => isLive(key)).flatMap(([key, field]) => [...comment(field, form), ...printField(key, field, given[key], form)]);
  const open = blanks === 'todo' ? fields.filter(([key]) => !isLive(key) && schema.required!.includes(key)) : [];
  const todo = open.flatMap(([key, field]) => [`# TODO ${key}${sizeOf(field, form)}${colon[form.lang]}${sentenceOf(field, form)}`, ...printField(key, field, undefined, form).map(commented)]);
  const more = extras ? fields.filter(([key]) => !isLive(key) && !schema.required!.includes(key)) : [];
  const options = more.flatMap(([key, field]) => [...comment(field, form), ...printField(key, field, undefined, { ...form, hold: plain, whole: true } as Inner)]);
  return [...live, ...todo, ...(more.length > 0 ? ['', `# ${moreWords[form.lang]}`, ...options.map(commented)] : [])];
}

/** What is known further in: `whole` asks for every field of a group, required or not; `index` is the place in the list around it. */
type Inner = Form & { whole?: boolean; sentence?: string; index?: number };

const moreWords = {
  zh: '下面的字段可以不写；要用哪个，就删掉那几行行首的“# ”。',
  en: 'The fields below may be left out; to use one, delete the "# " at the start of its lines.',
};
const colon: Record<Lang, string> = { zh: '：', en: ': ' };
const plain = (yaml: string) => yaml;
const commented = (line: string) => `# ${line}`;

function printField(key: string, schema: JsonSchema, value: unknown, form: Inner): string[] {
  // The summary for foreign crawlers is English on every site.
  const inside = key === 'englishSummary' ? { ...form, lang: 'en' as const } : form;
  const printed = printValue(schema, value, { ...inside, sentence: sentenceOf(schema, inside) });
  return typeof printed === 'string' ? [`${key}: ${printed}`] : [`${key}:`, ...printed.map((line) => `  ${line}`)];
}

/** A scalar as the text behind its key, anything else as lines. What may be left out shows what holds then. */
function printValue(schema: JsonSchema, given: unknown, form: Inner): string | string[] {
  const value = given ?? (form.whole && !isEmpty(schema.default) ? schema.default : undefined);
  if (schema.type === 'object' && !schema.properties) return stringify(value ?? schema.examples?.[0] ?? {}).trimEnd().split('\n');
  if (schema.type === 'object') return printGroup(schema, value as Record<string, unknown> | undefined, form);
  if (schema.type !== 'array') return value === undefined ? printBlank(schema, form) : stringify(value, { lineWidth: 0 }).trimEnd();
  const items: unknown[] = Array.isArray(value) ? value : Array.from({ length: schema.minItems ?? 1 });
  if (items.length === 0) return '[]';
  return items.flatMap((item, at) => {
    const printed = printValue(withContained(schema), item, { ...form, index: at });
    return typeof printed === 'string' ? [`- ${printed}`] : printed.map((line, row) => (row === 0 ? `- ${line}` : `  ${line}`));
  });
}

/** Whether a default says nothing. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && Object.keys(value ?? {}).length === 0;
}

/** The schema of the items, with the keys that at least one of them has to have. */
function withContained({ items = {}, contains }: JsonSchema): JsonSchema {
  return contains ? { ...items, required: [...(items.required ?? []), ...contains.required] } : items;
}

function printGroup(schema: JsonSchema, value: Record<string, unknown> | undefined, form: Inner): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, field]) => {
    const isLive = form.whole || value?.[key] !== undefined || (value === undefined && schema.required?.includes(key));
    if (isLive) return withNote(printField(key, field, value?.[key], form), isProse(field) || (form.index ?? 0) > 0 ? [] : comment(field, form));
    return form.extras && value === undefined ? printField(key, field, undefined, { ...form, hold: plain, whole: true }).map(commented) : [];
  });
}

/** A field of a group has its sentence behind it, where its value does not say it. */
function withNote([first = '', ...rest]: string[], note: readonly string[]): string[] {
  return [[first, ...note].join('  '), ...rest];
}

/** The sentence above a field, with what can be chosen. */
function comment(schema: JsonSchema, form: Inner): string[] {
  const sentence = sentenceOf(schema, form);
  const choices = schema.enum ?? schema.items?.examples ?? schema.examples ?? [];
  const shown = choices.length > 1 ? { zh: `可选：${choices.join('、')}。`, en: ` One of: ${choices.join(', ')}.` }[form.lang] : '';
  return sentence ? [`# ${sentence}${shown}`] : [];
}

/** A value that passes the schema and says what belongs there. */
function printBlank(schema: JsonSchema, form: Inner): string {
  const { hold = plain } = form;
  if (schema.enum) return hold(schema.enum[0]!, schema.enum);
  if (schema.examples?.length) return hold(stringify(schema.examples[0]).trimEnd(), schema.examples.length > 1 ? schema.examples.map(String) : undefined);
  if (schema.type === 'boolean') return hold('true');
  if (schema.format === 'date') return hold(form.today);
  if (leadsToEntry(schema.pattern)) return hold(form.address);
  if (schema.pattern) return hold(`item-${(form.index ?? 0) + 1}`);
  return hold(stringify(blankText(schema, form), { lineWidth: 0 }).trimEnd());
}

function blankText(schema: JsonSchema, form: Inner): string {
  const { minLength = 1, maxLength = 2000 } = schema;
  const sentence = form.sentence!.replace(/[`*_<>[\]^]/g, '');
  let text = { zh: `待写${sizeOf(schema, form)}：${sentence}`, en: `To be written${sizeOf(schema, form)}: ${sentence}` }[form.lang];
  while (countChars(text) < minLength) text += sentence;
  return [...text].slice(0, maxLength).join('');
}

/** The limits of a text, where it has any worth naming. */
function sizeOf({ minLength = 1, maxLength = 2000 }: JsonSchema, { lang }: Form): string {
  if (minLength === 1 && maxLength === 2000) return '';
  return { zh: `（${minLength}–${maxLength} 字）`, en: ` (${minLength}–${maxLength} characters)` }[lang];
}

function sentenceOf({ zh, description = '' }: JsonSchema, { lang }: Form): string {
  return lang === 'zh' ? (zh ?? description) : description;
}

/** Whether a blank of this field says its own sentence. */
function isProse(schema: JsonSchema): boolean {
  return schema.type === 'array' ? isProse(schema.items ?? {}) : schema.type === 'object' || (schema.type === 'string' && !schema.enum && !schema.examples && !schema.format && !schema.pattern);
}
