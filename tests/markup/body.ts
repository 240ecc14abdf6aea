/** Compiles small bodies for the tests of this folder. */
import assert from 'node:assert/strict';
import { compileBody, type BodySource } from '#markup/compile.ts';
import type { Document } from '#markup/document.ts';
import { resolveReferences } from '#markup/references.ts';

/** Frontmatter of three lines, so that positions in the file differ from those in the body. */
const frontmatter = '---\ntitle: 题\n---\n';

/** The line of the file on which the body begins. */
export const firstLine = 4;

/** A source whose body is `body`. */
export function bodySource(body: string, more: Partial<BodySource> = {}): BodySource {
  return { file: 'answers/a.mdx', text: frontmatter + body, bodyStart: frontmatter.length, ...more };
}

/** The document of a body that must have no problems; tokens are shown as `→address`. */
export function compile(body: string, more: Partial<BodySource> = {}): Document {
  const { document, problems } = compileBody(bodySource(body, more));
  assert.deepEqual(problems, []);
  const show = (text: string): string => resolveReferences(text, (to) => `→${to}`);
  return { ...document, html: withoutAnchors(show(document.html)), markdown: show(document.markdown) };
}

/** Asserts both forms of `body`, given as lines. */
export function assertForms(body: string, html: string[], markdown: string[], more: Partial<BodySource> = {}): void {
  const document = compile(body, more);
  assert.equal(document.html, html.join('\n'));
  assert.equal(document.markdown, markdown.join('\n'));
}

/** `line:column rule` of the problems of `body`, counted from its first line, with message and hint in `lang`. */
export function problemsOf(body: string, lang: 'zh' | 'en' = 'zh', more: Partial<BodySource> = {}): string[] {
  return compileBody(bodySource(body, more)).problems.map(
    ({ line, column, rule, message, hint }) => `${line - firstLine + 1}:${column} ${rule} ${message[lang]} | ${hint[lang]}`,
  );
}

/** Asserts that `body` has one problem, at `place` (`line:column rule`), with these sentences. */
export function assertProblem(body: string, place: string, zh: [string, string], en: [string, string], more: Partial<BodySource> = {}): void {
  assert.deepEqual(problemsOf(body, 'zh', more), [`${place} ${zh.join(' | ')}`]);
  assert.deepEqual(problemsOf(body, 'en', more), [`${place} ${en.join(' | ')}`]);
}

/** Heading anchors are the same everywhere; one test looks at them, the others leave them out. */
function withoutAnchors(html: string): string {
  return html.replaceAll(/<a class="anchor"[^>]*><\/a>/g, '');
}
