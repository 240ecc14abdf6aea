/** Texts in code that readers replace by their own: marked, so that they are seen, and that a script can fill them in. */
import { escapeHtml } from '#lib/html.ts';

/** What stands for a reader's own value wherever it is written: `sk-你的令牌`, `<你的模型名>`, `YOUR_API_KEY`. */
const convention = String.raw`[A-Za-z\d]+[-_]你的(?:令牌|密钥|口令|密码)|<(?:你的|YOUR[ _-])[^<>\n]{1,40}>|\bYOUR_[A-Z\d_]+`;

/** `html`, the highlighted form of `code`, with each placeholder in a `<var>`: those by convention, and those in `tokens`. */
export function markPlaceholders(html: string, code: string, tokens: readonly string[]): string {
  const found = [...code.matchAll(patternOf(tokens))];
  if (found.length === 0) return html;
  const open: string[] = [];
  let marked = '';
  let at = 0;
  for (const [piece] of html.matchAll(/<[^>]*>|&\w+;|[^<&]/gu)) {
    const [next] = found;
    if (piece.startsWith('<')) {
      if (piece.startsWith('</')) open.pop();
      else open.push(piece);
      // A placeholder loses the colours within it; what is open behind it is opened again there.
      if (next === undefined || at <= next.index) marked += piece;
      continue;
    }
    if (next === undefined || at < next.index) marked += piece;
    else if (at === next.index) marked += `${'</span>'.repeat(open.length)}<var class="placeholder">${escapeHtml(next[0])}</var>`;
    at += piece.startsWith('&') ? 1 : piece.length;
    if (next === undefined || at < next.index + next[0].length) continue;
    marked += open.join('');
    found.shift();
  }
  return marked;
}

/** Where one placeholder begins another, the longer one counts. */
function patternOf(tokens: readonly string[]): RegExp {
  const typed = tokens.toSorted((a, b) => b.length - a.length).map((token) => RegExp.escape(token));
  return new RegExp([...typed, convention].join('|'), 'gu');
}
