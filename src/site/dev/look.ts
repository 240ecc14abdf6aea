/** How the pages of the dev server look: the templates that a build uses, compiled for the settings as they are now. */
import { join } from 'node:path';
import type { SiteConfig } from '#model/config.ts';
import { langOf } from '#model/problem.ts';
import { themeStyles } from '#model/theme.ts';
import { cacheDir, projectRoot } from '../project.ts';
import { compileTemplates } from '../render/compile-templates.ts';
import { createRenderer, type Renderer } from '../render/render.ts';

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
      const lang = langOf(config.language);
      const styles = themeStyles(config);
      const key = `${lang} ${styles}`;
      if (last?.key !== key) {
        last = { key, look: makeLook({ root: projectRoot, cacheDir: join(cacheDir, 'templates'), base: base || '/', styles, lang }) };
        last.look.catch(() => undefined); // whoever asks for it is told
      }
      return last.look;
    },
    forget: () => (last = undefined),
  };
}

async function makeLook(options: Parameters<typeof compileTemplates>[0]): Promise<Look> {
  const templates = await compileTemplates(options);
  const assets = new Set(templates.assets.map((name) => `/${name}`));
  return { renderer: await createRenderer(templates), asset: (path) => (assets.has(path) ? join(templates.client, path) : undefined) };
}
