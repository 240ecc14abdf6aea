/** Placeholders in code: marked whatever the highlighting is, without changing the text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFigure } from '#markup/code.ts';

const marked = (html: string) => Array.from(html.matchAll(/<var class="placeholder">([^<]*)<\/var>/g), ([, text]) => text);
const textOf = (html: string) => html.replace(/<figcaption>.*<\/figcaption>/, '').replace(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

test('what stands for a reader’s own value by convention is marked in any language', () => {
  const cases: Record<string, string[]> = {
    'export KEY=sk-你的令牌': ['sk-你的令牌'],
    'key = "sk-你的令牌"  # 换成你的令牌': ['sk-你的令牌'],
    '{"model": "<你的模型名>", "key": "YOUR_API_KEY"}': ['&lt;你的模型名&gt;', 'YOUR_API_KEY'],
    'curl -H "Authorization: Bearer <YOUR KEY>"': ['&lt;YOUR KEY&gt;'],
    '把你的地址填进来 your_key && a<b': [],
  };
  for (const [text, expected] of Object.entries(cases)) {
    for (const language of ['bash', 'python', 'json', 'markup', 'text', 'foo']) {
      const html = codeFigure({ language, text });
      assert.deepEqual(marked(html), expected, `${language}: ${text}`);
      assert.equal(textOf(html), text);
      assert.equal((html.match(/<(?:span|mark|var)\b/g) ?? []).length, (html.match(/<\/(?:span|mark|var)>/g) ?? []).length);
    }
  }
});

test('an entry’s own placeholders are marked besides, the longer of two', () => {
  const html = codeFigure({ language: 'python', text: 'model="deepseek-chat-v2" or "deepseek-chat"', placeholders: ['deepseek-chat', 'deepseek-chat-v2'] });
  assert.deepEqual(marked(html), ['deepseek-chat-v2', 'deepseek-chat']);
});

test('a placeholder in a stressed line stays within it', () => {
  const html = codeFigure({ language: 'python', text: 'a = """x\nsk-你的令牌\ny"""', marked: [[2, 2]] });
  assert.match(html, /\n<mark>.*<var class="placeholder">sk-你的令牌<\/var>.*<\/mark>\n/);
});
