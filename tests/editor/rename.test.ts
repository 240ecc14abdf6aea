/** `lede rename`: every reference follows, nothing else changes, and a rename that cannot be leaves all as it was. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refusal } from '#model/refusal.ts';
import { loadSite } from '#site/load.ts';
import { applyChanges } from '#site/editor/change.ts';
import { renameEntry } from '#site/editor/rename/rename.ts';
import { changesSince, readLedger, renewLedger } from '#site/ledger.ts';
import { readTree, today } from '../helpers/build.ts';
import { copySmallSite, makeContent } from '../helpers/content.ts';

/** Lines that differ, as `file: - old` and `file: + new`, in files of the same name. */
function changedLines(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...after].flatMap(([file, text]) => {
    const old = before.get(file);
    if (old === undefined || old === text) return [];
    const [from, to] = [old.split('\n'), text.split('\n')];
    return [...from.filter((line) => !to.includes(line)).map((line) => `${file}: - ${line}`), ...to.filter((line) => !from.includes(line)).map((line) => `${file}: + ${line}`)];
  });
}

/** Rules broken in the site, each as often as it is. */
function broken(dir: string): string[] {
  return loadSite({ contentDir: dir, today, checkOnly: true }).problems.map(({ rule }) => rule).sort();
}

function refusal(act: () => void): string {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return error.words.zh;
  }
  return assert.fail('Nothing was refused.');
}

test('an answer: frontmatter, links, questions and the ledger follow, and the site has no new problem', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'questions.yaml'), '# 考题\n- { ask: 地址填什么, class: question, expect: [answers/base-url, "glossary/base-url"] }\n');
  const post = join(dir, 'posts/two-addresses.mdx');
  writeFileSync(post, `${readFileSync(post, 'utf8')}\n见[结论](answers/base-url#为什么会填错)、[同一页](/answers/base-url/)、[全称](https://small.example/answers/base-url/)和[这里][1]；不动 \`answers/base-url\`、answers/base-url-old。\n\n[1]: answers/base-url "结论"\n`);
  const { edition, ledger } = loadSite({ contentDir: dir, today, checkOnly: true });
  renewLedger(dir, edition!, ledger);
  const problems = broken(dir);
  const before = readTree(dir);
  const { moved, rewritten, redirect, unread } = renameEntry(dir, 'answers/base-url', 'answers/which-address', today);
  const after = readTree(dir);
  assert.deepEqual(moved, [['answers/base-url.mdx', 'answers/which-address.mdx']]);
  assert.equal(redirect, '/answers/base-url/');
  assert.deepEqual(unread, []);
  assert.deepEqual([...rewritten], [
    ['answers/old-name.mdx', 2], ['answers/overdue.mdx', 1], ['answers/secret-draft.mdx', 1], ['guides/first-call.mdx', 1],
    ['glossary/base-url.mdx', 1], ['posts/two-addresses.mdx', 5], ['questions.yaml', 1],
  ]);
  assert.equal(after.get('/answers/which-address.mdx'), before.get('/answers/base-url.mdx')!.replace('redirectFrom: [/old/base-url/]', 'redirectFrom: [/old/base-url/, /answers/base-url/]'));
  assert.deepEqual(changedLines(before, after).filter((line) => /^\/(posts|questions|guides)/.test(line)), [
    '/guides/first-call.mdx: - related: [{ to: answers/base-url, as: requires }]',
    '/guides/first-call.mdx: + related: [{ to: answers/which-address, as: requires }]',
    '/posts/two-addresses.mdx: - nextSteps: [{ text: 看结论, to: answers/base-url }]',
    '/posts/two-addresses.mdx: - 见[结论](answers/base-url#为什么会填错)、[同一页](/answers/base-url/)、[全称](https://small.example/answers/base-url/)和[这里][1]；不动 `answers/base-url`、answers/base-url-old。',
    '/posts/two-addresses.mdx: - [1]: answers/base-url "结论"',
    '/posts/two-addresses.mdx: + nextSteps: [{ text: 看结论, to: answers/which-address }]',
    '/posts/two-addresses.mdx: + 见[结论](answers/which-address#为什么会填错)、[同一页](/answers/which-address/)、[全称](https://small.example/answers/which-address/)和[这里][1]；不动 `answers/base-url`、answers/base-url-old。',
    '/posts/two-addresses.mdx: + [1]: answers/which-address "结论"',
    '/questions.yaml: - - { ask: 地址填什么, class: question, expect: [answers/base-url, "glossary/base-url"] }',
    '/questions.yaml: + - { ask: 地址填什么, class: question, expect: [answers/which-address, "glossary/base-url"] }',
  ]);
  assert.deepEqual(broken(dir), problems);
  const loaded = loadSite({ contentDir: dir, today, checkOnly: true });
  assert.deepEqual(changesSince(loaded.edition!, readLedger(dir).ledger), [], 'a new name is no new meaning');
});

test('a term: <Term to> follows', () => {
  const dir = copySmallSite();
  renameEntry(dir, 'glossary/base-url', 'glossary/api-address', today);
  assert.match(readFileSync(join(dir, 'answers/base-url.mdx'), 'utf8'), /<Term to="api-address">接口地址<\/Term>/);
  assert.deepEqual(broken(dir), broken(copySmallSite()));
});

test('an example: its folder of code moves, with the paths in fields and in <Code>', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'examples/hello/notes.txt'), '一起搬');
  const { moved } = renameEntry(dir, 'examples/hello', 'examples/first-curl', today);
  assert.deepEqual(moved, [['examples/hello.mdx', 'examples/first-curl.mdx'], ['examples/hello', 'examples/first-curl']]);
  const after = readTree(dir);
  assert.deepEqual([...after.keys()].filter((file) => file.startsWith('/examples/')), ['/examples/first-curl.mdx', '/examples/first-curl/hello.sh', '/examples/first-curl/notes.txt']);
  assert.match(after.get('/examples/first-curl.mdx')!, /files: \[\{ path: first-curl\/hello\.sh, language: bash, title: hello\.sh \}\]/);
  assert.match(after.get('/examples/first-curl.mdx')!, /<Code file="first-curl\/hello\.sh" lines="1-2" \/>/);
  assert.deepEqual(broken(dir), broken(copySmallSite()));
});

test('there and back again: an old address never stands on its own page', () => {
  const dir = copySmallSite();
  renameEntry(dir, 'posts/two-addresses', 'posts/b', today);
  renameEntry(dir, 'posts/b', 'posts/two-addresses', today);
  assert.match(readFileSync(join(dir, 'posts/two-addresses.mdx'), 'utf8'), /\nredirectFrom: \[\/posts\/b\/\]\n---\n/);
});

test('line ends, byte order mark and layout stay as they are', () => {
  const dir = copySmallSite();
  const path = join(dir, 'answers/base-url.mdx');
  const lines = readFileSync(path, 'utf8').replace('redirectFrom: [/old/base-url/]', 'redirectFrom:\n  - /old/base-url/ # 旧站\n').replaceAll('\n', '\r\n');
  writeFileSync(path, `\uFEFF${lines}`);
  renameEntry(dir, 'glossary/base-url', 'glossary/address', today);
  renameEntry(dir, 'answers/base-url', 'answers/b', today);
  const expected = lines.replace('to: glossary/base-url }\r\n  - { text: 用', 'to: glossary/address }\r\n  - { text: 用').replace('to: glossary/base-url, as', 'to: glossary/address, as').replace('to="base-url"', 'to="address"').replace('# 旧站\r\n', '# 旧站\r\n  - /answers/base-url/\r\n');
  assert.equal(readFileSync(join(dir, 'answers/b.mdx'), 'utf8'), `\uFEFF${expected}`);
});

test('a draft that nobody could visit leaves no redirect', () => {
  const dir = copySmallSite();
  assert.equal(renameEntry(dir, 'answers/secret-draft', 'answers/quiet-draft', today).redirect, undefined);
  assert.doesNotMatch(readFileSync(join(dir, 'answers/quiet-draft.mdx'), 'utf8'), /redirectFrom/);
});

test('what cannot be is refused in two sentences, and nothing changes', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'answers/broken.mdx'), '---\ntitle: 短\n---\n');
  mkdirSync(join(dir, 'examples/other'));
  const before = readTree(dir);
  const refuse = (from: string, to: string) => refusal(() => renameEntry(dir, from, to, today));
  assert.equal(refuse('answers/base-url', 'answers/overdue'), 'answers/overdue.mdx 已经有了，什么都没有改。换一个名字，或直接改那一篇。');
  assert.equal(refuse('examples/hello', 'examples/other'), 'examples/other 已经有了，什么都没有改。换一个名字，或直接改那一篇。');
  assert.equal(refuse('answers/nothing', 'answers/b'), '没有 answers/nothing.mdx 这一篇。照抄文件夹里的名字，不带 .mdx。');
  assert.equal(refuse('answer/base-url', 'answers/b'), '没有叫 "answer" 的内容类型。你是不是想写 answers？');
  assert.equal(refuse('answers/base-url', 'answers/接口'), '"接口" 不能用作文件名和地址。只用小写字母、数字和单个连字符，例如 base-url-settings；中文写在标题里。');
  assert.equal(refuse('base-url', 'answers/b'), '"base-url" 不是条目的名字。写成 文件夹/文件名，例如 answers/base-url。');
  assert.equal(refuse('answers/base-url', 'guides/base-url'), 'answers/base-url 不能改到 guides/ 里：两类内容的字段不同。用 lede new guides base-url 新建一篇，再把内容搬过去。');
  assert.equal(refuse('answers/base-url', 'answers/base-url'), '新名字和旧名字都是 answers/base-url。写一个不同的新名字。');
  assert.equal(refuse('answers/broken', 'answers/b'), 'answers/broken.mdx 里有错误，现在不能改名。先运行 lede check，改好这一篇。');
  assert.deepEqual(readTree(dir), before);
});

test('the old address of another entry is no free name', () => {
  const dir = copySmallSite();
  renameEntry(dir, 'answers/base-url', 'answers/b', today);
  assert.equal(
    refusal(() => renameEntry(dir, 'answers/overdue', 'answers/base-url', today)),
    '/answers/base-url/ 是 answers/b.mdx 的旧地址，answers/base-url.mdx 会和它抢。换一个名字，或先从它的 redirectFrom 里删掉这个地址。',
  );
});

test('a file that cannot be read is named, the rest goes on', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'answers/broken.mdx'), '---\ntitle: 短\n---\n\n<Note>\n\n见[这里](answers/base-url)\n');
  assert.deepEqual(renameEntry(dir, 'answers/base-url', 'answers/b', today).unread, ['answers/broken.mdx']);
});

test('a folder or a link to nothing that is called as an entry is passed over', () => {
  const dir = copySmallSite();
  mkdirSync(join(dir, 'answers/folder.mdx'));
  symlinkSync('nowhere', join(dir, 'answers/link.mdx'));
  assert.deepEqual(renameEntry(dir, 'answers/base-url', 'answers/b', today).unread, []);
});

test('a change that fails half-way is taken back, moves and new folders too', () => {
  const dir = makeContent({ 'a.txt': '甲', 'folder/x.txt': '乙', 'b/keep.txt': '丙' });
  const before = readTree(dir);
  // A folder cannot be replaced by a file.
  assert.throws(() => applyChanges(dir, { move: [['folder', 'deep/er/moved']], write: new Map([['a.txt', '新'], ['new/c.txt', '新'], ['b', '新']]) }));
  assert.deepEqual(readTree(dir), before);
  renameSync(join(dir, 'a.txt'), join(dir, 'again.txt'));
  applyChanges(dir, { write: new Map([['again.txt', '改'], ['new/c.txt', '新']]) });
  assert.deepEqual([...readTree(dir)], [['/again.txt', '改'], ['/b/keep.txt', '丙'], ['/folder/x.txt', '乙'], ['/new/c.txt', '新']]);
});
