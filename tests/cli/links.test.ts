/** `lede links` as a user types it. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { answer, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

function lede(...args: string[]): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [launcher, ...args], { cwd: tempDir(), env: { ...process.env, LEDE_CACHE: tempDir(), LEDE_CONTENT: '', SOURCE_DATE_EPOCH: '1780272000', NO_COLOR: '1', LC_ALL: 'C' } }, (_, stdout, stderr) => resolve({ status: child.exitCode!, stdout, stderr }));
  });
}

/** A site whose only links are those of this body. */
const site = (body: string) => makeContent({ 'site.yaml': minimalConfig, 'answers/a.mdx': answer((text) => text.replace('to: "https://test.example/help"', 'to: /for-machines/').replace('正文。', body)) });

test('links to other sites: what is dead ends with 1, the rest with 0', async (context) => {
  const server = createServer((request, response) => void response.writeHead(request.url === '/gone' ? 410 : 200).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => void server.close());
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  assert.deepEqual(await lede('links', '--external', '--content', site(`看[好的](${host}/good)。`)), { status: 0, stdout: '1 个外部链接，1 个打得开。\n', stderr: '' });
  const dir = site(`看[好的](${host}/good)和[没了的](${host}/gone)。`);
  assert.deepEqual(await lede('links', '--external', '--content', dir, '--lang', 'en'), {
    status: 1,
    stdout: `answers/a.mdx:18:${`看[好的](${host}/good)和`.length + 1}  external/dead  "${host}/gone" does not open: it answers 410.\n  Write its present address; if it is gone, use another source or delete the link.\n\n1 file, 1 error.\nExternal links: 2, of which 1 open.\n`,
    stderr: '',
  });
  const { status, stdout } = await lede('links', '--external', '--content', dir, '--format', 'json');
  assert.deepEqual([status, (JSON.parse(stdout) as { url: string; state: string }[]).map(({ url, state }) => [url, state])], [1, [[`${host}/good`, 'ok'], [`${host}/gone`, 'dead']]]);
});

test('links within the site: only what concerns them', async () => {
  const dir = site('看[没有的](/nothing/)。 工具里的答案,没有空格。');
  assert.deepEqual(await lede('links', '--content', dir), { status: 1, stdout: 'answers/a.mdx:18:2  link/page  链接 "/nothing/" 没有这一页。\n  改成已有的路径，或写成条目引用，如 answers/base-url-settings。\n\n1 个文件，1 个错误。\n', stderr: '' });
});

test('misuse ends with 2', async () => {
  const dir = makeContent({ 'site.yaml': 'language: zh-CN\n', 'answers/a.mdx': answer() });
  const refused = [
    { status: 2, stdout: '', stderr: '读不出 site.yaml，不知道这个站的设置。先运行 lede check，改好它报告的问题。\n' },
    { status: 2, stdout: '', stderr: 'site.yaml cannot be read, so the settings of the site are not known. Run lede check and mend what it reports.\n' },
  ];
  for (const [index, content] of [dir, tempDir()].entries()) for (const more of [[], ['--external']]) assert.deepEqual(await lede('links', ...more, '--content', content), refused[index]);
});
