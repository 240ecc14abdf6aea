/** Two engines of accessibility, run in a page: axe-core and HTML_CodeSniffer. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const source = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name), 'utf8');
const axe = source('axe-core/axe.min.js');
const codeSniffer = source('html_codesniffer/build/HTMLCS.js');

/** What keeps readers out of `page` as it is at the moment: a line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const byAxe = await page.evaluate(runAxe);
  await page.evaluate(codeSniffer);
  const byCodeSniffer = await page.evaluate(runCodeSniffer);
  return [...byAxe.map((line) => `axe ${line}`), ...byCodeSniffer.map((line) => `htmlcs ${line}`)];
}

/** Runs in the page. Text of any size has to reach 4.5:1. */
async function runAxe(): Promise<string[]> {
  const { axe: engine } = globalThis as unknown as { axe: typeof import('axe-core') };
  engine.configure({ checks: [{ id: 'color-contrast', options: { contrastRatio: { normal: { expected: 4.5 }, large: { expected: 4.5 } } } }] });
  const { violations } = await engine.run(document, { resultTypes: ['violations'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`));
}

/** Runs in the page. Type 1 is an error; warnings and notices are questions to a person. */
async function runCodeSniffer(): Promise<string[]> {
  interface Message { type: number; code: string; msg: string; element: Element }
  const { HTMLCS } = globalThis as unknown as { HTMLCS: { process(standard: string, root: Document, done: () => void): void; getMessages(): Message[] } };
  await new Promise<void>((resolve) => HTMLCS.process('WCAG2AA', document, resolve));
  return HTMLCS.getMessages().filter(({ type }) => type === 1).map(({ code, msg, element }) => `${code} ${msg} ${element.outerHTML?.slice(0, 120)}`);
}
