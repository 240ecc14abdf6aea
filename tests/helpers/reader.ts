/** A reader of a built site: pages open in a browser under the site's own policy, and everything that the console says is kept. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright';
import { headerRules } from '#model/headers.ts';
import { buildSite } from '#site/build.ts';
import { servePreview } from '#site/preview.ts';
import { openChromium } from './browser.ts';
import { today } from './build.ts';
import { tempDir } from './content.ts';

export interface Reader {
  /** Opens `path` (below the site) in a context of its own, or in `context`. */
  open(path: string, options?: BrowserContextOptions & { context?: BrowserContext; setup?: (context: BrowserContext) => Promise<unknown> }): Promise<Page>;
  /** The file at `path` of the built site. */
  file(path: string): string;
  /** Console messages and errors of all pages so far. */
  noise: string[];
  close(): Promise<void>;
}

/** Builds the site in `contentDir` and opens a browser on it. */
export async function openReader(contentDir: string): Promise<Reader> {
  const out = join(tempDir(), 'dist');
  const { counts, loaded, problems } = await buildSite({ contentDir, out, today });
  assert.ok(counts, JSON.stringify(problems));
  const [everywhere] = headerRules(loaded.edition!.site, []);
  const policy = everywhere!.headers['Content-Security-Policy']!;
  const preview = await servePreview(out, 0);
  const browser = await openChromium();
  const noise: string[] = [];
  return {
    noise,
    file: (path) => readFileSync(join(out, path), 'utf8'),
    async open(path, { context: given, setup, ...options } = {}) {
      const context = given ?? await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', ...options });
      if (!given) {
        await context.route('**/*', async (route) => {
          if (route.request().resourceType() !== 'document') return route.fallback();
          const response = await route.fetch();
          await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
        });
        await setup?.(context);
      }
      const page = await context.newPage();
      page.on('console', (message) => noise.push(`${path}: ${message.text()}`));
      page.on('pageerror', (error) => noise.push(`${path}: ${error.message}`));
      await page.goto(preview.url + path.slice(1));
      return page;
    },
    async close() {
      await browser.close();
      preview.server.close();
    },
  };
}
