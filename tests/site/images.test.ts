/** Images in bodies: sized, in modern formats, clean, the same every time; and what is wrong with them is said with its place. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import sharp, { type Sharp } from 'sharp';
import { buildSite } from '#site/build.ts';
import { checkImages, prepareImages } from '#site/images/images.ts';
import { inspectImage } from '#site/images/inspect.ts';
import { makeImage } from '#site/images/make.ts';
import { loadSite } from '#site/load.ts';
import { readTree, today } from '../helpers/build.ts';
import { answer, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

/** A picture that compresses like a photograph: soft areas with an edge. */
function drawing(width: number, height: number): Sharp {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 75" width="${width}" height="${height}"><radialGradient id="g"><stop stop-color="#f2c14e"/><stop offset="1" stop-color="#1f6f8b"/></radialGradient><rect width="100" height="75" fill="url(#g)"/><circle cx="30" cy="40" r="18" fill="#8a2f1d"/></svg>`;
  return sharp(Buffer.from(svg));
}

const place = { IFD0: { Make: 'Camera of somebody' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '39/1 54/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '116/1 23/1 0/1' } };

const body = `
![站点的标志](/logo.svg)

第一段。![控制台的模型列表](/图片/模型列表.png "模型列表")

<Figure src="/images/turned.jpg" alt="竖着拍的机柜" caption="机柜 & 线" />

![转动的圈](/images/turning.gif)

![极大的海报](/images/poster.png)

![别处的图](https://elsewhere.example/x.png)
`;

let contentDir: string;
let out: string;
let files: Map<string, string>;
let page: string;

const bytesAt = (path: string) => readFileSync(join(out, path));

before(async () => {
  const frames = Buffer.concat([0, 120, 240].map((shade) => Buffer.alloc(40 * 30 * 3, shade)));
  contentDir = makeContent({
    'site.yaml': minimalConfig,
    'answers/a.mdx': answer((text) => text.replace('正文。\n', body)),
    'public/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><path d="M0 0h120v40H0z"/></svg>',
    'public/图片/模型列表.png': await drawing(1200, 900).png().toBuffer(),
    'public/images/turned.jpg': await drawing(1620, 1650).jpeg().withExif(place).withMetadata({ orientation: 6 }).toBuffer(),
    'public/images/turning.gif': await sharp(frames, { raw: { width: 40, height: 90, channels: 3, pageHeight: 30 } }).gif({ delay: [80, 80, 80] }).toBuffer(),
    'public/images/poster.png': await sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: '#1f6f8b' } }).png({ compressionLevel: 1 }).toBuffer(),
    'public/images/unused.jpg': await drawing(300, 200).jpeg().withExif(place).toBuffer(),
  });
  out = join(tempDir(), 'dist');
  const { problems, differences } = await buildSite({ contentDir, out, today });
  assert.deepEqual([...problems, ...differences], []);
  files = readTree(out);
  page = files.get('/answers/a/index.html')!;
});

/** The `<picture>` or `<img>` with the alternative text `alt`. */
function shown(alt: string): string {
  const found = new RegExp(`(?:<picture>(?:<source[^>]*>)*)?<img [^>]*alt="${alt}"[^>]*>(?:</picture>)?`).exec(page);
  assert.ok(found, alt);
  return found[0];
}

test('every image of the site has its size, so that nothing moves when it arrives', () => {
  assert.match(shown('站点的标志'), /^<img width="120" height="40" src="\/logo\.svg" /);
  assert.match(shown('控制台的模型列表'), /<img width="1200" height="900" src="\/%E5%9B%BE%E7%89%87\/%E6%A8%A1%E5%9E%8B%E5%88%97%E8%A1%A8\.png" /);
  assert.match(shown('竖着拍的机柜'), /<img width="1600" height="1571" /);
  assert.match(shown('转动的圈'), /^<img width="40" height="30" src="\/images\/turning\.gif" /);
});

test('the first image of a page loads at once, the others when they come near', () => {
  assert.doesNotMatch(shown('站点的标志'), /loading/);
  for (const alt of ['控制台的模型列表', '竖着拍的机柜', '转动的圈', '极大的海报', '别处的图']) assert.match(shown(alt), / loading="lazy"/, alt);
});

test('modern formats come in up to three widths, under names that change with the content', async () => {
  const sets = [...shown('竖着拍的机柜').matchAll(/<source type="(image\/[a-z]+)" srcset="([^"]+)"/g)];
  assert.deepEqual(sets.map(([, type]) => type), ['image/avif', 'image/webp']);
  for (const [, type, srcset] of sets) {
    const steps = srcset!.split(', ').map((step) => step.split(' ') as [string, string]);
    assert.deepEqual(steps.map(([, width]) => width), ['480w', '960w', '1600w']);
    for (const [address, width] of steps) {
      assert.match(address, /^\/_images\/turned\.[0-9a-f]{12}\.\d+\.(avif|webp)$/);
      const found = await sharp(bytesAt(address)).metadata();
      assert.equal(`${found.width}w`, width);
      assert.equal(found.exif, undefined);
      assert.ok(type === 'image/avif' ? found.compression === 'av1' : found.format === 'webp');
    }
  }
  const small = /<source type="image\/avif" srcset="([^"]+)"/.exec(shown('控制台的模型列表'))![1]!;
  assert.deepEqual(small.split(', ').map((step) => step.split(' ')[1]), ['480w', '960w', '1200w']);
});

test('what a camera wrote is in no published file, and a turned photograph stands upright', async () => {
  for (const path of [...files.keys()].filter((name) => /\.(jpg|png|webp|avif)$/.test(name))) {
    const { exif, xmp, iptc, orientation } = await sharp(bytesAt(path)).metadata();
    assert.deepEqual({ exif, xmp, iptc, orientation: orientation ?? 1 }, { exif: undefined, xmp: undefined, iptc: undefined, orientation: 1 }, path);
  }
  const { width, height } = await sharp(bytesAt('/images/turned.jpg')).metadata();
  assert.deepEqual([width, height], [1600, 1571]);
});

test('fifty megapixels become a file for a screen; an animation keeps its frames', async () => {
  assert.equal((await sharp(bytesAt('/images/poster.png')).metadata()).width, 1600);
  assert.equal((await sharp(bytesAt('/images/turning.gif')).metadata()).pages, 3);
});

test('twins and feeds name the image itself, with its whole address', () => {
  assert.match(files.get('/answers/a.md')!, /!\[竖着拍的机柜\]\(https:\/\/test\.example\/images\/turned\.jpg\)/);
  assert.match(files.get('/rss.xml')!, /src=("|&quot;)https:\/\/test\.example\/images\/turned\.jpg\1/);
  assert.doesNotMatch(files.get('/rss.xml')!, /_images/);
});

test('a build with an empty cache makes the same bytes', () => {
  const again = join(tempDir(), 'dist');
  const cache = `.lede/test-images-${process.pid}`;
  const script = `
    import { buildSite } from '#site/build.ts';
    import { rmSync } from 'node:fs';
    await buildSite({ contentDir: ${JSON.stringify(contentDir)}, out: ${JSON.stringify(again)}, today: '${today}' });
    rmSync(process.env.LEDE_CACHE, { recursive: true });
  `;
  const root = join(import.meta.dirname, '../..');
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], { cwd: root, encoding: 'utf8', env: { ...process.env, LEDE_CACHE: join(root, cache) } });
  assert.equal(status, 0, stderr);
  assert.deepEqual(readTree(again), files);
});

test('files of an image that are damaged or gone in the cache are made again', async () => {
  const bytes = await drawing(600, 450).jpeg({ quality: 95 }).withExif(place).toBuffer();
  const facts = await inspectImage(bytes, true);
  assert.ok(typeof facts === 'object');
  const cache = tempDir();
  const make = async () => {
    const { copy, formats } = await makeImage(bytes, facts, cache, true);
    return [copy!, ...formats.flatMap((format) => format.files.map(({ file }) => file))].map((file) => readFileSync(file).toString('base64'));
  };
  const made = await make();
  const [folder, ...others] = readdirSync(cache);
  assert.deepEqual(others, []);
  const files = readdirSync(join(cache, folder!)).map((name) => join(cache, folder!, name));
  assert.ok(files.length > 3, files.join());
  const spoil = [(file: string) => rmSync(file), (file: string) => truncateSync(file, 9), (file: string) => writeFileSync(file, readFileSync(file).fill(0, 20, 21))];
  for (const [number, file] of files.entries()) {
    spoil[number % spoil.length]!(file);
    assert.deepEqual(await make(), made, file);
    assert.deepEqual(readdirSync(cache), [folder]);
  }
});

test('images that cannot be shown are errors where they are typed, and nothing is built', async () => {
  const png = await drawing(200, 150).png().toBuffer();
  const broken = makeContent({
    'site.yaml': minimalConfig,
    'answers/a.mdx': answer((text) => text.replace('正文。\n', '![半张](/half.png)\n\n![文档](/text.png)\n\n<Figure src="/wide.png" alt="极宽" />\n')),
    'public/half.png': png.subarray(0, png.length >> 1),
    'public/text.png': '这不是图片。',
    'public/wide.png': await sharp({ create: { width: 16_000, height: 8_000, channels: 3, background: '#fff' } }).png({ compressionLevel: 1 }).toBuffer(),
  });
  const loaded = loadSite({ contentDir: broken, today, checkOnly: true });
  const problems = await checkImages(loaded.edition!, loaded.assets);
  assert.deepEqual(problems.map(({ file, line, column, rule, message: { zh } }) => [`${file}:${line}:${column}`, rule, zh]), [
    ['answers/a.mdx:18:1', 'image/broken', '图片 "/half.png" 的数据不完整，读到一半就断了。'],
    ['answers/a.mdx:20:1', 'image/foreign', '"/text.png" 不是浏览器能显示的图片。'],
    ['answers/a.mdx:22:9', 'image/huge', '图片 "/wide.png" 超过 120 百万像素，处理它要用掉太多内存。'],
  ]);
  const built = await buildSite({ contentDir: broken, out: join(tempDir(), 'dist'), today });
  assert.equal(built.counts, undefined);
});

test('a file whose ending is no type of file is copied as it is', async () => {
  const { edition, assets } = loadSite({ contentDir: makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer(), 'public/build.constructor': '不是图片' }), today });
  assert.equal((await prepareImages(edition!, assets)).files.size, 0);
});

test('an image without a description is an error', () => {
  const dir = makeContent({ 'site.yaml': minimalConfig, 'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>', 'answers/a.mdx': answer((text) => text.replace('正文。\n', '![](/favicon.svg)\n\n<Figure src="/favicon.svg" alt=" " />\n')) });
  const { problems } = loadSite({ contentDir: dir, today, checkOnly: true });
  assert.deepEqual(problems.map(({ rule }) => rule), ['body/image', 'body/attribute']);
});
