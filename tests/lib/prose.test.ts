/** Plain text as Markdown: read back by a parser, and readable as it stands. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeLinkText, escapeMarkdown, proseMarkdown } from '#lib/prose.ts';

test('only what Markdown would take for markup is escaped', () => {
  for (const [text, markdown] of [
    ['把 base_url 填成 https://a.example/v1_x，不要带 (斜杠)！', '把 base_url 填成 <https://a.example/v1_x>，不要带 (斜杠)！'],
    ['- 不是列表', '\\- 不是列表'],
    ['2026. 不是编号', '2026\\. 不是编号'],
    ['> 不是引用', '\\> 不是引用'],
    ['学 C #', '学 C \\#'],
    ['a < b && c > d | e', 'a \\< b && c > d | e'],
    ['&amp; 和 A&B', '\\&amp; 和 A&B'],
    ['_私有_ 与 __init__', '\\_私有\\_ 与 \\_\\_init\\_\\_'],
    ['[x](y) *z* ~~w~~', '\\[x\\](y) \\*z\\* \\~\\~w\\~\\~'],
    ['- 见 https://a.example/x_y #', '\\- 见 <https://a.example/x_y> \\#'],
    ['看 www.a.example，再说', '看 www\\.a.example，再说'],
  ] as const) assert.equal(escapeMarkdown(text), markdown);
});

test('code spans stay, and text around them is escaped', () => {
  assert.equal(proseMarkdown('用 `a_*b*` 调 *c*，再看 `'), '用 `a_*b*` 调 \\*c\\*，再看 \\`');
});

test('the text of a link holds no second link', () => {
  assert.equal(escapeLinkText('看 https://a.example 或 x@b.example'), '看 https\\://a.example 或 x\\@b.example');
});
