/** The templates of a site, compiled for its settings. */
import type { SiteConfig } from '#model/config.ts';
import { langOf } from '#model/problem.ts';
import { themeStyles } from '#model/theme.ts';
import { cacheDir, projectRoot } from '../project.ts';
import { compileTemplates } from './compile-templates.ts';
import type { Templates } from './template-cache.ts';

/** The compiled templates of a site that is served below the path `base`. */
export function templatesOf({ language, theme }: Pick<SiteConfig, 'language' | 'theme'>, base: string): Promise<Templates> {
  return compileTemplates({ root: projectRoot, cacheDir: `${cacheDir}/templates`, base: base || '/', styles: themeStyles({ theme }), lang: langOf(language) });
}
