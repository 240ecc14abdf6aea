/** Following links to other sites: what hosts answer, and what is made of it. */
import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { openPack } from '#lib/pack.ts';
import { collectLinks } from '#site/links/collect.ts';
import { followLinks, type Kept } from '#site/links/external.ts';
import { eachHost, makeTurns } from '#site/links/turns.ts';
import { visit, type Means } from '#site/links/visit.ts';
import { problemsOf } from '#site/links/words.ts';
import { loadSite } from '#site/load.ts';
import { answer, makeContent, minimalConfig, tempDir } from '../helpers/content.ts';

/** The address of a server on this machine, and what it was asked for. */
async function serve(context: TestContext, listener: RequestListener): Promise<{ url: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  context.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

/** A host each of whose paths begins with the status that it answers; `waits` are the times that were waited. */
async function follow(context: TestContext, path: string, { timeout = 5000, now = 0 } = {}) {
  const { url, asked } = await serve(context, (request, response) => {
    const [, status = '', rest = ''] = request.url!.split('/');
    if (status === 'never') return;
    if (status === 'headless') return void response.writeHead(request.method === 'HEAD' ? 405 : 200).end();
    if (status === 'busy') return void (asked.length < 3 ? response.writeHead(429, { 'retry-after': decodeURIComponent(rest) }) : response.writeHead(200)).end();
    const location = rest === '' ? undefined : rest === 'round' ? request.url! : rest === 'file' ? 'file:///etc/hosts' : `/${rest.replaceAll('-', '/')}`;
    response.writeHead(Number(status), location === undefined ? {} : { location }).end('页面');
  });
  const waits: number[] = [];
  const means: Means = { attempts: 3, timeout, longest: 60_000, agent: 'test', now: () => now, inTurn: (_, ask) => ask(), wait: async (time) => void waits.push(time) };
  return { outcome: await visit(url + path, means), waits, asked, url };
}

test('a page that opens is asked for its head alone', async (context) => {
  const { outcome, asked } = await follow(context, '/200');
  assert.deepEqual([outcome, asked], [{ state: 'ok', status: 200 }, ['HEAD /200']]);
});

test('what is gone is dead at once', async (context) => {
  for (const status of [404, 410]) {
    const { outcome, asked, waits } = await follow(context, `/${status}`);
    assert.deepEqual([outcome, asked, waits], [{ state: 'dead', status }, [`HEAD /${status}`, `GET /${status}`], []]);
  }
});

test('a lasting redirect names the new address, one for the moment does not', async (context) => {
  const lasting = await follow(context, '/301/308-200');
  assert.deepEqual(lasting.outcome, { state: 'moved', status: 200, to: `${lasting.url}/200` });
  assert.deepEqual((await follow(context, '/302/200')).outcome, { state: 'ok', status: 200 });
  const both = await follow(context, '/301/302-200');
  assert.deepEqual(both.outcome, { state: 'moved', status: 200, to: `${both.url}/302/200` });
  assert.deepEqual((await follow(context, '/301/404')).outcome, { state: 'dead', status: 404 });
});

test('a redirect to an address in Chinese, typed as it is, is followed as browsers follow it', async (context) => {
  const { url, asked } = await serve(context, (request, response) => {
    const isThere = request.url === encodeURI('/文档/');
    response.writeHead(isThere ? 200 : request.url === '/old/' ? 301 : 404, request.url === '/old/' ? { location: Buffer.from('/文档/').toString('latin1') } : {}).end();
  });
  const means: Means = { attempts: 1, timeout: 5000, longest: 0, agent: 'test', now: () => 0, inTurn: (_, ask) => ask(), wait: async () => undefined };
  assert.deepEqual(await visit(`${url}/old/`, means), { state: 'moved', status: 200, to: url + encodeURI('/文档/') });
  assert.deepEqual(asked, ['HEAD /old/', `HEAD ${encodeURI('/文档/')}`]);
});

test('redirects that do not end, and one that leaves the web', async (context) => {
  assert.deepEqual((await follow(context, '/301/round')).outcome, { state: 'dead', failure: 'redirects' });
  assert.deepEqual((await follow(context, '/302/file')).outcome, { state: 'unanswered', status: 302 });
});

test('a host that refuses HEAD is asked for the page', async (context) => {
  const { outcome, asked } = await follow(context, '/headless');
  assert.deepEqual([outcome, asked], [{ state: 'ok', status: 200 }, ['HEAD /headless', 'GET /headless']]);
});

test('a host that has had enough gets the time that it asks for, in seconds or by a date', async (context) => {
  const seconds = await follow(context, '/busy/7');
  assert.deepEqual([seconds.outcome, seconds.waits], [{ state: 'ok', status: 200 }, [7000, 7000]]);
  const date = await follow(context, `/busy/${encodeURIComponent('Thu, 01 Jan 1970 00:01:05 GMT')}`, { now: 60_000 });
  assert.deepEqual([date.outcome, date.waits], [{ state: 'ok', status: 200 }, [5000, 5000]]);
  const tooLong = await follow(context, '/busy/3600');
  assert.deepEqual([tooLong.outcome, tooLong.waits, tooLong.asked.length], [{ state: 'unanswered', status: 429 }, [], 1]);
});

test('a fault of the host is asked again, later each time, and proves nothing', async (context) => {
  const { outcome, waits } = await follow(context, '/500');
  assert.deepEqual([outcome, waits], [{ state: 'unanswered', status: 500 }, [1000, 2000]]);
});

test('no answer in time, and no server', async (context) => {
  assert.deepEqual((await follow(context, '/never', { timeout: 50 })).outcome, { state: 'unanswered', failure: 'timeout' });
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const means: Means = { attempts: 2, timeout: 5000, longest: 60_000, agent: 'test', now: () => 0, inTurn: (_, ask) => ask(), wait: async () => undefined };
  assert.deepEqual(await visit(`http://127.0.0.1:${port}/`, means), { state: 'unanswered', failure: 'ECONNREFUSED' });
});

test('a host gets one request at a time, and only so many hosts are asked at once', async () => {
  const running: string[] = [];
  let most = 0;
  const inTurn = makeTurns();
  const ask = async (host: string) => {
    assert.ok(!running.includes(host), host);
    running.push(host);
    most = Math.max(most, running.length);
    for (let step = 0; step < 5; step += 1) await Promise.resolve();
    running.splice(running.indexOf(host), 1);
  };
  const items = Array.from({ length: 30 }, (_, index) => ({ url: `https://h${index % 6}.example/${index}` }));
  const done: string[] = [];
  await eachHost(items, 3, async ({ url }) => {
    // Each leads on to a host that others ask too.
    await inTurn(url, () => ask(new URL(url).host));
    await inTurn('https://shared.example/', () => ask('shared.example'));
    done.push(url);
  });
  assert.deepEqual(done.sort(), items.map(({ url }) => url).sort());
  assert.ok(most > 1 && most <= 3, String(most));
});

test('what opened is not asked for again for seven days; what did not is', async (context) => {
  const { url, asked } = await serve(context, (request, response) => void response.writeHead(request.url === '/good' ? 200 : 404).end());
  const links = ['/good', '/bad'].map((path) => ({ url: url + path, places: [{ file: 'answers/a.mdx', line: 20, column: 3 }] }));
  const dir = join(tempDir(), 'links');
  let now = 0;
  const means = { attempts: 1, timeout: 5000, longest: 0, agent: 'test', now: () => now, wait: async () => undefined };
  const run = async () => {
    asked.length = 0;
    const followed = await followLinks(links, means, openPack<Kept>(dir, '1'));
    assert.deepEqual(followed.map(({ state }) => state), ['ok', 'dead']);
    return [...asked];
  };
  assert.deepEqual(await run(), ['HEAD /good', 'HEAD /bad', 'GET /bad']);
  now = 6 * 86_400_000;
  assert.deepEqual(await run(), ['HEAD /bad', 'GET /bad']);
  now = 8 * 86_400_000;
  assert.deepEqual(await run(), ['HEAD /good', 'HEAD /bad', 'GET /bad']);
});

test('every link that leads elsewhere is found with its places, and no other', () => {
  const fields = `sources:
  - { title: 说明书, url: "https://docs.example/甲#第一节", checked: 2026-01-03 }
revisions:
  - { date: 2026-01-03, change: 改了地址, reason: 原来的搬走了, source: https://news.example/1 }
redirectFrom: [/old/]
---
`;
  const settings = `${minimalConfig}contact: { support: "https://help.example/", business: mailto:a@test.example, report: "https://help.example/new?u={url}" }\n`;
  const contentDir = makeContent({
    'site.yaml': settings,
    'answers/a.mdx': answer((text) => text.replace('---\n\n正文', `${fields}\n看[同一份](https://docs.example/%E7%94%B2)、[旧的](http://old.example/)、[自己](https://test.example/answers/)和\`https://code.example/\`。\n\n正文`)),
    'answers/b.mdx': answer((text) => text.replace('---\n\n正文', 'draft: true\n---\n\n看[草稿里的](https://draft.example/)。\n\n正文')),
  });
  const { edition } = loadSite({ contentDir, today: '2026-06-01', checkOnly: true });
  const links = collectLinks(edition!, settings);
  assert.deepEqual(links.map(({ url, places }) => `${url} ${places.map(({ file, line, column }) => `${file}:${line}:${column}`).join(' ')}`), [
    'https://help.example/ site.yaml:8:21',
    'https://docs.example/%E7%94%B2 answers/a.mdx:17:24 answers/a.mdx:23:2',
    'https://news.example/1 answers/a.mdx:19:63',
    'http://old.example/ answers/a.mdx:23:40',
  ]);
});

test('what is said of each link, at each of its places', () => {
  const places = [{ file: 'answers/a.mdx', line: 9, column: 2 }];
  const said = problemsOf([
    { url: 'https://a.example/', places, state: 'ok', status: 200 },
    { url: 'https://b.example/', places: [{ ...places[0]!, line: 12 }, ...places], state: 'dead', status: 404 },
    { url: 'https://c.example/', places, state: 'moved', status: 200, to: 'https://c.example/new' },
    { url: 'https://d.example/', places, state: 'unanswered', failure: 'EPROTO' },
  ]).map(({ line, rule, severity, message, hint }) => `${line} ${severity} ${rule} ${message.zh} ${hint.zh} ${message.en} ${hint.en}`);
  const dead = 'error external/dead "https://b.example/" 打不开：对方回答 404。 换成它现在的地址；已经没有了，就换一个来源，或删掉这个链接。 "https://b.example/" does not open: it answers 404. Write its present address; if it is gone, use another source or delete the link.';
  assert.deepEqual(said, [
    `9 ${dead}`,
    '9 notice external/moved "https://c.example/" 已经永久搬走。 改成 https://c.example/new。 "https://c.example/" has moved for good. Write https://c.example/new.',
    '9 warning external/unanswered 没能确认 "https://d.example/"：连不上（EPROTO）。 在浏览器里打开看看；好的就不用改，过一会儿再运行一次。 "https://d.example/" could not be confirmed: no connection (EPROTO). Open it in a browser; if it is sound, leave it and run this again later.',
    `12 ${dead}`,
  ]);
});
