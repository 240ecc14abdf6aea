/** The command as a user types it: what it prints, and how it exits. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { projectRoot } from '#site/project.ts';
import { startLede } from '../helpers/command.ts';
import { copySmallSite, makeContent, smallSite, tempDir } from '../helpers/content.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

function lede(args: string[], env: Record<string, string> = {}, cwd = tempDir()) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { encoding: 'utf8', cwd, env: { ...process.env, LEDE_CONTENT: '', SOURCE_DATE_EPOCH: '1780272000', NO_COLOR: '1', LC_ALL: 'C', ...env } });
  return { status, stdout, stderr };
}

test('help says what holds where an option is left out', () => {
  const help = (verb: string) => lede([verb, '--help']).stdout.replace(/\s+/g, ' ');
  const inBuild = ['default: content/', 'default: dist/', "default: the site's", 'default: SOURCE_DATE_EPOCH, else today in UTC', 'default: url of site.yaml', 'default: what one thread needs, and more threads in half of what there is, 4G at most'];
  const build = help('build');
  assert.deepEqual(inBuild.filter((words) => !build.includes(words)), []);
  assert.match(help('indexnow'), /where to send it; default: api\.indexnow\.org, or that of Baidu /);
});

test('check: a clean folder exits 0, one with problems 1, each with its place and what to type', () => {
  assert.deepEqual(lede(['check', '--content', smallSite]), { status: 0, stdout: '10 个文件，没有问题。\n', stderr: '' });
  const dir = copySmallSite();
  writeFileSync(join(dir, 'posts/b.mdx'), '');
  assert.deepEqual(lede(['check', '--content', dir, '--lang', 'en']), {
    status: 1,
    stdout: 'posts/b.mdx:1:1  file/empty  The file is empty.\n  Write its frontmatter and body, or delete the file.\n\n11 files, 1 error.\n',
    stderr: '',
  });
});

test('check: JSON, SARIF and GitHub annotations say the same', () => {
  const dir = copySmallSite();
  writeFileSync(join(dir, 'posts/b.mdx'), '');
  const problem = { file: 'posts/b.mdx', line: 1, column: 1, rule: 'file/empty', severity: 'error', message: '文件是空的。', hint: '写上 frontmatter 和正文，或删掉这个文件。' };
  assert.deepEqual(JSON.parse(lede(['check', '--content', dir, '--format', 'json']).stdout), [problem]);
  const sarif = JSON.parse(lede(['check', '--content', dir, '--format', 'sarif']).stdout) as { version: string; runs: { results: { ruleId: string; locations: { physicalLocation: { region: object } }[] }[] }[] };
  assert.equal(sarif.version, '2.1.0');
  assert.equal(sarif.runs[0]!.results[0]!.ruleId, 'file/empty');
  assert.deepEqual(sarif.runs[0]!.results[0]!.locations[0]!.physicalLocation.region, { startLine: 1, startColumn: 1 });
  assert.match(lede(['check', '--content', dir, '--format', 'github']).stdout, /^::error file=[^,]*posts\/b\.mdx,line=1,col=1,title=file\/empty::文件是空的。%0A写上 frontmatter/);
});

test('misuse exits 2 and says what to type', () => {
  const say = (...args: string[]) => {
    const { status, stderr } = lede(args);
    assert.equal(status, 2, args.join(' '));
    assert.doesNotMatch(stderr, /\n\s+at /);
    return stderr.trim();
  };
  assert.equal(say('check', '--contnet', 'x'), "error: unknown option '--contnet'\n(Did you mean --content?)");
  assert.equal(say('chek'), "error: unknown command 'chek'\n(Did you mean check?)");
  assert.equal(say('merge'), "error: missing required argument 'shares'\nType \"lede merge --help\" to see how it is used.");
  assert.equal(say('check', '--content', 'nowhere'), 'The content folder nowhere does not exist. Name one with --content DIR, or begin a site with lede init.');
  assert.match(say('check', '--content', smallSite, '--format', 'xml'), /Allowed choices are text, json, sarif, github/);
  assert.match(say('build', '--content', smallSite, '--today', '2026-02-30'), /Write a real day as year-month-day, such as 2026-11-20\./);
  assert.match(say('build', '--content', smallSite, '--site', 'example'), /Write an address such as https:\/\/example\.org\/docs\./);
  assert.equal(say('preview', '--content', smallSite, '--out', 'nowhere'), '还没有 nowhere。先运行 lede build。');
});

test('what a verb says is in the language asked for, else that of the site, however broken its settings are, else the terminal\'s', () => {
  const said = (settings: string, env: Record<string, string> = {}, ...args: string[]) => lede(['preview', '--content', makeContent({ 'site.yaml': settings }), '--out', 'nowhere', ...args], env).stderr;
  const [zh, en] = ['还没有 nowhere。先运行 lede build。\n', 'nowhere does not exist yet. Run "lede build" first.\n'];
  const chinese = { LC_ALL: 'zh_CN.UTF-8' };
  assert.deepEqual(['language: zh-CN\n', 'name: [坏了\r\n"language" : \'zh\'\r\n', 'a: 1\rlanguage: zh # 中文'].map((settings) => said(settings)), [zh, zh, zh]);
  assert.deepEqual([said('language: en\n', chinese), said('language: zh\n', chinese, '--lang', 'en')], [en, en]);
  assert.deepEqual(['', 'ai: { }\n  language: zh\n', 'language:\nzh: 1\n'].map((settings) => said(settings)), [en, en, en]);
  assert.deepEqual([said('', chinese), said('', { LC_ALL: '', LANG: 'zh_CN.UTF-8' })], [zh, zh]);
});

test('every verb explains itself with an example', () => {
  for (const verb of ['build', 'check', 'dev', 'explain', 'ledger', 'preview', 'prove', 'stale']) {
    const { status, stdout } = lede([verb, '--help']);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`Example:\n  lede ${verb} `));
    assert.match(stdout, /--content <dir>/);
  }
});

test('every verb takes the content folder, in whose language it speaks', () => {
  const verbs = [...lede(['--help']).stdout.matchAll(/^ {2}([a-z]+) /gm)].map(([, verb]) => verb!).filter((verb) => !['lede', 'help'].includes(verb));
  assert.ok(verbs.length > 15);
  assert.deepEqual(verbs.filter((verb) => !lede([verb, '--help']).stdout.includes('--content <dir>')), []);
  const build = join(smallSite, 'nowhere');
  const settings = makeContent({ 'site.yaml': 'language: en\n' });
  assert.match(lede(['diff', build, build, '--content', settings]).stderr, /is neither a built site/);
  assert.match(lede(['ask', '401', '--out', build, '--content', settings]).stderr, / holds no built site with a search index\./);
});

test('build: names what it wrote, takes LEDE_CONTENT, and prints problems instead of building', () => {
  const out = join(tempDir(), 'public');
  const good = lede(['build', '--out', out], { LEDE_CONTENT: smallSite });
  assert.equal(good.status, 0, good.stderr);
  assert.match(good.stdout, /^读取内容 …\n检查内容 …\n准备模板 …\n写列表和给机器读的文件 …\n写每一篇和它的 Markdown 版本 …\n核对所有输出是否一致 …\n发布 …\n7 篇，27 页，\d+ 个文件，都在 .*public（\d+\.\d 秒）。\n$/);
  assert.equal(good.stderr, '');
  const bad = lede(['build', '--content', tempDir(), '--out', join(out, 'x'), '--lang', 'en']);
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /site\/missing {2}The content folder has no site\.yaml\./);
  assert.equal(existsSync(join(out, 'x')), false);
  const file = join(tempDir(), '笔记');
  writeFileSync(file, '别丢');
  const refused = lede(['build', '--content', smallSite, '--out', file]);
  assert.deepEqual([refused.status, refused.stderr, readFileSync(file, 'utf8')], [2, `${file} 是一个文件，而网站要一个文件夹。用 --out 写另一个。\n`, '别丢']);
  const below = lede(['build', '--content', smallSite, '--out', join(file, 'a/dist')]);
  assert.deepEqual([below.status, below.stderr], [2, `要放文件夹的地方已经有 ${join(file, 'a')}；什么都没有改。把它移开，或换一个文件夹。\n`]);
});

test('build: what no build made is not deleted for a site', () => {
  const content = join(tempDir(), '资料/内容');
  cpSync(smallSite, content, { recursive: true });
  const folder = makeContent({ '论文/初稿.txt': '别丢' });
  const others = lede(['build', '--content', content, '--out', folder]);
  assert.deepEqual([others.status, others.stdout, others.stderr], [2, '', `${folder} 里有不是生成出来的文件，会被删掉。用 --out 写另一个文件夹，或先清空这一个。\n`]);
  assert.equal(readFileSync(join(folder, '论文/初稿.txt'), 'utf8'), '别丢');
  // Of a variable that is not set a script makes an empty name, which is the working directory.
  const nowhere = lede(['build', '--content', content, '--out', ''], {}, folder);
  assert.deepEqual([nowhere.status, existsSync(join(folder, '论文'))], [2, true]);
  const empty = tempDir();
  for (const share of ['1/2', '2/2']) assert.equal(lede(['build', '--content', content, '--out', empty, '--shard', share]).status, 0);
  for (const text of ['补上的一段话。', '又补上一段话。']) {
    writeFileSync(join(content, 'pages/about.mdx'), `${readFileSync(join(content, 'pages/about.mdx'), 'utf8')}\n${text}\n`);
    assert.equal(lede(['build', '--content', content, '--out', empty]).status, 0);
  }
});

test('whoever reads the output may stop reading: what is done is done to its end, and no failure', async () => {
  const out = join(tempDir(), 'dist');
  for (const args of [['build', '--content', smallSite, '--out', out], ['stale', '--content', smallSite, '--today', '2036-01-01'], ['schemas', '--help']]) {
    const child = startLede(args);
    child.stdout.destroy();
    const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    assert.deepEqual([said, status], ['', 0], args[0]);
  }
  assert.ok(existsSync(join(out, 'index.html')));
});

test('build: where --out is a link, the folder it leads to gets the site and the link stays', () => {
  const dir = tempDir();
  const [link, real] = [join(dir, 'dist'), join(dir, 'www')];
  symlinkSync('www', link);
  const refused = lede(['build', '--content', smallSite, '--out', link]);
  assert.deepEqual([refused.status, refused.stderr], [2, `${link} 是个链接，它指向的文件夹不存在。建好那个文件夹，或用 --out 写另一个。\n`]);
  mkdirSync(real);
  assert.equal(lede(['build', '--content', smallSite, '--out', link]).status, 0);
  assert.ok(lstatSync(link).isSymbolicLink());
  assert.ok(existsSync(join(real, 'index.html')));
  assert.deepEqual(readdirSync(dir), ['dist', 'www']);
});

test('build: a site never takes the place of what it is made of', () => {
  const dir = tempDir();
  const content = join(dir, 'content');
  cpSync(smallSite, content, { recursive: true });
  const link = join(dir, 'link');
  symlinkSync('content', link);
  const files = readdirSync(dir, { recursive: true });
  const taken: [out: string, lost: string][] = [[content, content], [dir, content], [join(content, 'public'), join(content, 'public')], [join(content, 'answers/dist'), join(content, 'answers')], [join(link, 'public/dist'), join(content, 'public')], [projectRoot, projectRoot]];
  for (const [out, lost] of taken) {
    const { status, stderr } = lede(['build', '--content', content, '--out', out]);
    assert.deepEqual([status, stderr], [2, `网站生成到 ${out} 会顶掉 ${lost}，而它就是从那里生成的。用 --out 写另一个文件夹。\n`]);
  }
  assert.deepEqual(readdirSync(dir, { recursive: true }), files);
  for (const out of [join(content, 'dist'), join(dir, 'cont')]) assert.equal(lede(['build', '--content', content, '--out', out]).status, 0); // the name of the second begins that of the content, and no more
});

test('build: a promise of memory that cannot be kept is not made', () => {
  const out = join(tempDir(), 'dist');
  const { status, stderr } = lede(['build', '--content', smallSite, '--out', out, '--memory', '100M']);
  assert.equal(status, 2);
  assert.match(stderr, /^\d+ 个文件的网站，构建只能用 100M 内存是不够的。写 --memory 800M，每一篇很长时再多给些。$/m);
  assert.equal(existsSync(out), false);
});

test('build: a cache outside the project is refused before anything is read', () => {
  const cache = tempDir();
  const { status, stdout, stderr } = lede(['build', '--content', smallSite, '--out', join(tempDir(), 'dist')], { LEDE_CACHE: cache });
  assert.deepEqual([status, stdout, stderr], [2, '', `LEDE_CACHE 是 ${cache}，不在生成器自己的文件夹 ${projectRoot} 里。写它里面的一个文件夹，或去掉 LEDE_CACHE。\n`]);
});

test('dev: the same', () => {
  const cache = tempDir();
  const { status, stderr } = lede(['dev', '--content', smallSite, '--port', '0'], { LEDE_CACHE: cache });
  assert.deepEqual([status, stderr], [2, `LEDE_CACHE 是 ${cache}，不在生成器自己的文件夹 ${projectRoot} 里。写它里面的一个文件夹，或去掉 LEDE_CACHE。\n`]);
});

test('--site: an address whose path is not UTF-8 is refused before anything is read', () => {
  for (const verb of ['build', 'dev']) {
    const { status, stdout, stderr } = lede([verb, '--content', smallSite, '--site', 'https://small.example/%C4%E3/']);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^error: option '--site <url>' argument 'https:\/\/small\.example\/%C4%E3\/' is invalid\. Its path is not UTF-8, or has two slashes in a row\. Write an address such as https:\/\/example\.org\/docs\.$/m);
  }
});

test('the day comes from --today, else SOURCE_DATE_EPOCH', () => {
  const dir = copySmallSite();
  const overdue = (...args: Parameters<typeof lede>) => {
    const out = join(tempDir(), 'dist');
    const { status, stderr } = lede(['build', '--content', dir, '--out', out, ...args[0]], args[1]);
    assert.equal(status, 0, stderr);
    return spawnSync('grep', ['-l', '已过复核日期', join(out, 'answers/overdue.md')]).status === 0;
  };
  assert.equal(overdue([], { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 20) / 1000) }), false);
  assert.equal(overdue(['--today', '2026-06-01'], { SOURCE_DATE_EPOCH: String(Date.UTC(2026, 0, 20) / 1000) }), true);
  assert.match(lede(['check', '--content', dir], { SOURCE_DATE_EPOCH: 'soon' }).stderr, /^SOURCE_DATE_EPOCH 是 "soon"，不是秒数。写 1970 年以来的秒数，或去掉它。\n$/);
  // Milliseconds, as `date +%s%3N` prints them: such a day is in no calendar.
  assert.match(lede(['check', '--content', dir], { SOURCE_DATE_EPOCH: '1780272000000' }).stderr, /^SOURCE_DATE_EPOCH 是 "1780272000000"，在 9999 年以后。写 1970 年以来的秒数，或去掉它。\n$/);
});
