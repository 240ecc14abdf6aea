/** What must not be public in the built tree, whoever put it there. */
import assert from 'node:assert/strict';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readYaml } from '#lib/yaml.ts';
import { configSchema } from '#model/config.ts';
import { leaksIn } from '#proof/leaks.ts';
import { buildSite } from '#site/build.ts';
import { buildSmall, today } from '../helpers/build.ts';
import { copySmallSite, minimalConfig, tempDir } from '../helpers/content.ts';
import { made } from '../helpers/leaks.ts';
import { proveTree } from '../helpers/proof.ts';

const config = configSchema.parse(readYaml(minimalConfig).data);
const key = `sk-${made(48, 'proof')}`;
const phone = ['199', '0000', '7316'].join('');

test('a key that a template or a library brought in is a finding, masked', async () => {
  const { out, loaded } = await buildSmall();
  appendFileSync(join(out, 'index.html'), `<!-- ${key} -->`);
  writeFileSync(join(out, 'extra.js'), `call("${phone}")`);
  const problems = await proveTree(out, loaded);
  assert.deepEqual(problems.map(({ file, rule, severity, message, hint }) => ({ file, rule, severity, message, hint: hint.zh })), [
    { file: 'extra.js', rule: 'personal/phone', severity: 'error', message: { zh: '这个文件里有手机号：“19…16”。', en: 'This file holds a mobile number: "19…16".' }, hint: '删掉它，或换成明显的占位，例如 13800138000；本来就要公开的，写进 site.yaml 的 checks.public。' },
    { file: 'index.html', rule: 'secret/token', severity: 'error', message: { zh: `这个文件里有密钥：“${key.slice(0, 4)}…${key.slice(-4)}”。`, en: `This file holds a key: "${key.slice(0, 4)}…${key.slice(-4)}".` }, hint: '换成占位符，例如 sk-你的令牌；再到发放它的地方把这一个作废，写进过文件的就当作已经泄露。' },
  ]);
});

test('a build with a leak publishes nothing', async () => {
  const contentDir = copySmallSite();
  appendFileSync(join(contentDir, 'answers/base-url.mdx'), `\n电话 ${phone}。\n`);
  const out = join(tempDir(), 'dist');
  const { counts, problems } = await buildSite({ contentDir, out, today });
  assert.equal(counts, undefined);
  assert.deepEqual(problems.filter(({ severity }) => severity === 'error').map(({ file, rule }) => `${file} ${rule}`), ['answers/base-url.mdx personal/phone']);
  assert.ok(!existsSync(out));
});

test('a long text is searched in stretches, and what stands at an end of one is seen with what is beside it', () => {
  const place = (value: string, at: number) => `${'。'.repeat(at)}${value}${'。'.repeat(70_000 - at)}`;
  const edges = [4096, 6144, 28_672, 30_720, 32_768, 61_440].flatMap((edge) => Array.from({ length: 40 }, (_, back) => edge + 8 - back * 2));
  const hash = `ab12cd34ef56ab12cd34f${phone}`;
  const long = `${phone}00`;
  for (const at of edges) {
    assert.equal(leaksIn('x.json', place(phone, at), config).length, 1, `a number at ${at}`);
    assert.equal(leaksIn('x.json', place(key, at), config).length, 1, `a key at ${at}`);
    for (const shift of [0, 1]) assert.deepEqual([hash, long].flatMap((value) => leaksIn('x.json', place(value, at + shift), config)), [], `no number at ${at + shift}`);
  }
});
