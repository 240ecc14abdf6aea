import assert from 'node:assert/strict';
import { test } from 'node:test';
import { highlight } from '#markup/highlight/highlight.ts';
import { loadGrammar } from '#markup/highlight/languages.ts';
import { parseLines } from '#markup/highlight/lines.ts';
import { splitLines } from '#markup/highlight/split.ts';

test('the languages that editors use have a grammar', () => {
  const names = ['bash', 'sh', 'shell', 'python', 'py', 'javascript', 'js', 'mjs', 'typescript', 'ts', 'tsx', 'json', 'yaml', 'yml', 'http', 'html', 'xml', 'css', 'diff', 'ini', 'toml', 'sql', 'go', 'java', 'php', 'rust', 'csharp', 'c#', 'C#', 'c', 'cpp', 'ruby', 'kotlin', 'swift', 'powershell', 'dockerfile', 'env'];
  for (const name of names) assert.ok(loadGrammar(name), name);
  for (const name of ['text', '', 'nonsense', 'extend', '__proto__', 'constructor']) assert.equal(loadGrammar(name), undefined, name);
});

test('highlighted code loses nothing', () => {
  const code = 'const a = `<b>${c && "d"}</b>`; // 注\n';
  const text = highlight(code, 'ts').replaceAll(/<[^>]*>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  assert.equal(text, code);
  assert.equal(highlight(code, 'ts'), highlight(code, 'ts'));
});

test('very long code stays plain', () => {
  assert.equal(highlight('if '.repeat(5_000), 'js'), 'if '.repeat(5_000));
});

test('line numbers', () => {
  assert.deepEqual(parseLines('3'), [[3, 3]]);
  assert.deepEqual(parseLines('1-2, 7'), [[1, 2], [7, 7]]);
  for (const typed of ['', '0', '3-2', 'a', '1-', '-1', '1;2', '1.5']) assert.equal(parseLines(typed), undefined, typed);
});

test('spans are closed at each line end', () => {
  assert.deepEqual(splitLines('a<span class="x">b\n<span class="y">c\nd</span></span>e'), [
    'a<span class="x">b</span>',
    '<span class="x"><span class="y">c</span></span>',
    '<span class="x"><span class="y">d</span></span>e',
  ]);
});

test('what looks alike is one span, and what looks like the rest is none', () => {
  assert.equal(highlight("send(1); // 发 <1> 次\nsend('二')", 'js'), "send(1); <span class=\"q\">// 发 &lt;1&gt; 次</span>\nsend(<span class=\"s\">'二'</span>)");
});
