/** Social pictures: of the right size, light, named by what is on them, only where site.yaml asks; what cannot be drawn is said. */
import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync, truncateSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { buildSite } from '#site/build.ts';
import { loadSite } from '#site/load.ts';
import { makeSocialPictures } from '#site/social/pictures.ts';
import { buildSmall, readTree, today } from '../helpers/build.ts';
import { answer, copySmallSite, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

test('every entry has a picture of 1200 × 630 and at most 80 KB, which its page names for cards and in JSON-LD', async () => {
  const contentDir = copySmallSite();
  appendFileSync(join(contentDir, 'site.yaml'), 'social: { pictures: true }\n');
  const { out, loaded } = await buildSmall({ contentDir });
  const files = readTree(out);
  for (const { path, data } of loaded.edition!.site.entries) {
    const page = files.get(`${path}index.html`)!;
    const url = /<meta property="og:image" content="https:\/\/small\.example(\/_social\/[a-z-]+\.[0-9a-f]{12}\.png)">/.exec(page)?.[1];
    assert.ok(url, data.title);
    assert.ok(page.includes(`"image":"https://small.example${url}"`));
    assert.match(page, /<meta name="twitter:card" content="summary_large_image">/);
    const png = readFileSync(join(out, url));
    const { width, height, format } = await sharp(png).metadata();
    assert.deepEqual([width, height, format], [1200, 630, 'png']);
    assert.ok(png.length > 5_000 && png.length <= 80 * 1024, `${url} has ${png.length} bytes`);
    const pixels = await sharp(png).removeAlpha().raw().toBuffer();
    const colours = new Set<number>();
    for (let at = 0; at < pixels.length; at += 3) colours.add(pixels.readUIntBE(at, 3));
    assert.ok(colours.size <= 16 && [0xfbfaf6, 0x1b1a17, 0xa8321b].every((colour) => colours.has(colour)), url);
  }
});

test('without the setting there are none, and cards are the small ones', async () => {
  const files = readTree((await buildSmall()).out);
  assert.deepEqual([...files.keys()].filter((path) => path.startsWith('/_social/')), []);
  assert.match(files.get('/answers/base-url/index.html')!, /<meta name="twitter:card" content="summary">/);
});

test('a character that the font lacks is left out, and a notice says so', async () => {
  const contentDir = makeContent({
    'site.yaml': `${minimalConfig}social: { pictures: true }\n`,
    'answers/a.mdx': answer((text) => text.replace('title: 接口地址应该填什么？', 'title: "🚀 接口“地址” & 𠮷 填什么？"')),
  });
  const { problems } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual(problems.map(({ file, rule, severity, message: { zh } }) => [file, rule, severity, zh]), [
    ['answers/a.mdx', 'social/character', 'notice', '分享图的字体里没有“🚀”，图上省略了它。'],
    ['answers/a.mdx', 'social/character', 'notice', '分享图的字体里没有“𠮷”，图上省略了它。'],
  ]);
});

test('of a character in the name of the site the notice stands at that name, once', async () => {
  const contentDir = makeContent({
    'site.yaml': `${minimalConfig.replace('name: 测试站', 'name: "测试站 🚀"')}social: { pictures: true }\n`,
    'answers/a.mdx': answer(),
    'answers/b.mdx': answer((text) => text.replace('接口地址应该填什么？', '🚀 网站首页能不能当接口地址用？').replace('question: 我该把哪个地址填进去？', 'question: 首页行不行？').replace('shortAnswer: 接口地址填', 'shortAnswer: 不能：接口地址填')),
  });
  const { problems } = await buildSite({ contentDir, out: join(tempDir(), 'dist'), today });
  assert.deepEqual(problems.filter(({ rule }) => rule === 'social/character').map(({ file, line, column, message: { zh }, hint }) => [`${file}:${line}:${column}`, zh, hint.zh]), [
    ['answers/b.mdx:1:1', '分享图的字体里没有“🚀”，图上省略了它。', '页面上不受影响；要让它出现在图上，在标题或短答案里换一种写法。'],
    ['site.yaml:1:7', '分享图的字体里没有“🚀”，图上省略了它。', '页面上不受影响；要让它出现在图上，在站名里换一种写法。'],
  ]);
});

test('a picture that is damaged in the cache, or of which nothing is known any more, is drawn again', async () => {
  const contentDir = makeContent({ 'site.yaml': `${minimalConfig}social: { pictures: true }\n`, 'answers/a.mdx': answer((text) => text.replace('title: 接口地址应该填什么？', 'title: 缓存坏了怎么办？')) });
  const loaded = loadSite({ contentDir, today });
  const [file] = (await makeSocialPictures(loaded.edition!, loaded.settings)).files.values();
  const png = readFileSync(file!);
  const kept = readdirSync(dirname(file!)).filter((name) => name.startsWith(basename(file!)));
  assert.equal(kept.length, 2);
  for (const name of kept) {
    truncateSync(join(dirname(file!), name), 10);
    assert.deepEqual((await makeSocialPictures(loaded.edition!, loaded.settings)).problems, []);
    assert.ok(readFileSync(file!).equals(png), name);
  }
});
