/** `npm run shots`: pictures of one page of every kind and role, and of what pages may become, at three widths, light, dark and printed, in `.shots/`. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#site/project.ts';
import { openChromium } from './helpers/browser.ts';
import { buildSmall } from './helpers/build.ts';
import { buildFirstSite } from './helpers/first-site.ts';
import { serveHost } from './helpers/host.ts';
import { states } from './helpers/states.ts';

const into = join(projectRoot, '.shots');
rmSync(into, { recursive: true, force: true });
mkdirSync(into);
const { out, pages } = await buildFirstSite();
const [first, small, browser] = await Promise.all([serveHost(out), buildSmall().then((built) => serveHost(built.out)), openChromium()]);
const page = await browser.newPage({ reducedMotion: 'reduce' });

async function shoot(name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await page.screenshot({ path: join(into, `${name}.${width}.${colorScheme}.png`), fullPage: true });
    }
  }
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  await page.pdf({ path: join(into, `${name}.print.pdf`), format: 'A4', preferCSSPageSize: true });
}

for (const { role, path } of pages) {
  await page.goto(new URL(path.slice(1), first.url).href);
  await shoot(role);
}
for (const [name, { path, reach }] of Object.entries(states)) {
  await page.emulateMedia({ media: 'screen' });
  await page.setViewportSize({ width: 360, height: 900 });
  await page.goto(small.url + path);
  await reach?.(page);
  await shoot(name.replaceAll(' ', '-'));
}
await browser.close();
first.server.close();
small.server.close();
console.log(`${pages.length + Object.keys(states).length} pages are in ${into}.`);
