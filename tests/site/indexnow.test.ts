/** Telling search engines of changes: what is sent, and what every answer leads to. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { baiduRequests, changedUrls, indexNowRequests } from '#site/indexnow.ts';
import { loadSite } from '#site/load.ts';
import { post, type Patience } from '#site/post.ts';
import { today } from '../helpers/build.ts';
import { copySmallSite, smallSite } from '../helpers/content.ts';

const key = 'a1b2c3d4e5f6';
const site = loadSite({ contentDir: smallSite, today }).edition!.site;

/** What the server got, and what it is to answer next. */
let received: { url: string; type: string | undefined; body: string }[] = [];
let answers: ((response: ServerResponse) => void)[] = [];
let endpoint: string;
const server = createServer((request, response) => void receive(request, response).catch(() => response.destroy()));

before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/indexnow`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});

async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  received.push({ url: request.url!, type: request.headers['content-type'], body: Buffer.concat(pieces).toString('utf8') });
  answers.shift()?.(response);
}

const status = (code: number, headers: Record<string, string> = {}, body = '') => (response: ServerResponse) => void response.writeHead(code, headers).end(body);
const silence = () => undefined;

/** Posts to the server, which answers as told; the waits are written down instead of waited. */
async function postTo(...next: typeof answers): ReturnType<typeof postWithin> {
  return postWithin(10_000, ...next);
}

async function postWithin(timeout: number, ...next: typeof answers): Promise<{ status: number | undefined; attempts: number; waits: number[]; failure?: string | undefined }> {
  received = [];
  answers = next;
  const waits: number[] = [];
  const patience: Patience = { attempts: 4, timeout, longest: 120_000, wait: async (time) => void waits.push(time) };
  const { status: code, attempts, failure } = await post({ url: endpoint, type: 'text/plain', body: '甲' }, patience);
  return { status: code, attempts, waits, ...(failure ? { failure } : {}) };
}

test('what changed since a day', () => {
  assert.deepEqual(changedUrls(site, '2026-02-08'), ['https://small.example/answers/base-url/', 'https://small.example/posts/two-addresses/']);
  assert.equal(changedUrls(site, '2000-01-01').length, site.entries.length);
  assert.deepEqual(changedUrls(site, '2026-03-05'), []);
});

test("IndexNow's format, and no more than 10,000 addresses a request", () => {
  const urls = changedUrls(site, '2026-02-08');
  const [request] = indexNowRequests(site, key, urls, endpoint);
  assert.deepEqual({ ...request, body: JSON.parse(request!.body) as unknown }, {
    url: endpoint,
    type: 'application/json; charset=utf-8',
    body: { host: 'small.example', key, keyLocation: `https://small.example/${key}.txt`, urlList: urls },
  });
  const many = Array.from({ length: 20_001 }, (_, index) => `https://small.example/${index}/`);
  assert.deepEqual(indexNowRequests(site, key, many, endpoint).map(({ body }) => (JSON.parse(body) as { urlList: string[] }).urlList.length), [10_000, 10_000, 1]);
});

test("Baidu's format: one address a line, no more than 2,000 a request", () => {
  const urls = changedUrls(site, '2026-02-08');
  assert.deepEqual(baiduRequests(site, 'geheim&1', urls, 'http://data.example/urls'), [
    { url: 'http://data.example/urls?site=https%3A%2F%2Fsmall.example&token=geheim%261', type: 'text/plain', body: 'https://small.example/answers/base-url/\nhttps://small.example/posts/two-addresses/' },
  ]);
  assert.deepEqual(baiduRequests(site, 't', Array.from({ length: 2001 }, () => 'x'), 'http://data.example/urls').map(({ body }) => body.split('\n').length), [2000, 1]);
});

test('an answer that is final is asked for once', async () => {
  for (const code of [200, 202, 400, 403, 422]) assert.deepEqual(await postTo(status(code)), { status: code, attempts: 1, waits: [] });
  assert.deepEqual(received, [{ url: '/indexnow', type: 'text/plain', body: '甲' }]);
});

test('429 waits as long as it says, and not longer than is sensible', async () => {
  assert.deepEqual(await postTo(status(429, { 'retry-after': '7' }), status(200)), { status: 200, attempts: 2, waits: [7000] });
  assert.deepEqual(await postTo(status(429), status(429), status(202)), { status: 202, attempts: 3, waits: [1000, 2000] });
  assert.deepEqual(await postTo(status(429, { 'retry-after': '86400' })), { status: 429, attempts: 1, waits: [] });
  assert.deepEqual(await postTo(status(429, { 'retry-after': 'Sat, 21 Nov 2026 00:00:00 GMT' }), status(200)), { status: 200, attempts: 2, waits: [1000] });
});

test('faults of the server and silence are tried again with growing waits, and given up', async () => {
  assert.deepEqual(await postTo(status(503), status(500), status(502), status(200)), { status: 200, attempts: 4, waits: [1000, 2000, 4000] });
  assert.deepEqual(await postTo(status(503), status(503), status(503), status(503)), { status: 503, attempts: 4, waits: [1000, 2000, 4000] });
  const hangUp = (response: ServerResponse) => void response.destroy();
  assert.deepEqual(await postTo(hangUp, status(200)), { status: 200, attempts: 2, waits: [1000] });
  assert.deepEqual(await postWithin(100, silence, silence, silence, silence), { status: undefined, attempts: 4, waits: [1000, 2000, 4000], failure: 'no answer within 0.1 s' });
});

const launcher = join(import.meta.dirname, '../../src/cli/lede.js');

/** Runs `lede indexnow` on a site with a key; the server here answers it. */
async function lede(args: string[], next: typeof answers = [], env: Record<string, string> = {}): Promise<{ code: number | null; out: string; err: string }> {
  received = [];
  answers = next;
  const contentDir = copySmallSite();
  appendFileSync(join(contentDir, 'site.yaml'), `\nindexnow: { key: ${key} }\n`);
  const child = spawn(process.execPath, [launcher, 'indexnow', '--content', contentDir, ...args], { env: { ...process.env, SOURCE_DATE_EPOCH: '1780272000', ...env } });
  let [out, err] = ['', ''];
  child.stdout.on('data', (piece) => (out += piece));
  child.stderr.on('data', (piece) => (err += piece));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

test('--dry-run prints what would be sent, and sends nothing', async () => {
  assert.deepEqual(await lede(['--since', '2026-03-01', '--dry-run', '--endpoint', endpoint]), {
    code: 0,
    out: `POST ${endpoint}\n{\n  "host": "small.example",\n  "key": "${key}",\n  "keyLocation": "https://small.example/${key}.txt",\n  "urlList": [\n    "https://small.example/answers/base-url/"\n  ]\n}\n\n`,
    err: '',
  });
  const baidu = await lede(['--since', '2026-03-01', '--dry-run', '--baidu', '--token-env', 'PUSH'], [], { PUSH: 'geheim' });
  assert.equal(baidu.out, 'POST http://data.zz.baidu.com/urls?site=https%3A%2F%2Fsmall.example&token=***\nhttps://small.example/answers/base-url/\n\n');
  assert.deepEqual(received, []);
});

test('what it says when it worked, and when not', async () => {
  assert.deepEqual(await lede(['--since', '2026-03-01', '--endpoint', endpoint], [status(202)]), { code: 0, out: `${endpoint} 回答 202（还在核对密钥）。\n`, err: '' });
  assert.equal((JSON.parse(received[0]!.body) as { key: string }).key, key);
  assert.equal((await lede(['--since', '2026-03-01', '--endpoint', endpoint, '--lang', 'en'], [status(202)])).out, `${endpoint} answered 202 (the key is still being checked).\n`);
  assert.deepEqual(await lede(['--since', '2026-03-01', '--endpoint', endpoint], [status(403)]), { code: 2, out: '', err: `${endpoint} 回答 403。先发布网站：site.yaml 里的密钥要有一个同名文件，在它的地址能读到。\n` });
  assert.deepEqual(await lede(['--since', '2026-03-01', '--endpoint', endpoint], [status(422, {}, '{"message":"host"}')]), { code: 2, out: '', err: `${endpoint} 回答 422（{"message":"host"}）。网址要在本站的域名下，密钥要和 site.yaml 里的一样：检查 url 和 --site。\n` });
  assert.deepEqual(await lede(['--since', '2026-03-01', '--endpoint', endpoint, '--baidu', '--token-env', 'PUSH'], [status(200, {}, '{"remain":9,"success":1}')], { PUSH: 'geheim' }), {
    code: 0,
    out: `${endpoint}?site=https%3A%2F%2Fsmall.example&token=*** 回答 200：{"remain":9,"success":1}。\n`,
    err: '',
  });
  assert.deepEqual([received[0]!.url, received[0]!.type], ['/indexnow?site=https%3A%2F%2Fsmall.example&token=geheim', 'text/plain']);
});

test('what it asks for when something is missing', async () => {
  assert.deepEqual(await lede(['--since', '2027-01-01']), { code: 0, out: '从 2027-01-01 起没有改动。\n', err: '' });
  assert.deepEqual(await lede(['--since', '2026-03-01', '--baidu', '--token-env', 'NO_SUCH']), { code: 2, out: '', err: '没有设 NO_SUCH。把百度推送接口的令牌放进这个环境变量，或用 --token-env 写另一个变量。\n' });
  assert.match((await lede([])).err, /required option '--since <day>' not specified/);
});
