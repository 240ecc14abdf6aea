/** The words for failures of the system that are hard to bring about here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from '#cli/failure.ts';
import { UnfinishedError } from '#site/journal.ts';

test('a port that needs rights names the port, not a file', () => {
  const refused = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), { code: 'EACCES', syscall: 'listen', port: 80 });
  assert.deepEqual(explainFailure(refused), { zh: '这个用户不能用端口 80。用 --port 选一个 1024 以上的。', en: 'The port 80 may not be used by this user. Choose one from 1024 on with --port.' });
});

test('a folder that cannot be watched is no full disk', () => {
  const words = {
    zh: '没法留意 /站 这个文件夹：这个用户的程序留意的文件已经到了系统的上限。关掉几个程序，或用 sysctl 调高 fs.inotify.max_user_watches 和 fs.inotify.max_user_instances。',
    en: 'The folder /站 cannot be watched: programs of this user watch as much as the system lets them. Close some of them, or raise fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl.',
  };
  for (const code of ['ENOSPC', 'EMFILE']) assert.deepEqual(explainFailure(Object.assign(new Error(`${code}: watch '/站'`), { code, syscall: 'watch', path: '/站' })), words);
});

test('what nobody expected is told of any command, in whole sentences', () => {
  const words = {
    zh: "命令出了错，什么都没有发布：Cannot read properties of undefined (reading '0')。设 LEDE_DEBUG=1 再运行一次，把打印的内容报告给开发者。",
    en: "The command failed, and nothing was published: Cannot read properties of undefined (reading '0'). Run it again with LEDE_DEBUG=1 and report what it prints.",
  };
  assert.deepEqual(explainFailure(new TypeError("Cannot read properties of undefined (reading '0')")), words);
  assert.deepEqual(explainFailure(new TypeError("Cannot read properties of undefined (reading '0').\n还有一行")), words);
});

test('where a site is changed already, how it stands takes the place of "nothing was changed"', () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
  assert.deepEqual(explainFailure(new UnfinishedError({ zh: '/站 只改了一部分', en: '/站 is changed in part' }, full)), { zh: '磁盘满了；/站 只改了一部分。腾出一些空间，再生成一次。', en: 'There is no space left on the disk; /站 is changed in part. Free some space and build again.' });
  assert.equal(explainFailure(new UnfinishedError({ zh: '/站 只改了一部分', en: '/站 is changed in part' }, new Error('x'))).zh, '命令出了错，/站 只改了一部分：x。设 LEDE_DEBUG=1 再运行一次，把打印的内容报告给开发者。');
});

test('a name that is too long is no fault of the generator', () => {
  const path = '/站/.dist.next-1/长.txt.br';
  assert.deepEqual(explainFailure(Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG', path, syscall: 'open' })), {
    zh: '/站/.dist.next-1/长.txt.br 的名字太长，磁盘放不下；什么都没有改。改短些；网站旁边的临时文件和 --compress 还要多占几个字节。',
    en: 'The name of /站/.dist.next-1/长.txt.br is longer than the disk takes; nothing was changed. Shorten it; some bytes more are needed beside the site, and for --compress.',
  });
});

test('a file that went while it was read is no fault of the generator', () => {
  const path = '/站/public/图.png';
  assert.deepEqual(explainFailure(Object.assign(new Error('ENOENT'), { code: 'ENOENT', path, syscall: 'open' })), { zh: `${path} 中途被拿走了；什么都没有改。等没有人改这个文件夹时再运行一次。`, en: `${path} was taken away meanwhile; nothing was changed. Run it again once nobody changes the folder.` });
});

test('a folder that cannot be made on a read-only disk, of which Node says ENOENT, is named', () => {
  const path = '/站/.dist.next-1';
  assert.deepEqual(explainFailure(Object.assign(new Error(`ENOENT: no such file or directory, mkdir '${path}'`), { code: 'ENOENT', path, syscall: 'mkdir' })), {
    zh: `这个用户不能读或写 ${path}；什么都没有改。改它的属主或权限，或换一个文件夹。`,
    en: `${path} may not be written or read by this user; nothing was changed. Change its owner or its mode, or choose another folder.`,
  });
});
