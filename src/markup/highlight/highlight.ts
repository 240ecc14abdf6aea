/** Code → HTML with Prism's classes, so that a stylesheet colors it under a strict CSP. */
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

/** Prism's own printer leaves `>` as it is and runs hooks; this one writes what the tokens say. */
function print(token: string | Prism.Token | readonly (string | Prism.Token)[]): string {
  if (typeof token === 'string') return escapeHtml(token);
  if (!('type' in token)) return token.map(print).join('');
  const alias = token.alias === undefined ? '' : ` ${[token.alias].flat().join(' ')}`;
  return `<span class="token ${token.type}${alias}">${print(token.content as string | Prism.Token | (string | Prism.Token)[])}</span>`;
}
