/** `lede check --watch`: a report after each save, between the lines that the problem matcher waits for. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { watchSite } from '#site/editor/watch.ts';
import { projectRoot } from '#site/project.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite } from '../helpers/content.ts';
import { makeUnreadable } from '../helpers/replace-fs.ts';

test('each save is followed by a new report, in whatever way the editor saves', async (t) => {
  const dir = copySmallSite();
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli/lede.js'), 'check', '--watch', '--content', dir, '--today', '2026-01-20', '--lang', 'zh'], { env: { ...process.env, NO_COLOR: '1', LANG: 'C.UTF-8', LC_ALL: '' } });
  t.after(() => child.kill());
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const report = async (): Promise<string[]> => {
    const read: string[] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done) assert.fail(`It ended: ${read.join('\n')}`);
      if (value === '等待改动 …') return read;
      read.push(value);
    }
  };
  /** Reports until one says what is looked for: a save of several steps may give several. */
  const reportWith = async (text: string): Promise<string[]> => {
    for (;;) {
      const read = await report();
      if (read.some((line) => line.includes(text))) return read;
    }
  };
  const clean = await report();
  assert.equal(clean[0], '正在检查 …');
  const path = join(dir, 'answers/overdue.mdx');
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, good.replace('category: errors', 'category: errros'));
  const broken = await reportWith('taxonomy/category');
  assert.deepEqual(broken.slice(0, 1), ['正在检查 …']);
  assert.ok(broken.includes('answers/overdue.mdx:9:11  taxonomy/category  "errros" 没有在 site.yaml 的分类里声明。'), broken.join('\n'));
  // As editors do that write beside the file and rename.
  writeFileSync(`${path}~`, good);
  renameSync(`${path}~`, path);
  assert.deepEqual(await reportWith(clean.at(-1)!), clean);
  // The file is another one now, and its next save is seen like the first.
  writeFileSync(`${path}~`, good.replace('category: errors', 'category: errosr'));
  renameSync(`${path}~`, path);
  await reportWith('"errosr" 没有在 site.yaml 的分类里声明。');
  writeFileSync(path, good);
  await reportWith(clean.at(-1)!);
  // What only a look at the bytes of an image tells is told here, too.
  writeFileSync(join(dir, 'public/photo.png'), '没有图');
  writeFileSync(path, `${good}\n![控制台截图](/photo.png)\n`);
  await reportWith('"/photo.png" 不是浏览器能显示的图片。');
  writeFileSync(path, good);
  await reportWith(clean.at(-1)!);
  mkdirSync(join(dir, 'questions'));
  writeFileSync(join(dir, 'questions/new.mdx'), good);
  await reportWith('questions:1:1');
  rmSync(join(dir, 'questions'), { recursive: true });
  await reportWith(clean.at(-1)!);
  appendFileSync(join(dir, 'site.yaml'), 'nmae: 多余\n');
  await reportWith('你是不是想写 "name"？');
});

test('what cannot be read is said, and made up for with the next change', async (t) => {
  const contentDir = copySmallSite();
  const failures: unknown[] = [];
  const found = new EventEmitter();
  const watcher = watchSite({
    contentDir,
    checkOnly: true,
    today: () => today,
    onStart: () => undefined,
    onLoad: ({ problems }) => found.emit('load', problems.map(({ file, rule }) => `${file} ${rule}`)),
    onFailure(error) {
      failures.push((error as NodeJS.ErrnoException).code);
      found.emit('failure');
    },
  });
  t.after(() => watcher.close());
  const file = join(contentDir, 'answers/overdue.mdx');
  const mend = makeUnreadable(t, file);
  writeFileSync(file, '');
  await once(found, 'failure');
  assert.deepEqual(failures, ['EACCES']);
  mend();
  const other = join(contentDir, 'answers/base-url.mdx');
  writeFileSync(other, readFileSync(other));
  assert.deepEqual(await once(found, 'load'), [['answers/overdue.mdx file/empty']]);
});
