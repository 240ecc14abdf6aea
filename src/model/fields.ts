/**
 * The fields that entries share. Names and limits are the contract with editors.
 * `about` gives each field the one sentence that says what it does for the site; it shows in error
 * hints and in the JSON Schemas that editors' tools read.
 */
import { z } from 'zod';
import { cleanLine, countChars } from '#lib/text.ts';
import { encodeUrl, hasSoundPath } from '#lib/url.ts';
import { isIsoDate } from '#lib/date.ts';

declare module 'zod' {
  interface GlobalMeta {
    /** The field's sentence in Chinese; `description` holds the English one. */
    zh?: string;
  }
}

/** `schema` with its one sentence in Chinese and in English. */
export function about<S extends z.ZodType>(schema: S, zh: string, en: string): S {
  return schema.meta({ ...schema.meta(), zh, description: en }) as S;
}

/** `schema` with a value that it takes, for forms to be filled in. */
export function example<S extends z.ZodType>(value: z.input<S>, schema: S): S {
  return schema.meta({ ...schema.meta(), examples: [value] }) as S;
}

/** A failed refinement, told apart from Zod's own issues by `params.problem`. */
export type FieldProblem =
  | { problem: 'length'; min: number; max: number; actual: number }
  | { problem: 'date' }
  | { problem: 'markdown'; found: string }
  | { problem: 'line-break' }
  | { problem: 'reference' }
  | { problem: 'address' }
  | { problem: 'https' }
  | { problem: 'site-path'; path: string }
  | { problem: 'duplicate'; value: string }
  | { problem: 'no-target' };

function refine<S extends z.ZodType>(schema: S, find: (value: z.output<S>) => FieldProblem | undefined): S {
  return schema.check((context) => {
    const params = find(context.value as z.output<S>);
    if (params) context.issues.push({ code: 'custom', input: context.value, params, message: params.problem, continue: true });
  }) as S;
}

/** One line of text without leading or trailing space or control characters, `min` to `max` characters long. */
export function line(min = 1, max = 2000) {
  return refine(z.string(), (value) => {
    const actual = countChars(cleanLine(value));
    if (actual < min || actual > max) return { problem: 'length', min, max, actual };
    return /[\n\r]/.test(value.trim()) ? { problem: 'line-break' } : undefined;
  })
    .overwrite(cleanLine)
    .meta({ minLength: min, maxLength: max });
}

const markdownSign = /\[[^\]]*\]\([^)]*\)|\*\*|__|`|^#{1,6} |^[-*+] |<[a-z/][^>]*>/iu;

/** Like `line`, and free of Markdown and HTML: the text is quoted alone in places that show it as it is. */
export function plainLine(min: number, max: number) {
  return refine(line(min, max), (value) => {
    const found = markdownSign.exec(value)?.[0];
    return found === undefined ? undefined : { problem: 'markdown', found };
  });
}

/** A calendar day, `YYYY-MM-DD`. */
export function day() {
  return refine(z.string(), (value) => (isIsoDate(value) ? undefined : { problem: 'date' })).meta({ format: 'date' });
}

/** Lines of which there is at least one. */
export function lines(min = 1, max = 2000) {
  return z.array(line(min, max)).min(1);
}

/** What a slug looks like: lower-case Latin letters and digits in groups joined by single hyphens. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What a reference to an entry looks like. */
export const referencePattern = /^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/;

/** Whether a field whose JSON Schema has this pattern names an entry, or may name one. */
export function leadsToEntry(pattern: string | undefined): boolean {
  return pattern === referencePattern.source || pattern === targetPattern;
}

const httpsPattern = '^https://[^\\s/]';
const targetPattern = `${referencePattern.source}|^/(?!/)\\S*$|${httpsPattern}`;

/** Whether `value` is written as an entry reference such as `answers/base-url-settings`. */
export function isReference(value: string): boolean {
  return referencePattern.test(value);
}

/** A reference to an entry: folder, slash, slug. */
export function reference() {
  return refine(z.string(), (value) => (isReference(value) ? undefined : { problem: 'reference' })).meta({ pattern: referencePattern.source });
}

/** Where a step leads: an entry reference, a path of this site, or an https address, which comes out percent-encoded. */
export function target() {
  return refine(z.string(), (value) =>
    isReference(value) || /^\/(?!\/)\S*$/.test(value) || isHttps(value) ? undefined : { problem: 'address' },
  )
    .overwrite(encodeHttps)
    .meta({ pattern: targetPattern });
}

/** A path that a page of this site had. Which of them hosts can redirect is told in the site as a whole: checks/redirects.ts. */
export function oldPath() {
  return z.string().meta({ pattern: '^/(?!/)\\S*$', examples: ['/old-address/'] });
}

/** An https address, percent-encoded where it was typed with spaces or Chinese. */
export function httpsUrl() {
  return refine(z.string(), (value) => (isHttps(value) ? undefined : { problem: 'https' }))
    .overwrite(encodeHttps)
    .meta({ pattern: httpsPattern, examples: ['https://example.org/'] });
}

/** The canonical address of a site, whose path stands before those of all its pages. */
export function siteUrl() {
  return refine(httpsUrl(), (value) => (!isHttps(value) || hasSoundPath(value) ? undefined : { problem: 'site-path', path: new URL(value).pathname }));
}

/** What `pattern` takes: an https address among it must be whole, and comes out percent-encoded where it was typed with Chinese. */
export function address(pattern: RegExp) {
  return refine(z.string().regex(pattern), (value) => (value.startsWith('https:') && !URL.canParse(value) ? { problem: 'https' } : undefined)).overwrite(encodeHttps);
}

function isHttps(value: string): boolean {
  return /^https:\/\/[^\s/]\S*( +\S+)*$/.test(value) && URL.canParse(value);
}

function encodeHttps(value: string): string {
  return isHttps(value) ? encodeUrl(value) : value;
}

/** Rejects two items of `list` that share the value `key` takes from them. */
export function unique<S extends z.ZodArray>(schema: S, key: (item: z.output<S>[number]) => unknown): S {
  return refine(schema, (items) => {
    const seen = new Set<unknown>();
    for (const item of items as z.output<S>[number][]) {
      const value = key(item);
      if (value !== undefined && seen.has(value)) return { problem: 'duplicate', value: String(value) };
      seen.add(value);
    }
    return undefined;
  });
}

/** Rejects two names of `schema` that differ in nothing but case. */
export function uniqueNames<S extends z.ZodRecord>(schema: S): S {
  return refine(schema, (named) => {
    const names = Object.keys(named);
    const value = names.find((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < index);
    return value === undefined ? undefined : { problem: 'duplicate', value };
  });
}

/** Rejects steps none of which leads anywhere. */
export function leadsSomewhere<S extends z.ZodType<readonly { to?: string | undefined }[]>>(schema: S): S {
  return refine(schema, (steps) => (steps.some((step) => step.to !== undefined) ? undefined : { problem: 'no-target' })).meta({ contains: { type: 'object', required: ['to'] } });
}
