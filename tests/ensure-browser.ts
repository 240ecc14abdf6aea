/** Makes sure that the tests have a Chromium before any of them starts; prints one sentence where that cannot be. */
import { ensureChromium } from './helpers/browser.ts';

try {
  ensureChromium();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
