/**
 * One page of every kind and role of the first site in a real browser, served with its own headers:
 * three widths, light and dark, with and without script, by keyboard, before two engines of accessibility.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright';
import { findBarriers } from '../helpers/barriers.ts';
import { openChromium } from '../helpers/browser.ts';
import { buildFirstSite, type RolePage } from '../helpers/first-site.ts';
import { serveHost, type Host } from '../helpers/host.ts';

const themes = ['light', 'dark'] as const;

let browser: Browser;
let host: Host;
let pages: RolePage[];

before(async () => {
  const site = await buildFirstSite();
  pages = site.pages;
  [host, browser] = await Promise.all([serveHost(site.out), openChromium()]);
});

after(async () => {
  await browser?.close();
  host?.server.close();
});

const addressOf = ({ path }: RolePage) => new URL(path.slice(1), host.url).href;

/** Kilobytes of HTML and CSS, in brotli, for the page with most in it of each role. Half of what texts have is their own words. */
const budgets: Readonly<Record<string, number>> = {
  answers: 12, guides: 14, examples: 14.3, checklists: 13.2, glossary: 10.7, posts: 13.1, trust: 9, forMachines: 11,
  home: 8.8, list: 11.9, questions: 7.5, feeds: 6.6, search: 6.2, notFound: 7.3, map: 11.7,
};

/** The page that loads the search by itself, its styles too: whoever comes to an address that leads nowhere looks for something. */
const searching = 'notFound';

/** Does `look` with every page in one context; whatever the console says or fails to load is returned. */
async function visit(options: Parameters<Browser['newContext']>[0], look: (page: Page, at: RolePage) => Promise<void>): Promise<string[]> {
  const context: BrowserContext = await browser.newContext({ viewport: { width: 360, height: 640 }, reducedMotion: 'reduce', ...options });
  const noise: string[] = [];
  const page = await context.newPage();
  let at = pages[0]!;
  const hear = (text: string) => noise.push(`${at.role} ${at.path}: ${text}`);
  page.on('console', (message) => hear(message.text()));
  page.on('pageerror', ({ message }) => hear(message));
  page.on('response', (response) => response.status() >= 400 && at.role !== 'notFound' && hear(`${response.status()} ${response.url()}`));
  for (at of pages) {
    await page.goto(addressOf(at));
    await look(page, at);
  }
  await context.close();
  // A page that is not there answers 404, and Chromium says so.
  return noise.filter((line) => !(line.startsWith('notFound') && line.includes('404')));
}

for (const colorScheme of themes) {
  for (const javaScriptEnabled of [true, false]) {
    test(`pages fit three widths, ${colorScheme}, ${javaScriptEnabled ? 'with' : 'without'} script; the console is silent`, async () => {
      const wide: string[] = [];
      const noise = await visit({ colorScheme, javaScriptEnabled }, async (page, { role }) => {
        assert.equal(await page.locator('h1').count(), 1, role);
        for (const width of [360, 768, 1440]) {
          await page.setViewportSize({ width, height: 640 });
          if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) wide.push(`${role} ${width}`);
        }
        await page.setViewportSize({ width: 360, height: 640 });
      });
      assert.deepEqual({ wide, noise }, { wide: [], noise: [] });
    });
  }
}

test('by keyboard everything is reached, and one always sees where one is', async () => {
  const faults: string[] = [];
  await visit({ viewport: { width: 1440, height: 900 } }, async (page, { role }) => {
    const wanted = await page.locator('a[href]:visible, button:visible, input:visible, summary:visible').evaluateAll((all) => all.filter((element) => (element as HTMLElement).tabIndex >= 0).length);
    const steps = Math.min(wanted, 60);
    for (let step = 0; step < steps; step += 1) {
      await page.keyboard.press('Tab');
      const seen = await page.evaluate(() => {
        const element = document.activeElement!;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        const { width, height, bottom, top } = element.getBoundingClientRect();
        return { name: element.outerHTML.slice(0, 80), isBody: element === document.body, isSkip: element.matches('a[href="#main"]'), ring: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0, inView: width > 0 && height > 0 && bottom > 0 && top < innerHeight };
      });
      if (step === 0 && !seen.isSkip) faults.push(`${role}: the first stop is ${seen.name}`);
      if (seen.isBody) faults.push(`${role}: the focus is lost after ${step} of ${steps} stops`);
      else if (!seen.ring || !seen.inView) faults.push(`${role}: ${seen.name} ${seen.ring ? 'is out of view' : 'has no ring'}`);
      if (seen.isBody) break;
    }
  });
  assert.deepEqual(faults, []);
});

test('before a reader does anything, a page is small and comes in few requests', async () => {
  const rows: Record<string, { requests: number; total: number; page: number; script: number }> = {};
  host.sent.length = 0;
  await visit({}, async (page, { role }) => {
    if (role === searching) await page.waitForLoadState('networkidle');
    // An icon that the browser asks for itself is not the page's, and may come late.
    const sent = host.sent.splice(0).filter((file) => !file.path.startsWith('/favicon'));
    const sum = (pattern: RegExp) => sent.filter((file) => pattern.test(file.path)).reduce((bytes, file) => bytes + file.bytes, 0);
    rows[role] = { requests: sent.length, total: sum(/./), page: sum(/(\/|\.html|\.css)$/), script: sum(/\.m?js$/) };
    assert.equal(await page.locator('script[src]:not([type=module], [defer], [async])').count(), 0, role);
  });
  console.table(rows);
  const heavy = Object.entries(rows).filter(([role, { requests, total, page, script }]) => requests > (role === searching ? 10 : 4) || total > 25 * 1024 || page > (budgets[role] ?? 0) * 1024 || script > (role === searching ? 11 : 3) * 1024);
  assert.deepEqual(heavy, []);
});

for (const viewport of [{ width: 360, height: 640 }, { width: 1440, height: 900 }]) {
  test(`a page that comes in pieces, each painted before the next, and its script last, does not move at ${viewport.width} px`, async () => {
    const context = await browser.newContext({ viewport });
    const page = await context.newPage();
    const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    // The first piece takes the page before it away, and this question with it.
    host.pace = () => page.evaluate(painted).catch(() => {});
    const moved: string[] = [];
    for (const at of pages) {
      await page.goto(addressOf(at), { waitUntil: 'networkidle' });
      moved.push(...(await page.evaluate(readShifts)).map((line) => `${at.path} ${line}`));
    }
    delete host.pace;
    await context.close();
    assert.deepEqual(moved, []);
  });
}

for (const colorScheme of themes) {
  for (const bypassCSP of [false, true]) {
    test(`axe-core and HTML_CodeSniffer find nothing, ${colorScheme}, policy ${bypassCSP ? 'bypassed' : 'on'}`, async () => {
      const found: string[] = [];
      await visit({ colorScheme, bypassCSP }, async (page, { role }) => {
        // Folded parts are read too.
        await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
        found.push(...(await findBarriers(page)).map((line) => `${role} ${line}`));
      });
      assert.deepEqual(found, []);
    });
  }
}

/** Runs in the page. What moved since it was opened: from where, to where. */
function readShifts(): Promise<string[]> {
  interface Shift extends PerformanceEntry { sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[] }
  const place = ({ x, y, width, height }: DOMRectReadOnly) => [x, y, width, height].map(Math.round).join(' ');
  const found: string[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { sources } of list.getEntries() as Shift[]) {
      found.push(sources.map(({ node, previousRect, currentRect }) => `${node instanceof Element ? node.outerHTML.slice(0, 60) : node?.textContent}: ${place(previousRect)} → ${place(currentRect)}`).join(', '));
    }
  });
  observer.observe({ type: 'layout-shift', buffered: true });
  // Entries are handed over in a task of their own.
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(found))));
}
