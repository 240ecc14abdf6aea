/** The server of `lede preview`: whatever is asked for, it goes on. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { servePreview } from '#site/preview.ts';
import { makeContent } from '../helpers/content.ts';

test('addresses that are none and files that cannot be read are answered, and the next ones too', async (t) => {
  const dir = makeContent({ 'index.html': '首页', '404.html': '没有这一页', 'answers/a/index.html': '答案' });
  const unreadable = createServer().listen(join(dir, 'unreadable.txt')); // what listens there is no file that anybody could open
  t.after(() => unreadable.close());
  await once(unreadable, 'listening');
  const { server } = await servePreview(dir, 0);
  t.after(() => server.close());
  const get = (path: string) => new Promise<[number | undefined, string]>((resolve, reject) => {
    request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, agent: false }, async (response) => resolve([response.statusCode, await text(response)])).once('error', reject).end();
  });
  assert.deepEqual(await get('//'), [200, '首页']);
  assert.deepEqual(await get('//[/'), [404, '没有这一页']);
  assert.deepEqual(await get('http://[/'), [404, '没有这一页']);
  assert.equal((await get('/unreadable.txt'))[0], 500);
  assert.deepEqual(await get('/answers/a'), [301, '']);
  assert.deepEqual(await get('/answers/a/'), [200, '答案']);
});
