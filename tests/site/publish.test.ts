/** A tree changes as one, whenever the process that changes it is killed, and only one process changes it at a time. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs, { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { explainFailure } from '#cli/failure.ts';
import { UnfinishedError } from '#site/journal.ts';
import { isReplaceable } from '#site/own-tree.ts';
import { openStaging, replaceTree } from '#site/publish.ts';
import { buildSmall, readTree } from '../helpers/build.ts';
import { runLede, startLede } from '../helpers/command.ts';
import { copySmallSite, tempDir } from '../helpers/content.ts';
import { replaceFs } from '../helpers/replace-fs.ts';

const child = join(import.meta.dirname, 'publish-child.ts');

/** Some stay, some change, some come, some go; a file becomes a folder and a folder a file. */
const old = { '/stays.html': '留下', '/changes.html': '旧', '/gone/deep/a.html': '走', '/was-file': '文件', '/was-folder/a.html': '甲', '/was-folder/b.html': '乙' };
const next = { '/stays.html': '留下', '/changes.html': '新', '/new/deep/a.html': '来', '/was-file/a.html': '如今是文件夹', '/was-folder': '如今是文件' };
const afterwards = { ...next, '/changes.html': '更新', '/later.html': '后来' };

for (const [name, from, to] of [['an update', old, next], ['the first build', undefined, next], ['a tree that is new as a whole', { '/x.html': '别的' }, next]] as const) {
  test(`${name} may be killed at any step: the next build leaves a whole tree and nothing beside it`, () => {
    const before = tempDir();
    if (from) publish(join(before, 'dist'), from);
    let steps = 0;
    for (let isDone = false; !isDone; steps += 1) {
      const out = copyOf(before);
      isDone = publish(out, to, steps);
      publish(out, afterwards);
      assert.deepEqual(Object.fromEntries(readTree(out)), sorted(afterwards), `killed after ${steps} steps`);
      assert.deepEqual(readdirSync(dirname(out)), ['dist'], `killed after ${steps} steps`);
      assert.ok(!readdirSync(out).includes('gone'), `killed after ${steps} steps`);
    }
    assert.ok(steps > 8, String(steps));
  });
}

test('a repair may be killed at any step too', () => {
  const before = tempDir();
  publish(join(before, 'dist'), old);
  assert.equal(publish(join(before, 'dist'), next, stepsToJournal), false);
  assert.ok(readdirSync(before).some((name) => /journal-\d+$/.test(name)), readdirSync(before).join(' '));
  let steps = 0;
  for (let isDone = false; !isDone; steps += 1) {
    const out = copyOf(before);
    isDone = publish(out, afterwards, steps);
    publish(out, afterwards);
    assert.deepEqual(Object.fromEntries(readTree(out)), sorted(afterwards), `killed after ${steps} steps`);
    assert.deepEqual(readdirSync(dirname(out)), ['dist'], `killed after ${steps} steps`);
  }
  assert.ok(steps > 8, String(steps));
});

test('an empty folder and a link give way to files', () => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  mkdirSync(join(out, 'new.html'));
  symlinkSync('stays.html', join(out, 'link.html'));
  publish(out, { ...old, '/new.html': '文件', '/link.html': '也是文件' });
  assert.deepEqual(Object.fromEntries(readTree(out)), sorted({ ...old, '/new.html': '文件', '/link.html': '也是文件' }));
});

test('what a killed process with the number of this one left is put right', () => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  mkdirSync(join(dirname(out), `.dist.next-${process.pid}`));
  writeFileSync(join(dirname(out), `.dist.next-${process.pid}`, 'changes.html'), '新');
  writeFileSync(join(dirname(out), `.dist.journal-${process.pid}`), JSON.stringify({ moved: ['/changes.html'], gone: ['/was-file'] }));
  openStaging(out).discard();
  const { '/was-file': _, ...rest } = old;
  assert.deepEqual(Object.fromEntries(readTree(out)), sorted({ ...rest, '/changes.html': '新' }));
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

test('of a tree that was deleted after its build was killed nothing comes back, and the next build makes it', () => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  assert.equal(publish(out, next, stepsToJournal), false);
  assert.ok(readdirSync(dirname(out)).some((name) => /journal-\d+$/.test(name)), readdirSync(dirname(out)).join(' '));
  rmSync(out, { recursive: true });
  const staging = openStaging(out);
  assert.deepEqual(readdirSync(dirname(out)), [`.dist.next-${process.pid}`]);
  staging.write('/x.html', '别的');
  staging.publish();
  assert.deepEqual(Object.fromEntries(readTree(out)), { '/x.html': '别的' });
});

test('a tree that is deleted while the next one is made does not come back without what was to stay', () => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  const staging = openStaging(out);
  staging.write('/changes.html', '新');
  rmSync(out, { recursive: true });
  assert.throws(() => staging.publish(new Set(['/stays.html'])), (error) => explainFailure(error).en === `${out} was taken away meanwhile; nothing was changed. Run it again once nobody changes the folder.`);
  staging.discard();
  assert.deepEqual(readdirSync(dirname(out)), []);
});

test('of two builds that begin in the same moment, one that sees the other gives way', (context) => {
  const out = join(tempDir(), 'dist');
  const [own, other] = [process.pid, process.ppid].map((pid) => join(dirname(out), `.dist.next-${pid}`));
  const { mkdirSync: make } = fs;
  replaceFs(context, { mkdirSync: (path: string, options: fs.MakeDirectoryOptions) => {
    if (path === own) make(other!);
    return make(path, options);
  } });
  assert.throws(() => openStaging(out), { message: `Another build is writing to ${out} right now. Wait until it ends, or give this one another --out.` });
  assert.deepEqual(readdirSync(dirname(out)), [basename(other!)]);
});

test('what is beside a folder whose name is only alike belongs to that one', () => {
  const dir = tempDir();
  const others = [`.lede-example.next-${process.pid}`, `.lede-example.old-${process.ppid}`, `..lede.example.next-${process.ppid}`, '.lede.example.next-of-mine'];
  for (const name of others) mkdirSync(join(dir, name));
  openStaging(join(dir, 'lede.example')).discard();
  assert.deepEqual(readdirSync(dir).sort(), others.sort());
});

test('where the old folder cannot be moved, as one of a container image, its files are changed one by one', (context) => {
  const { renameSync: rename } = fs;
  const mend = replaceFs(context, { renameSync: (from: string, to: string) => {
    if (fs.statSync(from).isDirectory()) throw Object.assign(new Error('EXDEV: cross-device link not permitted'), { code: 'EXDEV', syscall: 'rename' });
    rename(from, to);
  } });
  try {
    for (const folder of ['', 'tree']) {
      const out = join(tempDir(), 'dist');
      for (const [path, content] of Object.entries(old)) {
        mkdirSync(dirname(join(out, path)), { recursive: true });
        writeFileSync(join(out, path), content);
      }
      const staging = openStaging(out);
      for (const [path, content] of Object.entries(next)) staging.write(`/${folder}${path}`, content);
      if (folder) replaceTree(out, join(staging.dir, folder));
      else staging.publish();
      staging.discard();
      assert.deepEqual(Object.fromEntries(readTree(out)), sorted(next));
      assert.deepEqual(readdirSync(dirname(out)), ['dist']);
    }
  } finally {
    mend();
  }
});

test('where a change cannot be gone through with, it is said, and the next build goes through with it', (context) => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  const fail = () => {
    const staging = openStaging(out);
    for (const path of ['/changes.html', '/new/deep/a.html'] as const) staging.write(path, next[path]);
    const { mkdirSync: make } = fs;
    const mend = replaceFs(context, { mkdirSync: (path: string, options: fs.MakeDirectoryOptions) => {
      if (path === join(out, 'new/deep')) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'mkdir', path });
      return make(path, options);
    } });
    try {
      staging.publish(new Set(['/stays.html']));
    } finally {
      mend();
      staging.discard();
    }
  };
  assert.throws(fail, (error) => {
    assert.ok(error instanceof UnfinishedError);
    assert.equal(explainFailure(error).en, `There is no space left on the disk; ${out} is changed in part, and the next build goes through with it. Free some space and build again.`);
    return true;
  });
  assert.ok(isReplaceable(out)); // though nothing in it tells that it is a site's
  openStaging(out).discard();
  assert.deepEqual(Object.fromEntries(readTree(out)), sorted({ '/stays.html': '留下', '/changes.html': '新', '/new/deep/a.html': '来' }));
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

test('where a new tree cannot come, the old one comes back', (context) => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  const staging = openStaging(out);
  staging.write('/x.html', '别的');
  const { renameSync: rename } = fs;
  const mend = replaceFs(context, { renameSync: (from: string, to: string) => {
    if (from === staging.dir) throw Object.assign(new Error('EPERM'), { code: 'EPERM', syscall: 'rename', path: from, dest: to });
    rename(from, to);
  } });
  try {
    assert.throws(() => staging.publish(), (error) => explainFailure(error).en === `${out} may not be written or read by this user; nothing was changed. Change its owner or its mode, or choose another folder.`);
  } finally {
    mend();
    staging.discard();
  }
  assert.deepEqual(Object.fromEntries(readTree(out)), sorted(old));
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

test('where the old tree cannot go, it is said that the new one has come', (context) => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  const staging = openStaging(out);
  staging.write('/x.html', '别的');
  const aside = join(dirname(out), `.dist.old-${process.pid}`);
  const { rmSync: remove } = fs;
  const mend = replaceFs(context, { rmSync: (path: string, options: fs.RmOptions) => {
    if (path === aside) throw Object.assign(new Error('EACCES'), { code: 'EACCES', syscall: 'rm', path: join(aside, 'gone') });
    remove(path, options);
  } });
  try {
    assert.throws(() => staging.publish(), (error) => explainFailure(error).en === `${join(aside, 'gone')} may not be written or read by this user; ${out} is the new site, and ${aside} is left of the one before. Change its owner or its mode, or choose another folder.`);
  } finally {
    mend();
  }
  assert.deepEqual(Object.fromEntries(readTree(out)), { '/x.html': '别的' });
});

test('on a disk that lets nothing be changed any more it is said how the tree stands, and the next build brings it back', (context) => {
  const out = join(tempDir(), 'dist');
  publish(out, old);
  const staging = openStaging(out);
  staging.write('/x.html', '别的');
  const { renameSync: rename } = fs;
  const refuse = (path: string) => { throw Object.assign(new Error('EROFS'), { code: 'EROFS', syscall: 'rename', path, dest: out }); };
  const mend = replaceFs(context, { renameSync: (from: string, to: string) => (to === out ? refuse(from) : rename(from, to)), rmSync: refuse });
  try {
    assert.throws(() => staging.publish(), (error) => explainFailure(error).en === `${out} may not be written or read by this user; ${out} is away until the next build brings it back. Change its owner or its mode, or choose another folder.`);
    staging.discard();
  } finally {
    mend();
  }
  openStaging(out).discard();
  assert.deepEqual(Object.fromEntries(readTree(out)), sorted(old));
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

test('a disk of its own is refused before anything is done', { skip: !existsSync('/proc/self') }, () => {
  assert.throws(() => openStaging('/proc'), { message: '/proc is a disk or a volume of its own, and a site comes to its place by rename. Name a folder in it, such as --out /proc/site.' });
});

test('while another process holds a tree it is refused', () => {
  const out = join(tempDir(), 'dist');
  mkdirSync(join(dirname(out), `.dist.next-${process.ppid}`));
  assert.throws(() => openStaging(out), { message: `Another build is writing to ${out} right now. Wait until it ends, or give this one another --out.` });
  assert.deepEqual(readdirSync(dirname(out)), [`.dist.next-${process.ppid}`]);
});

test('a build that is killed at any stage leaves the old site, or one that the next build finishes', async () => {
  const contentDir = copySmallSite();
  const about = join(contentDir, 'pages/about.mdx');
  const out = join(tempDir(), 'dist');
  await buildSmall({ contentDir, out });
  for (const [index, stage] of ['Preparing templates', 'Writing lists and machine outputs', 'Writing entries', 'Proving', 'Publishing'].entries()) {
    writeFileSync(about, `${readFileSync(about, 'utf8')}\n第 ${index} 次补上的一段话。\n`);
    const running = startLede(['build', '--content', contentDir, '--out', out]);
    const exit = once(running, 'exit');
    for await (const line of createInterface({ input: running.stdout })) if (line.startsWith(stage)) running.kill('SIGKILL');
    assert.deepEqual(await exit, [null, 'SIGKILL'], stage);
    await buildSmall({ contentDir, out });
    const { out: clean } = await buildSmall({ contentDir });
    assert.deepEqual(readTree(out), readTree(clean), stage);
    assert.deepEqual(readdirSync(dirname(out)), ['dist'], stage);
  }
});

test('of two builds into one folder the second is refused, and the first goes on', async () => {
  const contentDir = copySmallSite();
  const out = join(tempDir(), 'dist');
  const args = ['build', '--content', contentDir, '--out', out];
  const first = startLede(args);
  const exit = once(first, 'exit') as Promise<[number | null]>;
  const said = text(first.stderr);
  for await (const line of createInterface({ input: first.stdout })) {
    if (!line.startsWith('Preparing templates')) continue;
    first.kill('SIGSTOP');
    const { status, stderr } = await runLede(args);
    first.kill('SIGCONT');
    assert.deepEqual({ status, stderr }, { status: 2, stderr: `Another build is writing to ${out} right now. Wait until it ends, or give this one another --out.\n` });
  }
  assert.deepEqual([(await exit)[0], await said], [0, '']);
  assert.deepEqual(readdirSync(dirname(out)), ['dist']);
});

/** So many steps into an update the journal is written and a few of its changes are made. */
const stepsToJournal = 18;

/** The tree of a copy of `folder`, with all that stands beside it. */
function copyOf(folder: string): string {
  const copy = tempDir();
  cpSync(folder, copy, { recursive: true });
  return join(copy, 'dist');
}

/** Makes `out` hold `files` in a process of its own, which is killed after `steps` steps. Tells whether it came to its end. */
function publish(out: string, files: Record<string, string>, steps = Infinity): boolean {
  const { stdout, stderr, signal } = spawnSync(process.execPath, [child, out, JSON.stringify(files), String(steps)], { encoding: 'utf8' });
  assert.ok(stdout === 'done' || signal === 'SIGKILL', stderr);
  return stdout === 'done';
}

function sorted(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1)));
}
