/** Code → HTML whose classes say how a token looks, so that a stylesheet colors it under a strict CSP. */
import Prism from 'prismjs';
import { digest } from '#lib/hash.ts';
import { escapeHtml } from '#lib/html.ts';
import { loadGrammar } from './languages.ts';

/** Longer code, in UTF-16 units, is shown plain: Prism's patterns are not linear. */
const maxLength = 10_000;

const memo = new Map<string, string>();

/** `code` escaped and marked up for `language`; plain when the language is unknown. Remembered for the process. */
export function highlight(code: string, language: string): string {
  if (code.length > maxLength) return escapeHtml(code);
  const key = digest(`${language}\n${code}`);
  const known = memo.get(key);
  if (known !== undefined) return known;
  const loaded = loadGrammar(language);
  const html = loaded === undefined ? escapeHtml(code) : print(Prism.tokenize(code, loaded.grammar));
  memo.set(key, html);
  return html;
}

/** How a token looks, told by one letter as its class (ui/styles/code.css). A page is small where what looks alike is one span, and what looks like the rest is none: brackets and operators are ink. */
const looks: Readonly<Record<string, readonly string[]>> = {
  q: ['comment', 'prolog', 'doctype', 'cdata'],
  k: ['keyword', 'tag', 'selector', 'builtin', 'class-name', 'atrule'],
  s: ['string', 'attr-value', 'char', 'regex', 'url', 'template-string'],
  d: ['deleted'],
  b: ['important', 'bold', 'inserted'],
};
const lookOf = new Map(Object.entries(looks).flatMap(([look, types]) => types.map((type) => [type, look] as const)));

type Tokens = string | Prism.Token | readonly (string | Prism.Token)[];

function print(tokens: Tokens): string {
  const runs: { text: string; look: string | undefined }[] = [];
  collect(tokens, undefined, runs);
  return runs.map(({ text, look }) => (look === undefined ? escapeHtml(text) : `<span class="${look}">${escapeHtml(text)}</span>`)).join('');
}

/** Adds the text of `tokens` to `runs`; blanks look like what stands before them. */
function collect(tokens: Tokens, look: string | undefined, runs: { text: string; look: string | undefined }[]): void {
  if (typeof tokens !== 'string') {
    if (!('type' in tokens)) return tokens.forEach((token) => collect(token, look, runs));
    const names = [tokens.type, tokens.alias ?? []].flat();
    return collect(tokens.content as Tokens, names.map((name) => lookOf.get(name)).find((own) => own !== undefined) ?? look, runs);
  }
  const last = runs.at(-1);
  if (last && (last.look === look || /^[^\S\n]*$/.test(tokens))) last.text += tokens;
  else runs.push({ text: tokens, look });
}
