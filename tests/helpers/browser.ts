/** Finding a Chromium for the tests of pages, and installing one where there is none. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';

const systemNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of a Chromium: LEDE_CHROMIUM, else Playwright's own, else the system's. */
export function findChromium(): string | undefined {
  const named = process.env['LEDE_CHROMIUM'];
  if (named) return named;
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  return systemNames.map((name) => spawnSync('which', [name], { encoding: 'utf8' }).stdout.trim()).find((path) => path !== '');
}

/** Path of a Chromium, installed first where there is none. Throws one sentence that says what to type. */
export function ensureChromium(): string {
  return findChromium() ?? installed(installFromPlaywright) ?? installed(installFromDebian) ?? fail();
}

/** Opens a headless Chromium that keeps to this machine; `more` are further arguments. */
export async function openChromium(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureChromium(),
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more],
  });
}

function installed(install: () => void): string | undefined {
  try {
    install();
  } catch {
    return undefined;
  }
  return findChromium();
}

function installFromPlaywright(): void {
  console.log('No Chromium found; asking Playwright for one.');
  execFileSync(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], { stdio: 'ignore', timeout: 300_000 });
}

function installFromDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) throw new Error('Only root can install packages.');
  console.log("Installing Debian's chromium and Chinese fonts.");
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], options);
}

function fail(): never {
  throw new Error('The tests need a Chromium and found none: install the package chromium or Google Chrome, or set LEDE_CHROMIUM to the path of one.');
}
