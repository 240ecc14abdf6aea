/**
 * Where the dev server leaves the site for its route. The route runs inside Vite, which compiles copies of all that it
 * imports: this file must import nothing but types, or Vite loads the whole generator a second time.
 */
import type { DevSite } from './site.ts';

const key = Symbol.for('lede.dev-site');

export function shareDevSite(site: DevSite): void {
  (globalThis as Record<symbol, unknown>)[key] = site;
}

export function sharedDevSite(): DevSite {
  return (globalThis as Record<symbol, unknown>)[key] as DevSite;
}
