/** Meaning: what changes the hash of an entry and what does not, and how dates and addresses follow the ledger. */
import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { contract } from '#model/contract.ts';
import { parseLedger, printLedger } from '#model/ledger.ts';
import { renewLedger } from '#site/ledger.ts';
import { loadSite, type Loaded } from '#site/load.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';

const file = 'answers/base-url.mdx';
const ref = 'answers/base-url';

/** A copy of the small site with one file edited; every edit must find its text. */
function edited(edits: readonly (readonly [string | RegExp, string])[], dir = copySmallSite(), name = file): string {
  const path = join(dir, name);
  const text = edits.reduce((before, [find, put]) => {
    const after = before.replace(find, put);
    assert.notEqual(after, before, `${find} is not in ${name}`);
    return after;
  }, readFileSync(path, 'utf8'));
  writeFileSync(path, text);
  return dir;
}

function hashIn(contentDir: string, of = ref): string {
  const { edition, problems } = loadSite({ contentDir, today });
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error'), []);
  return edition!.meaning(edition!.site.entry(of)!);
}

/** The small site with a ledger of what it says. */
function withLedger(): string {
  const contentDir = copySmallSite();
  renew(contentDir);
  return contentDir;
}

function renew(contentDir: string): Loaded {
  const loaded = loadSite({ contentDir, today });
  renewLedger(contentDir, loaded.edition!, loaded.ledger);
  return loaded;
}

/** `file:line severity rule`, with message and hint in Chinese, of what is wrong with the ledger. */
function ledgerProblems(contentDir: string, day = today): string[] {
  return loadSite({ contentDir, today: day }).problems.filter(({ rule }) => rule.startsWith('ledger/')).map(({ file: at, line, severity, rule, message, hint }) => `${at}:${line} ${severity} ${rule} ${message.zh} | ${hint.zh}`);
}

const formatting: Record<string, [string | RegExp, string][]> = {
  'YAML in another style': [['basis: [接口文档里的地址说明。]', 'basis:\n  - "接口文档里的地址说明。"'], [/shortAnswer: (.*)/, "shortAnswer: '$1'"]],
  'fields in another order': [['title: 接口地址应该填什么？\n', ''], ['redirectFrom:', 'title: 接口地址应该填什么？\nredirectFrom:']],
  'an anchor at a heading': [['## 怎样确认', '## 怎样确认 [#confirm]']],
  'a heading of another level': [['## 怎样确认', '### 怎样确认']],
  'blank lines and trailing space': [['## 怎样确认\n', '\n\n## 怎样确认  \n\n']],
  'a line of Chinese that is wrapped': [['两个地址看起来很像。', '两个地址\n看起来很像。']],
  'space between Chinese and Latin': [['会得到 HTML。', '会得到HTML。'], ['basis: [接口文档', 'basis: [接口 文档']],
  'stress': [['两个地址看起来', '**两个地址**看起来']],
  'a code span': [['用 `curl` 试一次', '用 curl 试一次']],
  'a remark in a box': [['<Note type="warning" title="常见误会">', '<Note type="danger" title="常见误会">']],
  'a table with other spaces': [['| JSON | 地址对了 |', '|JSON|地址对了|']],
  'tags, category and aliases': [['category: access', 'category: errors\naliases: [baseurl]'], ['tags: [base-url]', 'tags: []']],
  'the day on which a source was checked': [['checked: 2026-01-02 }', 'checked: 2026-05-02 }']],
  'review and dates': [['review: { volatility: stable }', 'review: { volatility: price, by: 2026-12-01, owner: 值班 }'], ['updated: 2026-03-04', 'updated: 2026-05-04']],
  'the log of revisions': [['reason: 读者常问', 'reason: 有人问起']],
  'a link to an entry that was renamed': [['[示例](examples/hello)', '[示例](/examples/hello/)']],
  'a relation': [['as: seeAlso', 'as: alternativeTo']],
};

for (const [what, edits] of Object.entries(formatting)) {
  test(`no change in meaning: ${what}`, () => assert.equal(hashIn(edited(edits)), base));
}

const meaning: Record<string, [string | RegExp, string][]> = {
  'the title': [['title: 接口地址应该填什么？', 'title: 接口地址该填什么？']],
  'the question': [['question: 我该把', 'question: 我要把']],
  'another phrasing': [['asks: [Base URL 填哪一个]', 'asks: [Base URL 填哪个]']],
  'the short answer': [['一个返回数据，一个返回网页', '一个返回网页，一个返回数据']],
  'the grounds': [['接口文档里的地址说明。', '接口文档。']],
  'a boundary': [['只浏览网页、不调用接口的情况。', '只浏览网页的情况。']],
  'what must not be shared': [['neverShare: [完整的密钥。]', 'neverShare: [密钥。]']],
  'a step': [['text: 看懂这个词', 'text: 先看懂这个词']],
  'where a step leads': [['to: examples/hello }\nwrong', 'to: guides/first-call }\nwrong']],
  'the order of steps': [[/( {2}- \{ text: 看懂.*\n)( {2}- \{ text: 用.*\n)/, '$2$1']],
  'a follow-up': [['answer: 不要，客户端', 'answer: 要，客户端']],
  'a field of the kind': [['why: 首页返回网页，不是接口。', 'why: 首页不是接口。']],
  'the English summary': [['with HTML, not with data.', 'with HTML.']],
  'a sentence of the body': [['两个地址看起来很像。', '两个地址看起来不像。']],
  'a sentence in a component': [['会得到 HTML。', '会得到 JSON。']],
  'a cell': [['| HTML | 填成了网站 |', '| HTML | 填成了首页 |']],
  'a line of code': [['/v1/models', '/v1/chat']],
  'space between Latin words': [['with HTML, not with data.', 'with HTML, notwith data.']],
  'an address elsewhere': [['更多见', '更多见[标准](https://www.rfc-editor.org/rfc/rfc9110)和']],
  'a source': [['title: RFC 3986', 'title: RFC 9110']],
};

for (const [what, edits] of Object.entries(meaning)) {
  test(`a change in meaning: ${what}`, () => assert.notEqual(hashIn(edited(edits)), base));
}

test('a change in meaning: a code file, down to its indentation', () => {
  const before = hashIn(copySmallSite(), 'examples/hello');
  assert.notEqual(hashIn(edited([[/^curl/m, '  curl']], copySmallSite(), 'examples/hello/hello.sh'), 'examples/hello'), before);
  assert.equal(hashIn(edited([[/$/, '\n\n']], copySmallSite(), 'examples/hello/hello.sh'), 'examples/hello'), before, 'line ends after the last line');
});

/** Hash of the entry by `ledgerVersion` 1. Where it changes without an edit of the fixture, that version must be raised. */
const base = '21addfd527ed911b5eeb66de248eb9e4';

test('the hash is what ledgers of this version hold, where bodies are only checked too', () => {
  assert.equal(hashIn(copySmallSite()), base);
  const { edition } = loadSite({ contentDir: copySmallSite(), today, checkOnly: true });
  assert.equal(edition!.meaning(edition!.site.entry(ref)!), base);
});

test('every field of the contract is known to have meaning or none', () => {
  const none = ['category', 'tags', 'aliases', 'related', 'published', 'updated', 'review', 'revisions', 'waivers', 'draft', 'redirectFrom', 'supersededBy'];
  const some = ['title', 'description', 'shortAnswer', 'basis', 'boundaries', 'nextSteps', 'englishSummary', 'faq', 'sources'];
  assert.deepEqual(Object.keys(contract).sort(), [...none, ...some].sort());
});

test('the ledger has a line an entry, sorted, and says the same after it was read', () => {
  const text = readFileSync(join(withLedger(), 'ledger.json'), 'utf8');
  const lines = text.split('\n');
  assert.deepEqual(lines.slice(0, 4), ['{', '"version": 1,', '"entries": {', `"answers/base-url": {"hash":"${base}","updated":"2026-03-04"},`]);
  assert.deepEqual(lines.slice(3, -3).map((line) => line.split('"')[1]), ['answers/base-url', 'answers/overdue', 'checklists/before-launch', 'examples/hello', 'glossary/base-url', 'guides/first-call', 'posts/two-addresses']);
  assert.equal(printLedger(parseLedger(text)!.lines), text);
});

test('without a ledger nothing is compared, and with one that is right nothing is said', () => {
  assert.deepEqual(ledgerProblems(copySmallSite()), []);
  assert.deepEqual(ledgerProblems(withLedger()), []);
});

test('formatting moves no date: every output stays as it was, byte for byte, even where "updated" was raised without need', async () => {
  const contentDir = withLedger();
  const before = readTree((await buildSmall({ contentDir })).out);
  edited(Object.entries(formatting).filter(([what]) => ['YAML in another style', 'fields in another order', 'blank lines and trailing space'].includes(what)).flatMap(([, edits]) => edits), contentDir);
  assert.deepEqual(readTree((await buildSmall({ contentDir })).out), before);
  edited([['updated: 2026-03-04', 'updated: 2026-05-04']], contentDir);
  assert.deepEqual(ledgerProblems(contentDir), ['answers/base-url.mdx:29 notice ledger/unchanged "updated" 是 2026-05-04，可是从 2026-03-04 起意思没有变过。 | 把 "updated" 改回 2026-03-04；如果是复核，在 "revisions" 里记一笔。']);
  const { edition } = loadSite({ contentDir, today });
  assert.equal(edition!.site.changedOn(edition!.site.entry(ref)!), '2026-03-04');
});

test('a change in meaning moves the dates of sitemap, feeds and data to the day that the editors wrote', async () => {
  const contentDir = withLedger();
  edited([['两个地址看起来很像。', '两个地址看起来不像。'], ['updated: 2026-03-04', 'updated: 2026-05-04']], contentDir);
  const files = readTree((await buildSmall({ contentDir })).out);
  assert.match(files.get('/sitemap-0.xml')!, /<loc>https:\/\/small\.example\/answers\/base-url\/<\/loc><lastmod>2026-05-04/);
  assert.match(files.get('/atom.xml')!, /2026-05-04/);
  const { changes } = JSON.parse(files.get('/changes.json')!) as { changes: Record<string, string>[] };
  assert.deepEqual([changes[0]!['date'], changes[0]!['type'], changes[0]!['id'], changes[0]!['change']], ['2026-05-04', 'revised', ref, undefined]);
  assert.deepEqual(changes.filter(({ id }) => id === ref).map(({ date, change, hash }) => [date, change, hash === undefined]), [['2026-05-04', undefined, false], ['2026-03-04', '补充斜杠的说明', true], ['2026-01-02', undefined, true]]);
});

test('a revision dates a change as well, and one that changed nothing is none', () => {
  const contentDir = withLedger();
  const revision: [string, string] = ['revisions:\n', 'revisions:\n  - { date: 2026-05-05, change: 改了一句, reason: 不对 }\n'];
  edited([revision], contentDir);
  const review = loadSite({ contentDir, today }).edition!;
  assert.equal(review.site.changedOn(review.site.entry(ref)!), '2026-03-04');
  edited([['看起来很像', '看起来不像']], contentDir);
  assert.deepEqual(ledgerProblems(contentDir), []);
  const change = loadSite({ contentDir, today }).edition!;
  assert.equal(change.site.changedOn(change.site.entry(ref)!), '2026-05-05');
});

test('a change in meaning without a new date is a warning that says what to type', () => {
  const contentDir = withLedger();
  edited([['看起来很像', '看起来不像']], contentDir);
  assert.deepEqual(ledgerProblems(contentDir), ['answers/base-url.mdx:29 warning ledger/updated 这一篇的意思变了，"updated" 还是 2026-03-04。 | 把 "updated" 改成改动的那天，如 2026-06-01；只改了错别字，就运行 lede ledger --write。']);
  assert.deepEqual(ledgerProblems(contentDir, '2026-03-04'), [], 'on the day itself there is no newer date');
  renew(contentDir);
  assert.deepEqual(ledgerProblems(contentDir), []);
  assert.equal(parseLedger(readFileSync(join(contentDir, 'ledger.json'), 'utf8'))!.lines.get(ref)!.updated, '2026-03-04');
});

test('an entry that vanished is an error until something stands in its place', () => {
  const contentDir = withLedger();
  rmSync(join(contentDir, 'posts/two-addresses.mdx'));
  const gone = 'ledger.json:10 error ledger/vanished "posts/two-addresses" 发布过，现在它的地址什么也没有。 | 在接替它的条目里写 redirectFrom: [/posts/two-addresses/]；要留一页说明，就恢复 posts/two-addresses.mdx 并写 supersededBy: { to, reason, since }。';
  assert.deepEqual(ledgerProblems(contentDir), [gone]);
  renew(contentDir);
  assert.deepEqual(ledgerProblems(contentDir), [gone], 'the ledger does not forget');
  edited([['redirectFrom: [/old/base-url/]', 'redirectFrom: [/old/base-url/, /posts/two-addresses]']], contentDir);
  assert.deepEqual(ledgerProblems(contentDir), []);
});

test('a renamed entry needs a redirect too', () => {
  const contentDir = withLedger();
  renameSync(join(contentDir, 'posts/two-addresses.mdx'), join(contentDir, 'posts/addresses.mdx'));
  assert.equal(ledgerProblems(contentDir).length, 1);
  edited([['updated: 2026-02-08', 'updated: 2026-02-08\nredirectFrom: [/posts/two-addresses/]']], contentDir, 'posts/addresses.mdx');
  assert.deepEqual(ledgerProblems(contentDir), []);
});

test('an entry that became a draft has vanished; a tombstone and a broken file have not', () => {
  const contentDir = withLedger();
  edited([['updated: 2026-02-08', 'updated: 2026-02-08\ndraft: true']], contentDir, 'posts/two-addresses.mdx');
  assert.deepEqual(ledgerProblems(contentDir), ['ledger.json:10 error ledger/vanished "posts/two-addresses" 发布过，现在成了草稿，它的地址什么也没有。 | 删掉 draft: true；不再需要这一页，就写 supersededBy: { to, reason, since }。']);
  edited([['draft: true', 'supersededBy: { to: answers/base-url, reason: 已并入, since: 2026-05-01 }']], contentDir, 'posts/two-addresses.mdx');
  assert.deepEqual(ledgerProblems(contentDir), []);
  edited([['supersededBy', 'supersedeBy']], contentDir, 'posts/two-addresses.mdx');
  assert.deepEqual(ledgerProblems(contentDir), []);
});

test('a ledger that is no ledger is an error at the conflict, one of another version a warning', () => {
  const contentDir = withLedger();
  const path = join(contentDir, 'ledger.json');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace('"entries": {\n', '"entries": {\n<<<<<<< ours\n=======\n>>>>>>> theirs\n'));
  assert.deepEqual(ledgerProblems(contentDir), ['ledger.json:4 error ledger/broken ledger.json 读不出来：不是完整的账本。 | 合并冲突时两边的行都保留，同一篇只留日期较新的一行；否则恢复上一次提交的版本。']);
  for (const broken of ['', '[]', text.slice(0, 90), text.replace('2026-03-04', '2026-02-30')]) {
    writeFileSync(path, broken);
    assert.equal(ledgerProblems(contentDir)[0]!.slice(0, 34), 'ledger.json:1 error ledger/broken ');
  }
  writeFileSync(path, text.replace('"version": 1', '"version": 99'));
  assert.deepEqual(ledgerProblems(contentDir), ['ledger.json:2 warning ledger/version ledger.json 是第 99 版，现在用第 1 版，比不出哪些条目变了。 | 运行 lede ledger --write 重新写一遍。']);
});
