/** What each of Sätteri's messages means, and what to type instead. */
import type { Words } from '#model/problem.ts';
import { sayExpression } from '../check/code.ts';
import { sayCrossed } from '../check/crossed.ts';
import { rawHtmlHint } from '../check/raw-html.ts';
import { locate, quote, type SyntaxContext } from './syntax-place.ts';

export interface Finding {
  /** Default: `body/syntax`. */
  rule?: string;
  /** Default: where Sätteri says. */
  at?: number;
  message: Words;
  hint: Words;
}

/** Gives undefined for a message that means something else. */
export type Translator = (message: string, at: number, context: SyntaxContext) => Finding | undefined;

function unclosed(message: string, _at: number, context: SyntaxContext): Finding | undefined {
  const [, name, line, column] = /Expected a closing tag for `<([^`]*)>` \((\d+):(\d+)\)/.exec(message) ?? [];
  if (name === undefined) return undefined;
  const opened = locate(context, line!, column!);
  if (!/^[A-Z][\w.]*$/.test(name)) return unclosedForeign(name, opened);
  if (message.includes('before the end of')) return { at: opened, ...sayCrossed(name) };
  return {
    at: opened,
    message: { zh: `<${name}> 没有结束标签。`, en: `<${name}> has no closing tag.` },
    hint: {
      zh: `在内容后面另起一行写 </${name}>；没有内容时写成 <${name} … />。`,
      en: `Write </${name}> on a line of its own after the content; without content write <${name} … />.`,
    },
  };
}

/** `<br>`, or a placeholder such as `<你的令牌>`. */
function unclosedForeign(name: string, at: number): Finding {
  const hint = rawHtmlHint(name);
  if (hint !== undefined) {
    return { rule: 'body/html', at, message: { zh: `正文里不能写 HTML 标签 <${name}>。`, en: `The body cannot hold the HTML tag <${name}>.` }, hint };
  }
  return {
    at,
    message: { zh: `“<${name}>” 会被当成标签，却没有结束标签。`, en: `"<${name}>" reads as a tag, and it is never closed.` },
    hint: {
      zh: `要原样显示尖括号，写成 \\<${name}> 或放进反引号：\`<${name}>\`。`,
      en: `To show the angle brackets, write \\<${name}> or use backticks: \`<${name}>\`.`,
    },
  };
}

function closedTooLate(message: string, at: number, context: SyntaxContext): Finding | undefined {
  const [, name] = /Expected the closing tag `<\/([^`]*)>` either/.exec(message) ?? [];
  if (name === undefined) return undefined;
  const closing = context.text.startsWith('</', at) ? at : Math.max(context.text.indexOf(`</${name}`, at), at);
  return {
    at: closing,
    message: { zh: `</${name}> 接在一段文字后面。`, en: `</${name}> follows text in the same block.` },
    hint: { zh: `把 </${name}> 单独放在一行，前面空一行。`, en: `Put </${name}> on a line of its own, after a blank line.` },
  };
}

function mismatched(message: string, _at: number): Finding | undefined {
  const [, closing, opening] = /Unexpected closing tag `<\/([^`]*)>`, expected corresponding closing tag for `<([^`]*)>`/.exec(message) ?? [];
  if (closing === undefined) return undefined;
  return {
    message: { zh: `</${closing}> 与前面打开的 <${opening}> 不配对。`, en: `</${closing}> does not match <${opening}>, which was opened before it.` },
    hint: { zh: `先写 </${opening}>，或改正标签名的拼写。`, en: `Write </${opening}> first, or correct the spelling of the name.` },
  };
}

function unopened(message: string): Finding | undefined {
  const [, name] = /Unexpected closing tag `<\/([^`]*)>`, expected an open tag/.exec(message) ?? [];
  if (name === undefined) return undefined;
  return {
    message: { zh: `</${name}> 前面没有对应的 <${name}>。`, en: `There is no <${name}> before this </${name}>.` },
    hint: { zh: `删掉 </${name}>，或在内容前面补上 <${name}>。`, en: `Delete </${name}>, or add <${name}> before the content.` },
  };
}

/** The parser reads what stands in braces as JavaScript, and words with a space between are none. */
function expression(message: string, at: number, { text, bodyStart }: SyntaxContext): Finding | undefined {
  const open = message.includes('Could not parse expression') ? text.lastIndexOf('{', at) : -1;
  const close = open < bodyStart ? -1 : text.indexOf('}', at);
  return close < 0 ? undefined : { rule: 'body/code', at: open, ...sayExpression(text.slice(open + 1, close)) };
}

function brace(message: string, _at: number): Finding | undefined {
  if (!message.includes('expression')) return undefined;
  return {
    message: { zh: '花括号 “{” 没有在同一段里结束。', en: 'The brace "{" is not closed in the same block.' },
    hint: {
      zh: '要显示花括号，写 \\{ 或放进反引号；注释写成 {/* … */}，中间不要空行。',
      en: 'To show a brace, write \\{ or use backticks; a comment is {/* … */} without a blank line inside.',
    },
  };
}

function comment(_message: string, at: number, { text }: SyntaxContext): Finding | undefined {
  if (!text.startsWith('<!--', at)) return undefined;
  return {
    message: { zh: '正文里不能写 HTML 注释 <!-- … -->。', en: 'The body cannot hold an HTML comment <!-- … -->.' },
    hint: { zh: '注释写成 {/* … */}。', en: 'Write the comment as {/* … */}.' },
  };
}

function autolink(_message: string, at: number, { text }: SyntaxContext): Finding | undefined {
  const [, address] = /^<([a-z][a-z0-9+.-]*:[^\s<>]+|[^\s<>@]+@[^\s<>@]+)>/i.exec(text.slice(at, at + 500)) ?? [];
  if (address === undefined) return undefined;
  const href = /^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `mailto:${address}`;
  return {
    message: { zh: `地址不能放在尖括号里：<${address}>。`, en: `An address cannot stand in angle brackets: <${address}>.` },
    hint: { zh: `去掉尖括号，或写成 [文字](${href})。`, en: `Drop the angle brackets, or write [text](${href}).` },
  };
}

function brokenTag(_message: string, at: number, { text }: SyntaxContext): Finding | undefined {
  const [, name] = /^<\/?([A-Z]\w*)/.exec(text.slice(at, at + 100)) ?? [];
  if (name === undefined) return undefined;
  return {
    message: { zh: `标签 “${quote(text, at)}” 没有写完整。`, en: `The tag "${quote(text, at)}" is not complete.` },
    hint: {
      zh: `属性值要放在英文双引号里，标签以 > 或 /> 结束，例如 <${name} title="…">。`,
      en: `Attribute values go in straight double quotes and a tag ends with > or />, as in <${name} title="…">.`,
    },
  };
}

function strayBracket(message: string, at: number, { text }: SyntaxContext): Finding | undefined {
  if (!message.includes('`<`') && text[at] !== '<') return undefined;
  const found = quote(text, at);
  return {
    message: { zh: `“${found}” 里的 “<” 会被当成标签的开头。`, en: `The "<" in "${found}" reads as the start of a tag.` },
    hint: { zh: '要显示小于号，写 \\< 或放进反引号。', en: 'To show a less-than sign, write \\< or use backticks.' },
  };
}

/** In the order in which they are asked: the last ones look at the text only. */
export const translators: readonly Translator[] = [unclosed, closedTooLate, mismatched, unopened, expression, brace, comment, autolink, brokenTag, strayBracket];
