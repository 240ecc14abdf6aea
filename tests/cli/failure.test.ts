/** The words for failures of the system that are hard to bring about here. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainFailure } from '#cli/failure.ts';
import { MountError } from '#site/publish.ts';

test('a port that needs rights names the port, not a file', () => {
  const refused = Object.assign(new Error('listen EACCES: permission denied 127.0.0.1:80'), { code: 'EACCES', syscall: 'listen', port: 80 });
  assert.equal(explainFailure(refused), 'The port 80 may not be used by this user. Choose one from 1024 on with --port.');
});

test('a folder that cannot be watched is no full disk', () => {
  const words = 'The folder /站 cannot be watched: programs of this user watch as much as the system lets them. Close some of them, or raise fs.inotify.max_user_watches and fs.inotify.max_user_instances with sysctl.';
  for (const code of ['ENOSPC', 'EMFILE']) assert.equal(explainFailure(Object.assign(new Error(`${code}: watch '/站'`), { code, syscall: 'watch', path: '/站' })), words);
});

test('what nobody expected is told of any command, in whole sentences', () => {
  const words = "The command failed, and nothing was published: Cannot read properties of undefined (reading '0'). Run it again with LEDE_DEBUG=1 and report what it prints.";
  assert.equal(explainFailure(new TypeError("Cannot read properties of undefined (reading '0')")), words);
  assert.equal(explainFailure(new TypeError("Cannot read properties of undefined (reading '0').\n还有一行")), words);
});

test('a volume cannot be replaced, and a folder in it can', () => {
  assert.equal(explainFailure(new MountError('/srv/www')), '/srv/www is a disk or a volume of its own, and a site comes to its place by rename. Name a folder in it, such as --out /srv/www/site.');
});

test('a name that is too long is no fault of the generator', () => {
  const path = '/站/.dist.next-1/长.txt.br';
  assert.equal(explainFailure(Object.assign(new Error('ENAMETOOLONG'), { code: 'ENAMETOOLONG', path, syscall: 'open' })), 'The name of /站/.dist.next-1/长.txt.br is longer than the disk takes; nothing was changed. Shorten it; some bytes more are needed beside the site, and for --compress.');
});

test('a file that went while it was read is no fault of the generator', () => {
  const path = '/站/public/图.png';
  assert.equal(explainFailure(Object.assign(new Error('ENOENT'), { code: 'ENOENT', path, syscall: 'open' })), `${path} was taken away meanwhile; nothing was changed. Run it again once nobody changes the folder.`);
});

test('a folder that cannot be made on a read-only disk, of which Node says ENOENT, is named', () => {
  const path = '/站/.dist.next-1';
  assert.equal(explainFailure(Object.assign(new Error(`ENOENT: no such file or directory, mkdir '${path}'`), { code: 'ENOENT', path, syscall: 'mkdir' })), `${path} may not be written or read by this user; nothing was changed. Change its owner or its mode, or choose another folder.`);
});
