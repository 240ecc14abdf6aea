/** `lede ledger` as a user types it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copySmallSite } from '../helpers/content.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

function lede(content: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args, '--content', content, '--today', '2026-06-01'], { encoding: 'utf8', cwd: content, env: { ...process.env, NO_COLOR: '1' } });
  return { status, stdout, stderr };
}

function edit(path: string, find: string, put: string): void {
  const text = readFileSync(path, 'utf8');
  assert.ok(text.includes(find));
  writeFileSync(path, text.replace(find, put));
}

test('without a ledger every entry is new; --write makes one, and then nothing is', () => {
  const dir = copySmallSite();
  const first = lede(dir, 'ledger');
  assert.equal(first.status, 0, first.stderr);
  assert.equal(first.stdout, [
    '新增  answers/base-url  2026-03-04',
    '新增  answers/overdue  2026-01-01',
    '新增  guides/first-call  2026-02-01',
    '新增  examples/hello  2026-02-03',
    '新增  checklists/before-launch  2026-02-05',
    '新增  glossary/base-url  2026-02-06',
    '新增  posts/two-addresses  2026-02-08',
    '7 篇里有 7 篇是新的或改了意思。',
    '',
  ].join('\n'));
  assert.equal(existsSync(join(dir, 'ledger.json')), false);
  assert.match(lede(dir, 'ledger', '--write').stdout, /\n7 篇里有 7 篇是新的或改了意思；写好了 ledger\.json。\n$/);
  assert.deepEqual(lede(dir, 'ledger'), { status: 0, stdout: '7 篇里有 0 篇是新的或改了意思。\n', stderr: '' });
  const written = readFileSync(join(dir, 'ledger.json'), 'utf8');
  lede(dir, 'ledger', '--write');
  assert.equal(readFileSync(join(dir, 'ledger.json'), 'utf8'), written);
  assert.deepEqual(readdirSync(dir).filter((name) => name.includes('ledger')), ['ledger.json'], 'nothing is left beside it');
});

test('it names what changed in meaning, with its dates, and says where none was raised', () => {
  const dir = copySmallSite();
  lede(dir, 'ledger', '--write');
  edit(join(dir, 'posts/two-addresses.mdx'), '他把首页填了进去。', '她把首页填了进去。');
  edit(join(dir, 'posts/two-addresses.mdx'), 'updated: 2026-02-08', 'updated: 2026-05-01');
  edit(join(dir, 'answers/overdue.mdx'), '再看密钥', '然后看密钥');
  edit(join(dir, 'glossary/base-url.mdx'), '它常写作 `base_url`', '它常写作`base_url`');
  assert.equal(lede(dir, 'ledger').stdout, '改过  answers/overdue  2026-01-01，日期没有换\n改过  posts/two-addresses  2026-02-08 → 2026-05-01\n7 篇里有 2 篇是新的或改了意思。\n');
  assert.deepEqual(lede(dir, 'ledger', '--lang', 'en'), {
    status: 0,
    stdout: 'changed  answers/overdue  2026-01-01, no new date\nchanged  posts/two-addresses  2026-02-08 → 2026-05-01\n2 of 7 entries are new or changed.\n',
    stderr: '',
  });
  assert.match(lede(dir, 'check').stdout, /answers\/overdue\.mdx:11:10 {2}ledger\/updated/);
  lede(dir, 'ledger', '--write');
  assert.doesNotMatch(lede(dir, 'check').stdout, /ledger\//);
});

test('an entry that vanished keeps the ledger as it is, and stops the build', () => {
  const dir = copySmallSite();
  lede(dir, 'ledger', '--write');
  const written = readFileSync(join(dir, 'ledger.json'), 'utf8');
  rmSync(join(dir, 'posts/two-addresses.mdx'));
  for (const args of [['ledger', '--write'], ['build', '--out', join(dir, 'dist')]]) {
    const { status, stderr } = lede(dir, ...args);
    assert.equal(status, 1);
    assert.match(stderr, /ledger\.json:10:1 {2}ledger\/vanished {2}"posts\/two-addresses" 发布过，现在它的地址什么也没有。\n {2}在接替它的条目里写 redirectFrom: \[\/posts\/two-addresses\/\]/);
  }
  assert.equal(readFileSync(join(dir, 'ledger.json'), 'utf8'), written);
  assert.equal(existsSync(join(dir, 'dist')), false);
});
