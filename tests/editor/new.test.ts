/** `lede new`: every kind's draft passes the check as it is written, and nothing is written over. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { kinds } from '#kinds/index.ts';
import { readYaml } from '#lib/yaml.ts';
import { Refusal } from '#model/refusal.ts';
import type { Site } from '#model/site.ts';
import { loadSite } from '#site/load.ts';
import { askWish } from '#site/editor/draft/ask.ts';
import { makeDraft, writeDraft, type Wish } from '#site/editor/draft/draft.ts';
import { sayDraft, sayNear } from '#site/editor/draft/words.ts';
import { readTree, today } from '../helpers/build.ts';
import { copySmallSite, makeContent, minimalConfig } from '../helpers/content.ts';

const load = (contentDir: string) => loadSite({ contentDir, today, checkOnly: true });
const siteOf = (dir: string): Site => load(dir).edition!.site;

function write(dir: string, wish: Wish) {
  const site = siteOf(dir);
  const draft = makeDraft(wish, site);
  writeDraft(dir, draft, site);
  return draft;
}

const frontmatter = (text: string) => text.slice(4, text.indexOf('\n---\n', 4) + 1);

test('the draft of every kind passes the check, on a Chinese and on an English site', () => {
  for (const language of ['zh-CN', 'en']) {
    const dir = copySmallSite();
    writeFileSync(join(dir, 'site.yaml'), readFileSync(join(dir, 'site.yaml'), 'utf8').replace('zh-CN', language));
    const before = load(dir).problems;
    for (const { id } of kinds) write(dir, { kind: id, slug: 'fresh-one' });
    assert.deepEqual(load(dir).problems, before, language);
    assert.ok(siteOf(dir).entries.every(({ slug }) => slug !== 'fresh-one'), 'a draft is published');
  }
});

test('what may be left out is there as comments, and valid when they are taken away', () => {
  const site = siteOf(copySmallSite());
  for (const { id, schema } of kinds) {
    const { files } = makeDraft({ kind: id, slug: 'fresh-one' }, site);
    const [head = '', extras = ''] = frontmatter([...files.values()][0]!).split('\n# 下面的字段可以不写；要用哪个，就删掉那几行行首的“# ”。\n');
    const whole = `${head}${extras.replaceAll(/^# /gm, '')}`.replaceAll(/^( +)# (?=\w+:|  |- )/gm, '$1');
    const { data, problems } = readYaml(whole);
    assert.deepEqual(problems, [], id);
    assert.deepEqual(Object.keys(data as object).sort(), Object.keys(schema.shape).sort(), id);
    assert.deepEqual(schema.safeParse(data).error?.issues, undefined, id);
  }
});

test('an answer as it is written, whole', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig });
  writeFileSync(join(dir, 'site.yaml'), `${minimalConfig}tags: [{ id: quota, label: 额度 }]\n`);
  const { files } = makeDraft({ kind: 'answers', slug: 'free-quota', title: '免费额度用完会怎样？', question: '额度: 用完了怎么办', tags: ['quota'] }, siteOf(dir));
  const text = files.get('answers/free-quota.mdx')!;
  assert.equal(text.slice(0, text.indexOf('\n# # 这样回答的依据。')), `---
# 页面标题；答案的标题就是问题。
title: 免费额度用完会怎样？
# 搜索结果、订阅和列表里的一句说明，不照抄短答案。
description: 待写（20–160 字）：搜索结果、订阅和列表里的一句说明，不照抄短答案。
# 直接答案：能被单独引用的纯文本，每一处都先显示它。
shortAnswer: 待写（40–260 字）：直接答案：能被单独引用的纯文本，每一处都先显示它。直接答案：能被单独引用的纯文本，每一处都先显示它。
# 答案在哪里成立、在哪里不成立。
boundaries:
  appliesTo:
    - 待写：答案成立的情形，至少一条。
  notFor:
    - 待写：答案不成立或不承诺的情形，至少一条。
  # neverShare:
  #   - 待写：这一页里绝不能公开的东西。
# 接下来做什么，至少一步要有去处。
nextSteps:
  - text: 待写：要做的一件事。
    to: /  # 去哪里做：条目、站内路径或 https 地址。
# 给外语搜索引擎的英文摘要，一到三段。
englishSummary:
  - "To be written (40–400 characters): The same answer in English for foreign crawlers, one to three paragraphs."
# site.yaml 里声明的一个分类。
category: access
# site.yaml 里声明的标签。
tags:
  - quota
# 首次发布的日期。
published: 2026-06-01
# 内容最近一次改动的日期。
updated: 2026-06-01
# 什么时候必须再看一遍。
review:
  volatility: stable  # 内容多快会变：site.yaml 里声明的一类。可选：stable、product、vendor、price、law。
  # by: 2026-06-01
  # owner: 待写：谁负责复核。
# 草稿不发布，只有 lede dev 显示它。
draft: true
# 问题，按人真正问的样子写。
question: "额度: 用完了怎么办"

# 下面的字段可以不写；要用哪个，就删掉那几行行首的“# ”。`);
});

test('the nearest entries give category and relations, and one that answers the question is named', () => {
  const draft = makeDraft({ kind: 'answers', slug: 'status-401', title: '返回 401 应该先查哪里？' }, siteOf(copySmallSite()));
  assert.equal(draft.category, 'errors');
  assert.deepEqual(draft.related.map(({ entry }) => entry.ref), ['answers/overdue']);
  assert.deepEqual(draft.same.map((near) => sayNear(near).zh), ['answers/overdue.mdx 已经在答相近的问题：“返回 401 应该先查什么？”（像 80%）。如果是同一个问题，就改那一篇，或把这种问法加进它的 asks。']);
  assert.equal(sayDraft(draft).zh, '写好了 answers/status-401.mdx\n分类 errors，相关条目 answers/overdue：不合适就改。\n这是草稿，不会发布，只有 lede dev 在 /answers/status-401/ 显示它。把“待写”的地方都写完，删掉 draft: true，再运行 lede check。');
  assert.deepEqual(makeDraft({ kind: 'answers', slug: 'quota', title: '免费额度用完会怎样' }, siteOf(copySmallSite())).same, []);
});

test('a draft of which nothing but the name is known relates to nothing', () => {
  assert.deepEqual(makeDraft({ kind: 'guides', slug: 'base-url' }, siteOf(copySmallSite())).related, []);
});

test('a name that is taken or cannot be, and ids that are not declared, are refused and nothing is written', () => {
  const dir = copySmallSite();
  const before = readTree(dir);
  const refuse = (wish: Partial<Wish>) => {
    try {
      write(dir, { kind: 'answers', slug: 'fresh', ...wish });
    } catch (error) {
      assert.ok(error instanceof Refusal, String(error));
      return error.words.zh;
    }
    return assert.fail('Nothing was refused.');
  };
  assert.equal(refuse({ slug: 'base-url' }), 'answers/base-url.mdx 已经有了，什么都没有改。换一个名字，或直接改那一篇。');
  assert.equal(refuse({ slug: 'Base_URL' }), '"Base_URL" 不能用作文件名和地址。只用小写字母、数字和单个连字符，例如 base-url-settings；中文写在标题里。');
  assert.equal(refuse({ kind: 'anwsers' }), '没有叫 "anwsers" 的内容类型。你是不是想写 answers？');
  assert.equal(refuse({ category: 'acess' }), 'site.yaml 里没有叫 "acess" 的分类。你是不是想写 access？');
  assert.equal(refuse({ tags: ['计费'] }), 'site.yaml 里没有叫 "计费" 的标签。可用的有：base-url。');
  assert.equal(refuse({ title: '短' }), '"title" 有 1 个字，应为 4–80 个：“短”。至少再写 3 个字。页面标题；答案的标题就是问题。'.replaceAll(/[“”]/g, '"'));
  assert.equal(refuse({ title: '用 **粗体** 的标题' }), '"title" 里有 Markdown 或 HTML："**"。改成纯文本；链接写进正文或 nextSteps。');
  rmSync(join(dir, 'examples/hello.mdx'));
  assert.equal(refuse({ kind: 'examples', slug: 'hello' }), 'examples/hello 已经有了，什么都没有改。换一个名字，或直接改那一篇。');
  writeFileSync(join(dir, 'examples/hello.mdx'), before.get('/examples/hello.mdx')!);
  assert.deepEqual(readTree(dir), before);
});

test('on a terminal what is missing is asked for, and a wrong answer again', async () => {
  const dir = copySmallSite();
  const output = new PassThrough({ encoding: 'utf8' });
  const said = (async () => (await output.toArray()).join(''))();
  const answers = ['', '接口', 'base-url', 'status-401', '返回 401 应该先查哪里？', '', 'errros', ''];
  const input = new PassThrough();
  const prompts = /[？：] (\[[^\]]*\] )?$|，[^，\n]* \[\w+\] $/;
  output.on('data', (text: string) => {
    if (prompts.test(text)) input.write(`${answers.shift()}\n`);
  });
  const wish = await askWish({}, siteOf(dir), dir, { input, output });
  output.end();
  assert.deepEqual(wish, { kind: 'answers', slug: 'status-401', title: '返回 401 应该先查哪里？', question: '返回 401 应该先查哪里？', category: 'errors' });
  assert.equal((await said).split('\n').slice(kinds.length).join('\n'), [
    '哪一类？ [answers] 文件名（小写英文、数字、连字符）： "接口" 不能用作文件名和地址。只用小写字母、数字和单个连字符，例如 base-url-settings；中文写在标题里。',
    '文件名（小写英文、数字、连字符）： answers/base-url.mdx 已经有了，什么都没有改。换一个名字，或直接改那一篇。',
    '文件名（小写英文、数字、连字符）： 标题： 读者会怎样问？ [返回 401 应该先查哪里？] answers/overdue.mdx 已经在答相近的问题：“返回 401 应该先查什么？”（像 80%）。如果是同一个问题，就改那一篇，或把这种问法加进它的 asks。',
    '分类：access 接入，errors 报错 [errors] site.yaml 里没有叫 "errros" 的分类。你是不是想写 errors？',
    '分类：access 接入，errors 报错 [errors] ',
  ].join('\n'));
});

test('input that ends before the answers do writes nothing', async () => {
  const dir = copySmallSite();
  const input = new PassThrough();
  input.end('answers\n');
  await assert.rejects(askWish({}, siteOf(dir), dir, { input, output: new PassThrough() }), { message: 'The questions were not answered to the end, and nothing was written. Run it again, or give the answers as options.' });
});
