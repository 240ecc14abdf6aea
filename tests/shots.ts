/** `npm run shots`: pictures of one page of every kind and role at three widths, light, dark and printed, in `.shots/`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/project.ts';
import { openChromium } from './helpers/browser.ts';
import { buildFirstSite } from './helpers/first-site.ts';
import { serveHost } from './helpers/host.ts';

const into = join(projectRoot, '.shots');
rmSync(into, { recursive: true, force: true });
mkdirSync(into);
const { out, pages } = await buildFirstSite();
const [host, browser] = await Promise.all([serveHost(out), openChromium()]);
const page = await browser.newPage({ reducedMotion: 'reduce' });
for (const { role, path } of pages) {
  await page.goto(new URL(path.slice(1), host.url).href);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(into, `${role}.${width}.${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path: join(into, `${role}.print.pdf`), format: 'A4', preferCSSPageSize: true });
}
await browser.close();
host.server.close();
console.log(`${pages.length} pages are in ${into}.`);
