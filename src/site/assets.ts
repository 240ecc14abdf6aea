/** Files that are copied as they are: the generator's own `public/`, then the site's `content/public/` over it. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Problem } from '#model/problem.ts';
import { projectRoot } from './project.ts';

export interface Assets {
  /** Absolute file by the path at which it is served. */
  files: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** The assets of the site in `contentDir`; a link that leaves its folder is a problem, not an asset. */
export function readAssets(contentDir: string): Assets {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const dir of [join(projectRoot, 'public'), join(contentDir, 'public')]) {
    if (!existsSync(dir)) continue;
    const root = realpathSync(dir);
    for (const name of (readdirSync(dir, { recursive: true }) as string[]).sort()) {
      const file = join(dir, name);
      const path = `/${name.split(sep).join('/')}`;
      if (!existsSync(file) || !realpathSync(file).startsWith(root + sep)) {
        problems.push({ file: `public${path}`, line: 1, column: 1, rule: 'file/outside', severity: 'error', message: { zh: `public${path} 是指向文件夹之外的链接。`, en: `public${path} is a link that leads out of its folder.` }, hint: { zh: '把真正的文件放进 public 文件夹。', en: 'Put the real file into the public folder.' } });
      } else if (statSync(file).isFile()) files.set(path, file);
    }
  }
  return { files, problems };
}
