/** How a site looks: what of it is the site's own, and the grounds on which that must be legible. */
import { createHash } from 'node:crypto';
import { escapeHtml } from '#lib/html.ts';
import type { SiteConfig } from './config.ts';
import type { Site } from './site.ts';
import { resolveTarget, type Target } from './target.ts';

export const themes = ['light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** The ground of pages, and the one nearest to the ink on which the accent can stand: a marked line of code. As in ui/styles/tokens.css. */
export const grounds: Readonly<Record<Theme, { paper: string; mark: string }>> = {
  light: { paper: '#fbfaf6', mark: '#e6e1d3' },
  dark: { paper: '#15171a', mark: '#2b3036' },
};

/** The least contrast of text: https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const leastContrast = 4.5;

/** Where the icon of a site stands that has no file for it. */
export const drawnIconPath = '/site-icon.svg';

/** Where the icon is: its address as pages print it, and the absolute one. */
export function iconOf(site: Site): Target {
  return resolveTarget(site, site.config.theme.icon ?? drawnIconPath);
}

/** The rules that give the stylesheets the colours of a site. */
export function themeStyles({ theme: { accent } }: Pick<SiteConfig, 'theme'>): string {
  return `@layer tokens{:root{--accent-light:${accent.light};--accent-dark:${accent.dark}}}`;
}

/** The icon of a site without one: the first character of its name on its accent. */
export function drawIcon({ config: { name, theme } }: Pick<Site, 'config'>): string {
  const initial = [...new Intl.Segmenter().segment(name.toUpperCase())][0]!.segment;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="4" fill="${theme.accent.light}"/><text x="16" y="23.5" font-family="system-ui,sans-serif" font-size="21" font-weight="700" text-anchor="middle" fill="${grounds.light.paper}">${escapeHtml(initial)}</text></svg>\n`;
}

/**
 * Runs before the first paint, so it stands in the page: takes up the theme that the reader chose, and says that there
 * are scripts, so that what needs one takes its place from the start, and what is asked of the search, so that nothing makes
 * room for the answer later; takes that back where the script cannot be loaded.
 */
export const firstScript = "(r=>{r.scripts='';r.asked=location.search;addEventListener('error',e=>e.target.type=='module'&&delete r.scripts,!0);try{const t=localStorage.theme;if(t)r.theme=t}catch{}})(document.documentElement.dataset)";

/** The source expression by which a Content-Security-Policy allows `firstScript` and no other inline script. */
export const firstScriptSource = `'sha256-${createHash('sha256').update(firstScript).digest('base64')}'`;
