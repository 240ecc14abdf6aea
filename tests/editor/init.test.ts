/** `lede init`: a new site is sound as it is written, shows what may be set, and takes the place of none. */
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { readYaml } from '#lib/yaml.ts';
import { configSchema } from '#model/config.ts';
import { loadSite } from '#site/load.ts';
import { beginSite, type Founding } from '#site/editor/settings.ts';
import { jsonSchemaOf } from '#site/editor/schemas/json-schema.ts';
import { today } from '../helpers/build.ts';
import { makeContent } from '../helpers/content.ts';

const known: Founding = { name: '水电问答', url: 'https://example.org/water', language: 'zh-CN', description: '回答家里水电常见的问题，每一页先给答案。' };

async function begin(dir: string, given: Partial<Founding> = known): Promise<string> {
  await beginSite({ dir, known: given, terminal: undefined, lang: 'zh', today });
  return readFileSync(join(dir, 'site.yaml'), 'utf8');
}

test('a site that was begun lacks nothing but an entry, in Chinese and in English, in a folder of any depth', async () => {
  for (const language of ['zh-CN', 'en']) {
    const dir = join(makeContent({}), '新站/content');
    await begin(dir, { ...known, language });
    const { edition, problems } = loadSite({ contentDir: dir, today });
    assert.deepEqual(problems.map(({ rule }) => rule), ['site/empty'], language);
    const { name, url, description, publisher, author } = edition!.site.config;
    assert.deepEqual({ name, url, description, publisher: publisher.name, author: author.name, language }, { ...known, language, publisher: known.name, author: known.name });
  }
});

test('without a language the site has that of its name', async () => {
  for (const [name, language] of [['水电问答', 'zh-CN'], ['Plumbing answers', 'en']] as const) {
    const dir = makeContent({});
    await begin(dir, { name, url: known.url, description: 'Answers to common questions.' });
    assert.equal(loadSite({ contentDir: dir, today }).edition!.site.config.language, language);
  }
});

test('every setting that may be left out stands there as a comment, and holds as it is shown when that is taken away', async () => {
  const text = await begin(makeContent({}));
  const whole = text.replace(/^# 下面的字段可以不写.*$/m, '').replaceAll(/^# (?=# |[a-z]+:| )/gm, '');
  const { data, problems } = readYaml(whole);
  assert.deepEqual(problems, []);
  assert.deepEqual(Object.keys(data as object).sort(), Object.keys(configSchema.shape).sort());
  assert.deepEqual(configSchema.safeParse(data).error?.issues, undefined);
  const { review, ai, assistants } = configSchema.parse(readYaml(text).data);
  const shown = configSchema.parse(data);
  assert.deepEqual([shown.review, shown.ai.training, shown.assistants], [review, ai.training, assistants]);
});

test('a folder that holds a site, and a file in its place, stay as they are', async () => {
  const dir = makeContent({});
  writeFileSync(join(dir, 'site.yaml'), 'name: 老站\n');
  await assert.rejects(begin(dir), { message: `${dir} has a site.yaml already, and nothing was changed. Name a new folder with --content DIR, or edit that file.` });
  assert.equal(readFileSync(join(dir, 'site.yaml'), 'utf8'), 'name: 老站\n');
  await assert.rejects(begin(join(dir, 'site.yaml')), /is a file, and a site takes a folder/);
});

test('what site.yaml does not take is refused before anything is written', async () => {
  const dir = join(makeContent({}), 'new');
  await assert.rejects(begin(dir, { ...known, url: 'http://example.org' }), /"url" is not an address that can be used: "http:\/\/example\.org"/);
  await assert.rejects(begin(dir, { name: '水电问答' }), /The name, the address or the description is missing/);
  mkdirSync(dir); // throws where it is there
});

test('on a terminal what is missing is asked for, again where the answer is none', async () => {
  const dir = makeContent({});
  const [input, output] = [new PassThrough(), new PassThrough({ encoding: 'utf8' })];
  const done = beginSite({ dir, known: { name: '水电问答' }, terminal: { input, output }, lang: 'zh', today });
  let said = '';
  const answers = ['example.org', 'https://example.org', '', known.description];
  output.on('data', (text: string) => {
    said += text;
    if (/[:：\]] $/.test(text)) input.write(`${answers.shift() ?? ''}\n`);
  });
  await done;
  assert.match(said, /^正式地址（https 开头）： [\s\S]*"example\.org"[\s\S]*正式地址（https 开头）： 内容的语言： \[zh-CN\] 一句话说明这个站回答什么： $/);
  const { url, language } = loadSite({ contentDir: dir, today }).edition!.site.config;
  assert.deepEqual([url, language], ['https://example.org', 'zh-CN']);
});

test("editors' programs take a colour in capitals, as the site does", () => {
  const { pattern } = jsonSchemaOf(configSchema).properties!['theme']!.properties!['accent']!.properties!['light']!;
  assert.match('#A8321B', new RegExp(pattern!));
});
