/** What an editor sees for each mistake of the list that the generator promises to understand. */
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readAssets } from '#site/assets.ts';
import { loadSite } from '#site/load.ts';
import { countFiles } from '#site/threads/learn.ts';
import { answer, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

/** The problems of a folder, as `lede check` prints them, without the count. */
function check(dir: string, lang: 'zh' | 'en' = 'zh'): string[] {
  return loadSite({ contentDir: dir, today: '2026-06-01' }).problems.map(({ file, line, column, rule, message, hint }) => `${file}:${line}:${column}  ${rule}  ${message[lang]} ${hint[lang]}`);
}

/** The problems of a site with one answer. */
function checkAnswer(text: string | Uint8Array, file = 'answers/a.mdx'): string[] {
  return check(makeContent({ 'site.yaml': minimalConfig, [file]: text }));
}

const replace = (from: string | RegExp, to: string) => answer((text) => {
  const changed = text.replace(from, to);
  assert.notEqual(changed, text);
  return changed;
});
const body = (markdown: string) => replace('正文。', markdown);

test('a valid answer has no problems, with BOM and CRLF too', () => {
  assert.deepEqual(checkAnswer(answer()), []);
  assert.deepEqual(checkAnswer(`\uFEFF${answer().replaceAll('\n', '\r\n')}`), []);
});

const cases: [name: string, text: string | Uint8Array, expected: string[]][] = [
  ['missing short answer', replace(/shortAnswer:.*\n/, ''), ['answers/a.mdx:2:1  schema/required  缺少 "shortAnswer"。 补上它：直接答案：能被单独引用的纯文本，每一处都先显示它。']],
  ['short answer of 12 characters', replace(/shortAnswer:.*/, 'shortAnswer: 接口地址填文档里那一个。'), ['answers/a.mdx:5:14  schema/length  "shortAnswer" 有 12 个字，应为 40–260 个："接口地址填文档里那一个。"。 至少再写 28 个字。直接答案：能被单独引用的纯文本，每一处都先显示它。']],
  ['short answer of 400 characters', replace(/shortAnswer:.*/, `shortAnswer: ${'答案'.repeat(200)}`), [`answers/a.mdx:5:14  schema/length  "shortAnswer" 有 400 个字，应为 40–260 个："${'答案'.repeat(29)}答…"。 至少删掉 140 个字。直接答案：能被单独引用的纯文本，每一处都先显示它。`]],
  ['a Markdown link in the short answer', replace('文档里给出的那一个', '[文档](https://a.example)里给出的那一个'), ['answers/a.mdx:5:14  schema/plain-text  "shortAnswer" 里有 Markdown 或 HTML："[文档](https://a.example)"。 改成纯文本；链接写进正文或 nextSteps。']],
  ['a short answer that is too short, with Markdown', replace(/shortAnswer:.*/, 'shortAnswer: 地址**只有**一个。'), ['answers/a.mdx:5:14  schema/length  "shortAnswer" 有 11 个字，应为 40–260 个："地址**只有**一个。"。 至少再写 29 个字。直接答案：能被单独引用的纯文本，每一处都先显示它。', 'answers/a.mdx:5:14  schema/plain-text  "shortAnswer" 里有 Markdown 或 HTML："**"。 改成纯文本；链接写进正文或 nextSteps。']],
  ['an unknown key', replace('nextSteps:', 'nextStep:'), ['answers/a.mdx:2:1  schema/required  缺少 "nextSteps"。 补上它：接下来做什么，至少一步要有去处。', 'answers/a.mdx:9:1  schema/unknown-key  没有叫 "nextStep" 的字段。 你是不是想写 "nextSteps"？']],
  ['a wrong type deep inside', replace('category:', 'faq:\n  - { question: 甲问, answer: 乙答 }\n  - question: 丙问\n    answer: 42\ncategory:'), ['answers/a.mdx:15:13  schema/type  "faq[1].answer" 应是一段文字，现在是数字 42。 给它加上引号："42"。']],
  ['a text where a list belongs, longer than the list may be', replace(/englishSummary:.*/, 'englishSummary: Use the base URL of the documentation.'), ['answers/a.mdx:11:17  schema/type  "englishSummary" 应是一个列表（每项一行，以 - 开头），现在是文字 "Use the base URL of the documentation."。 改成一个列表（每项一行，以 - 开头）。给外语搜索引擎的英文摘要，一到三段。']],
  ['nothing where a list belongs', replace('[使用兼容协议的客户端。]', '""'), ['answers/a.mdx:7:14  schema/type  "boundaries.appliesTo" 应是一个列表（每项一行，以 - 开头），现在是文字 ""。 改成一个列表（每项一行，以 - 开头）。答案成立的情形，至少一条。']],
  ['a reference to nothing', replace('"https://test.example/help"', 'answers/b'), ['answers/a.mdx:10:22  reference/missing  "answers/b" 指向的条目不存在。 你是不是想写 answers/a？']],
  ['a day that does not exist', replace('published: 2026-01-02', 'published: 2026-13-40'), ['answers/a.mdx:13:12  schema/date  "published" 不是有效日期："2026-13-40"。 写成 年-月-日，例如 2026-11-20。']],
  ['updated before published', replace('updated: 2026-01-03', 'updated: 2025-12-31'), ['answers/a.mdx:14:10  schema/date-order  "updated"（2025-12-31）早于 "published"（2026-01-02）。 把 "updated" 改成 2026-01-02 或更晚的日期。']],
  ['a tab in YAML', replace('  appliesTo', '\tappliesTo'), ['answers/a.mdx:7:1  yaml/tab  这一行用制表符缩进："appliesTo: [使用兼容协议的客户端。]"。 把制表符换成两个空格。']],
  ['unclosed frontmatter', answer().replace(/---\n\n正文。\n/, ''), ['answers/a.mdx:1:1  frontmatter/unclosed  以 --- 开头的 frontmatter 没有结束。 在最后一个字段下面单独写一行 ---。']],
  ['an empty file', '', ['answers/a.mdx:1:1  file/empty  文件是空的。 写上 frontmatter 和正文，或删掉这个文件。']],
  ['a file of 5 MB', `${answer()}${'长'.repeat(1_700_000)}`, ['answers/a.mdx:1:1  file/size  文件有 4.9 MiB，超过 1 MiB 的上限。 把它拆成几篇，或把大段数据放到正文之外。']],
  ['frontmatter of 100 KB', answer().replace('category:', `aliases: [${'别名, '.repeat(12_000)}别名]\ncategory:`), ['answers/a.mdx:1:1  frontmatter/size  frontmatter 超过 64 KiB 的上限。 把长文字移到正文里。']],
  ['invalid UTF-8', Buffer.concat([Buffer.from(answer()), Buffer.from([0xc3, 0x28])]), ['answers/a.mdx:19:1  file/encoding  文件不是 UTF-8 编码，这一行有读不出的字节。 在编辑器里选“另存为 UTF-8”，再补上这一行丢失的字。']],
  ['no frontmatter at all', '# 标题\n', ['answers/a.mdx:1:1  frontmatter/missing  第一行应是 ---，现在是“# 标题”。 在文件最上面加一行 ---，写字段，再用一行 --- 结束。']],
  ['an undeclared category', replace('category: access', 'category: acess'), ['answers/a.mdx:12:11  taxonomy/category  "acess" 没有在 site.yaml 的分类里声明。 你是不是想写 access？']],
  ['a phrasing written twice', replace('category: access', 'asks: [填哪个地址, 地址填什么, 填哪个地址]\ncategory: access'), ['answers/a.mdx:12:7  schema/duplicate  "asks" 里 "填哪个地址" 出现了两次。 删掉一个，或改成不同的值。']],
  ['a field written twice', replace('category: access', 'category: access\ncategory: access'), ['answers/a.mdx:13:1  yaml/duplicate-key  这个字段写了两次："category: access"。 把两处合并成一处。']],
];

for (const [name, text, expected] of cases) {
  test(name, () => assert.deepEqual(checkAnswer(text), expected.filter(Boolean)));
}

test('a YAML alias bomb is refused without being expanded', () => {
  const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]', ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(', ')}]`)].join('\n');
  const [first] = checkAnswer(replace('category: access', `category: access\n${bomb}`));
  assert.equal(first, 'answers/a.mdx:14:8  yaml/alias  这里用了 YAML 引用 "*a"，内容文件不允许。 把被引用的内容直接写出来。');
});

test('YAML in which a list or a group is a name, and lists without end, are refused where they stand, in time', () => {
  const problem = (line: string) => `yaml/syntax  这一行不是有效的 YAML："${line}"。 值里有冒号、井号或引号时，用一对英文双引号把整个值包起来，并检查缩进。`;
  const short = (line: string) => `${line.slice(0, 59)}…`;
  assert.deepEqual(checkAnswer(replace('看说明', '{{令牌}}')), [`answers/a.mdx:10:14  ${problem('- { text: {{令牌}}, to: "https://test.example/help" }')}`]);
  assert.deepEqual(checkAnswer(replace('category:', '? [甲, 乙]\n: 丙\ncategory:')), [`answers/a.mdx:12:3  ${problem('? [甲, 乙]')}`]);
  assert.deepEqual(checkAnswer(replace('category:', `${'? - '.repeat(300)}甲\ncategory:`)), [`answers/a.mdx:12:3  ${problem(short('? - '.repeat(300)))}`]);
  for (const nested of ['? - ', '- ']) {
    assert.deepEqual(checkAnswer(replace('category:', `aliases:\n  ${nested.repeat(9_000)}甲\ncategory:`)), [`answers/a.mdx:13:1  ${problem(short(nested.repeat(300)))}`]);
  }
});

test('file names: Chinese, and two that differ only in case', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/base-url.mdx': answer(), 'answers/接口.mdx': answer() });
  assert.deepEqual(check(dir), ['answers/接口.mdx:1:1  file/slug  文件名 "接口.mdx" 不能用作地址。 只用小写字母、数字和单个连字符，例如 base-url-settings.mdx；中文写在 title 里。']);
  writeFileSync(join(dir, 'answers/Base-URL.mdx'), answer());
  assert.deepEqual(check(dir)[1], 'answers/base-url.mdx:1:1  file/same-slug  "base-url" 和 answers/Base-URL.mdx 只有大小写不同，会变成同一个地址。 给其中一个换个名字。');
});

test('a page whose address is that of a list, or of a page that every site has', () => {
  const page = (title: string) => `---\ntitle: ${title}\ndescription: 这一页说明谁在写这个站，按什么规则写。\nupdated: 2026-01-01\nrole: about\n---\n\n正文。\n`;
  const names = ['404', 'answers', 'due', 'feeds', 'for-machines', 'guides', 'map', 'newest', 'questions', 'search'];
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), ...Object.fromEntries([...names, 'tags', 'about'].map((name) => [`pages/${name}.mdx`, page(`关于 ${name}`)])) });
  assert.deepEqual(check(dir), names.map((name) => `pages/${name}.mdx:1:1  file/taken  /${name}/ 是生成器自己那一页的地址。 给文件换个名字，例如 about-${name}.mdx。`));
});

test('files whose ending says that they were meant to be entries', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), 'answers/b.md': answer(), 'answers/c.MDX': answer(), 'answers/d.markdown': answer(), 'answers/e.txt': '笔记' });
  const say = (name: string, ending: string, instead: string) => `answers/${name}:1:1  file/extension  ${name} 以 ${ending} 结尾，不会被读取。 改名为 ${instead}。`;
  assert.deepEqual(check(dir), [say('b.md', '.md', 'b.mdx'), say('c.MDX', '.MDX', 'c.mdx'), say('d.markdown', '.markdown', 'd.mdx')]);
});

test('entries in a subfolder, where nobody would find them', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), 'answers/草稿/旧/b.mdx': answer(), 'pages/sub/c.mdx': answer(), 'examples/main/d.mdx': '# 示例显示的文件' });
  const say = (file: string, folder: string) => `${file}:1:1  file/nested  ${file} 在子文件夹里，不会被读取。 移到 ${folder}/ 里；条目属于哪一类，写在 category 和 tags 里。`;
  assert.deepEqual(check(dir), [say('answers/草稿/旧/b.mdx', 'answers'), say('pages/sub/c.mdx', 'pages')]);
});

test('a folder where a file of the site belongs', () => {
  const dir = makeContent({ 'site.yaml/a': '', 'questions.yaml/a': '', 'ledger.json/a': '', 'answers/a.mdx': answer() });
  const say = (file: string) => `${file}:1:1  file/kind  这里应该是一个文本文件，现在是文件夹或别的东西。 把它移走或改名，再放一个同名的文本文件。`;
  assert.deepEqual(check(dir).filter((problem) => problem.includes('file/kind')), ['ledger.json', 'questions.yaml', 'site.yaml'].map(say));
});

test('a symbolic link that leaves the content folder', () => {
  const outside = makeContent({ 'secret.mdx': answer() });
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer() });
  symlinkSync(join(outside, 'secret.mdx'), join(dir, 'answers/link.mdx'));
  assert.deepEqual(check(dir), ['answers/link.mdx:1:1  file/outside  answers/link.mdx 是指向内容文件夹之外的链接。 把真正的文件放进内容文件夹。']);
});

test('links in public/: to a folder of it, out of it, nowhere, and round in circles', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), 'public/pictures/a.txt': '甲', 'public/deep/er/b.txt': '乙', '.cache/c.txt': '' });
  for (const [to, at] of [['pictures', 'public/also'], ['../pictures', 'public/deep/pictures'], ['..', 'public/deep/one'], ['../..', 'public/deep/er/two'], ['.', 'public/self'], ['../answers', 'public/out'], ['无', 'public/nowhere'], ['..', '.cache/one'], ['..', '.cache/two']] as const) symlinkSync(to, join(dir, at));
  const loop = (path: string) => `public/${path}:1:1  file/outside  public/${path} 是指向它自己所在文件夹的链接。 删掉这个链接；要两处都有的文件，各放一份。`;
  const outside = (path: string) => `public/${path}:1:1  file/outside  public/${path} 是指向文件夹之外的链接。 把真正的文件放进 public 文件夹。`;
  assert.deepEqual(check(dir), [loop('deep/er/two'), loop('deep/one'), outside('nowhere'), outside('out'), loop('self')]);
  assert.deepEqual([...readAssets(dir).files.keys()].filter((path) => path.endsWith('.txt')), ['/also/a.txt', '/deep/er/b.txt', '/deep/pictures/a.txt', '/pictures/a.txt']);
  assert.equal(countFiles(dir), 1);
});

test('a missing code file, one outside, and one that no page could show', () => {
  const example = (path: string) => answer((text) => text.replace(/question:.*\n/, `scenario: 试一次。\nfiles: [{ path: "${path}", language: bash }]\nrun: [bash a.sh]\nsuccess: [{ text: 成功 }]\nerrors: [{ symptom: 甲, cause: 乙, fix: 丙 }]\n`));
  const dir = makeContent({ 'site.yaml': minimalConfig, 'examples/a.mdx': example('hello/helo.sh'), 'examples/hello/hello.sh': 'ls\n' });
  assert.deepEqual(check(dir), ['examples/a.mdx:5:17  file/code-missing  找不到代码文件 "hello/helo.sh"。 你是不是想写 "hello/hello.sh"？']);
  symlinkSync('a.sh', join(dir, 'examples/a.sh'));
  writeFileSync(join(dir, 'examples/a.mdx'), example('a.sh'));
  assert.deepEqual(check(dir), ['examples/a.mdx:5:17  file/code-missing  找不到代码文件 "a.sh"。 把文件放到 MDX 旁边，或改正路径。']);
  writeFileSync(join(dir, 'examples/a.mdx'), example('../../../etc/hostname'));
  assert.deepEqual(check(dir), ['examples/a.mdx:5:17  file/outside  代码文件 "../../../etc/hostname" 在内容文件夹之外。 把文件放到 MDX 旁边，写它的相对路径。']);
  writeFileSync(join(dir, 'examples/a.mdx'), example('hello/color.sh'));
  writeFileSync(join(dir, 'examples/hello/color.sh'), 'ls\necho "\u001b[31m失败"\n');
  assert.deepEqual(check(dir), ['examples/a.mdx:5:17  file/invisible  代码文件 "hello/color.sh" 第 2 行有一个看不见的字符 U+001B。 删掉它；需要时在代码里写成转义，例如 \\x1b。']);
});

test('no site.yaml, and an empty folder', () => {
  const noConfig = 'site.yaml:1:1  site/missing  内容文件夹里没有 site.yaml。 运行 lede init，它会写好一份，每项设置都有说明。';
  assert.deepEqual(check(makeContent({ 'answers/a.mdx': answer() })), [noConfig]);
  assert.deepEqual(check(tempDir()), [
    'site.yaml:1:1  site/empty  内容文件夹里一篇条目也没有。 写第一篇，例如 answers/my-first-answer.mdx。',
    noConfig,
  ]);
});

test('entries that are all drafts, and pages without an entry', () => {
  const nothing = ['site.yaml:1:1  site/empty  没有一篇可以发布的条目。 写一篇，例如 answers/my-first-answer.mdx；已经写好的，删掉 draft: true。'];
  const about = '---\ntitle: 关于本站\ndescription: 这一页说明谁在写这个站，按什么规则写。\nupdated: 2026-01-01\nrole: about\n---\n\n正文。\n';
  assert.deepEqual(checkAnswer(replace('category: access', 'category: access\ndraft: true')), nothing);
  assert.deepEqual(check(makeContent({ 'site.yaml': minimalConfig, 'pages/about.mdx': about })), nothing);
  assert.equal(checkAnswer(replace('category: access', 'category: none')).length, 1, 'what is broken is reported alone');
});

test('site.yaml is read as carefully as an entry', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig.replace('url: https://test.example', 'url: http://test.example').replace('categories:', 'categorys:'), 'answers/a.mdx': answer() });
  assert.deepEqual(check(dir), [
    'site.yaml:1:1  schema/required  缺少 "categories"。 补上它：分类；每篇条目属于其中一个。',
    'site.yaml:2:6  schema/address  "url" 不是可用的地址："http://test.example"。 写完整的 https 地址，例如 https://example.org/。',
    'site.yaml:7:1  schema/unknown-key  没有叫 "categorys" 的字段。 你是不是想写 "categories"？',
  ]);
});

test('an address of the site whose path is not UTF-8, or has an empty step', () => {
  for (const path of ['/%C4%E3/', '/%', '/docs//help']) {
    assert.deepEqual(check(makeContent({ 'site.yaml': minimalConfig.replace('https://test.example', `https://test.example${path}`), 'answers/a.mdx': answer() })), [
      `site.yaml:2:6  schema/address  "url" 的路径不能用："${path}"。 直接写汉字，或按 UTF-8 编码；不要有连着的两个斜杠，例如 https://example.org/docs。`,
    ]);
  }
});

test('a key for IndexNow whose file would be another one of the site', () => {
  const withKey = (key: string) => check(makeContent({ 'site.yaml': `${minimalConfig}indexnow: { key: ${key} }\n`, 'answers/a.mdx': answer() }));
  assert.deepEqual(withKey('llms-full'), ['site.yaml:8:18  schema/value  "indexnow.key" 的值不能用："llms-full"。 自己生成的密钥，8 到 128 个字母、数字或连字符，不能是 llms-full；它是公开的。']);
  assert.deepEqual(withKey('llms-full-1'), []);
});

test('what may only be an https address is not asked to be something else', () => {
  for (const [field, typed] of [['sources: [{ title: 文档, url: answers/a, checked: 2026-01-02 }]', 'answers/a'], ['revisions: [{ date: 2026-01-02, change: 改了, reason: 变了, source: /docs/ }]', '/docs/']] as const) {
    const [problem] = checkAnswer(replace('category:', `${field}\ncategory:`));
    assert.match(problem!, new RegExp(`不是可用的地址："${typed}"。 写完整的 https 地址，例如 https://example.org/。$`));
  }
});

test('a language that Intl would refuse in the middle of a build', () => {
  const inLanguage = (language: string) => check(makeContent({ 'site.yaml': minimalConfig.replace('zh-CN', language), 'answers/a.mdx': answer() }));
  for (const language of ['zh-CN-Hans', 'zh-CN-CN']) assert.deepEqual(inLanguage(language), [`site.yaml:3:11  schema/value  "language" 的值不能用："${language}"。 内容的语言，如 zh-CN。`]);
  for (const language of ['zh', 'zh-Hans-CN', 'es-419', 'ca-ES-valencia', 'de-1996']) {
    assert.deepEqual(Intl.getCanonicalLocales(language), [language]);
    assert.equal(inLanguage(language).some((problem) => problem.includes('"language"')), false, language);
  }
});

test('whatever site.yaml holds, the hint says what to type instead', () => {
  const hintOf = (lines: string) => check(makeContent({ 'site.yaml': `${minimalConfig}${lines}\n`, 'answers/a.mdx': answer() })).map((problem) => problem.replace(/^\S+ {2}(\S+) {2}.*?。 /, '$1 '));
  for (const [lines, ...hints] of [
    ['search: { thresholds: { success1: 85 } }', 'schema/value 写不大于 1 的数。第一条就答对的比例，写成 0 到 1 之间的小数。'],
    ['review: { soon: 0, grace: 40000 }', 'schema/value 写不小于 1 的数。提前多少天提醒。', 'schema/value 写不大于 36500 的数。过期多少天后算错误。'],
    ['review: { classes: { stable: 0 } }', 'schema/value 写不小于 1 的数。这一类内容多少天复核一次。'],
    ['tags: [{ id: Base_URL, label: 接口地址 }]', 'schema/value 地址里用的名字：小写字母、数字和单个连字符。'],
    ['checks: { public: [""] }', 'schema/length 至少再写 1 个字。'],
    ['checks: { claims: [Answers] }', 'schema/value 写内容文件夹的名字，例如 answers。'],
    ['contact: { support: help, business: help, report: help }', 'schema/value 技术支持入口：以 / 开头的站内路径、https 地址或 mailto:。', 'schema/value 商务咨询入口：以 / 开头的站内路径、https 地址或 mailto:。', 'schema/value 报告错误的地址：https 地址或 mailto:，可含 {url} 和 {title}。'],
    ['theme: { icon: icon.svg }', 'schema/value 浏览器标签上的图标，写以 / 开头的路径或 https 地址；不写就用站名的第一个字画一个。'],
    ['navigation: [answers, answers]', 'schema/duplicate 删掉一个，或改成不同的值。'],
    ['ai: { agents: { GPTBot: allow, gptbot: deny } }', 'schema/duplicate 删掉一个，或改成不同的值。'],
  ] as const) assert.deepEqual(hintOf(lines), hints, lines);
});

test('a source whose id no footnote can name', () => {
  const withId = (id: string) => checkAnswer(replace('category:', `sources: [{ id: ${JSON.stringify(id)}, title: 规范, url: "https://a.example/", checked: 2026-01-02 }]\ncategory:`).replace('正文。', `正文[^${id}]。`));
  for (const id of ['rfc 9110', 'a]b', '[a', 'a\u3000b', '^a']) assert.deepEqual(withId(id).slice(0, 1), [`answers/a.mdx:12:17  schema/value  "sources[0].id" 的值不能用："${id}"。 正文里用 [^id] 引用时的名字，不带空格和方括号，例如 rfc9110。`]);
  for (const id of ['rfc9110', 'RFC-9110', '规范', 'a_b.c', '1']) assert.deepEqual(withId(id), []);
});

test('messages are in English where that is asked for', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': replace('nextSteps:', 'nextStep:') });
  assert.deepEqual(check(dir, 'en'), [
    'answers/a.mdx:2:1  schema/required  "nextSteps" is missing. Add it: What to do next; at least one step leads somewhere.',
    'answers/a.mdx:9:1  schema/unknown-key  There is no field called "nextStep". Did you mean "nextSteps"?',
  ]);
});

test('code and unsafe markup in the body are refused with their line', () => {
  const rules = (markdown: string) => checkAnswer(body(markdown)).map((problem) => problem.split('  ').slice(0, 2).join(' '));
  assert.deepEqual(rules('第一段。\n\nimport x from "y"'), ['answers/a.mdx:20:1 body/code']);
  assert.deepEqual(rules('算一下 {process.exit(1)} 看看'), ['answers/a.mdx:18:5 body/code']);
  assert.deepEqual(rules('<Note>\n\n里面\n\n</Note>\n\n<Not>\n\n</Not>'), ['answers/a.mdx:24:1 body/component']);
  assert.deepEqual(rules('上面。\n\n<Note>\n\n没有结束'), ['answers/a.mdx:20:1 body/syntax']);
  assert.deepEqual(rules('<script>alert(1)</script>'), ['answers/a.mdx:18:1 body/html']);
  assert.deepEqual(rules('看[这里](javascript:alert(1))'), ['answers/a.mdx:18:2 body/link']);
  assert.deepEqual(rules('看[那一页](answers/nothing)和[目录](/nothing/)'), ['answers/a.mdx:18:2 reference/missing', 'answers/a.mdx:18:25 link/page']);
});

test('all problems of a folder with all of these come out in one run', () => {
  const dir = tempDir();
  writeFileSync(join(dir, 'site.yaml'), minimalConfig);
  mkdirSync(join(dir, 'answers'));
  for (const [index, [, text]] of cases.entries()) writeFileSync(join(dir, `answers/case-${index}.mdx`), text);
  const problems = check(dir);
  for (const [index, [name, , expected]] of cases.entries()) {
    const found = problems.filter((problem) => problem.startsWith(`answers/case-${index}.mdx:`));
    assert.equal(found.length, expected.length, name);
  }
});
