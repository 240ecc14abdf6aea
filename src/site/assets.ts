/** Files that are copied as they are: the generator's own `public/`, then the site's `content/public/` over it. */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { foldersOf } from '#lib/list-tree.ts';
import type { Problem } from '#model/problem.ts';
import { projectRoot } from './project.ts';

export interface Assets {
  /** Absolute file by the path at which it is served. */
  files: ReadonlyMap<string, string>;
  problems: Problem[];
}

/** What is wrong with the asset at `path`, where the generator writes a file itself. */
export function sayTaken(path: string): Problem {
  return {
    file: `public${path}`, line: 1, column: 1, rule: 'file/taken', severity: 'error',
    message: { zh: `public${path} 的地址已经归生成器自己写的文件所有。`, en: `The address of public${path} belongs to a file that the generator writes.` },
    hint: { zh: '把它改名或删掉；robots.txt、feed 这样的文件由 site.yaml 和内容决定。', en: 'Rename or delete it; site.yaml and the content decide what such files say.' },
  };
}

/** The asset that keeps a file from being written at `path`: it stands there itself, or one of the two would have to be a folder for the other. */
export function inWayOf(path: string, assets: Assets): string | undefined {
  return assets.files.keys().find((asset) => asset === path || asset.startsWith(`${path}/`) || path.startsWith(`${asset}/`));
}

/** The first asset that has no room in a tree of `files`: it would stand below one of them, or one of them below it. */
export function findWithoutRoom({ files: assets }: Assets, files: ReadonlyMap<string, unknown>): string | undefined {
  const folders = foldersOf(files.keys());
  return assets.keys().find((asset) => folders.has(`${asset}/`) || foldersOf([asset]).values().some((folder) => files.has(folder.slice(0, -1))));
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
