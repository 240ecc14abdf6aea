/** What a page may become: overdue, retired, searched with and without success. Each in both themes, on a phone. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright';
import { findBarriers } from '../helpers/barriers.ts';
import { openChromium } from '../helpers/browser.ts';
import { buildSmall } from '../helpers/build.ts';
import { serveHost, type Host } from '../helpers/host.ts';
import { states } from '../helpers/states.ts';

let browser: Browser;
let host: Host;

before(async () => {
  const { out } = await buildSmall();
  [host, browser] = await Promise.all([serveHost(out), openChromium()]);
});

after(async () => {
  await browser?.close();
  host?.server.close();
});

for (const [name, { path, reach, text }] of Object.entries(states)) {
  test(`${name}: nothing bars a reader, nothing is wider than the phone, and it says what it is`, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 }, colorScheme, reducedMotion: 'reduce', locale: 'zh-CN' });
      const page = await context.newPage();
      await page.goto(host.url + path);
      await reach?.(page);
      assert.ok(await page.getByText(text).first().isVisible());
      assert.deepEqual(await findBarriers(page), [], colorScheme);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      await context.close();
    }
  });
}
