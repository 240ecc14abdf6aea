/**
 * `npm run lighthouse`: what Lighthouse's mobile profile says of the first site, served with its own headers and brotli.
 * Exits with 1 where a score that does not depend on the machine is below 100, or where anything moves. Performance is
 * printed alone: it is simulated from what this machine measured, so another load on it gives another score.
 */
import lighthouse, { type Result } from 'lighthouse';
import { openChromium } from './helpers/browser.ts';
import { buildFirstSite } from './helpers/first-site.ts';
import { freePort, serveHost } from './helpers/host.ts';

const roles = ['answers', 'examples', 'list', 'home', 'search'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo', 'agentic-browsing'];
const { out, pages } = await buildFirstSite();
const port = await freePort();
const [host, browser] = await Promise.all([serveHost(out), openChromium(`--remote-debugging-port=${port}`)]);
const rows: Record<string, Record<string, number>> = {};
const faults: string[] = [];

for (const { role, path } of pages.filter((page) => roles.includes(page.role))) {
  const lhr = await measure(new URL(path.slice(1), host.url).href);
  const scores = categories.map((id) => [id, Math.round((lhr.categories[id]?.score ?? 0) * 100)] as const);
  const shift = lhr.audits['cumulative-layout-shift']?.numericValue ?? 1;
  rows[role] = { ...Object.fromEntries(scores), CLS: shift };
  if (lhr.audits['first-contentful-paint']?.numericValue === undefined) {
    faults.push(`${role}: nothing was painted, so that there is nothing to score`);
    continue;
  }
  if (shift !== 0) faults.push(`${role}: something moves (CLS ${shift})`);
  for (const [id, score] of scores) {
    if (score === 100) continue;
    const found = lhr.categories[id]!.auditRefs.map((audit) => ({ weight: audit.weight, ...lhr.audits[audit.id]! })).filter(({ weight, score: of }) => weight > 0 && of !== null && of < 1);
    const says = found.map((audit) => `${audit.id} ${audit.displayValue ?? ''}`).join(', ');
    (id === 'performance' ? console.log : (line: string) => faults.push(line))(`${role}: ${id} ${score} (${says})`);
  }
}

await browser.close();
host.server.close();
console.table(rows);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

/** A busy machine may paint nothing in time; then there is nothing to score, and it is tried again. */
async function measure(url: string, tries = 3): Promise<Result> {
  const { lhr } = (await lighthouse(url, { port, logLevel: 'error' }))!;
  return tries > 1 && lhr.categories['performance']?.score === 0 ? measure(url, tries - 1) : lhr;
}
