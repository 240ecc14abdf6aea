/** How the pages of the dev server look: the templates that a build uses, compiled for the settings as they are now. */
import { join } from 'node:path';
import type { SiteConfig } from '#model/config.ts';
import { createRenderer, type Renderer } from '../render/render.ts';
import { templatesOf } from '../render/site-templates.ts';

export interface Look {
  renderer: Renderer;
  /** Absolute file of the stylesheet or script at a path below the base. */
  asset(path: string): string | undefined;
}

/** Gives the look for settings. What was given last is given again, until it is forgotten because a template changed. */
export function openLooks(base: string): { of(config: SiteConfig): Promise<Look>; forget(): void } {
  let last: { key: string; look: Promise<Look> } | undefined;
  return {
    of(config) {
      const key = JSON.stringify([config.language, config.theme]);
      if (last?.key !== key) {
        last = { key, look: makeLook(config, base) };
        last.look.catch(() => undefined); // whoever asks for it is told
      }
      return last.look;
    },
    forget: () => (last = undefined),
  };
}

async function makeLook(config: SiteConfig, base: string): Promise<Look> {
  const templates = await templatesOf(config, base);
  const assets = new Set(templates.assets.map((name) => `/${name}`));
  return { renderer: await createRenderer(templates), asset: (path) => (assets.has(path) ? join(templates.client, path) : undefined) };
}
