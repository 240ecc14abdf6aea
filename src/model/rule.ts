/** Rules: what a problem's `rule` names. `lede explain RULE` prints them. */
import type { Severity, Words } from './problem.ts';

export interface Rule {
  /** Stable name such as `answer/alone`: what it is about, slash, what is asked of that. */
  id: string;
  severity: Severity;
  /** Why readers, or those who look after the site, need it: one or two sentences. */
  why: Words;
  /** What it finds and what to write instead; missing where the message alone says both. */
  example?: Example;
}

/** Two pieces of a content file, of which only `bad` breaks the rule. Where words are the point, each language has its own. */
export interface Example {
  bad: string | Words;
  good: string | Words;
}

/** A rule whose problems are errors. */
export function rule(id: string, zh: string, en: string, example?: Example): Rule {
  return { id, severity: 'error', why: { zh, en }, ...(example ? { example } : {}) };
}

/** `text` in `lang`. */
export function exampleIn(text: string | Words, lang: keyof Words): string {
  return typeof text === 'string' ? text : text[lang];
}
