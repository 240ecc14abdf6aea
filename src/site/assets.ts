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

/** The assets of the site in `contentDir`; a link that leaves its folder, or leads to one that it lies in, is a problem, not an asset. */
export function readAssets(contentDir: string): Assets {
  const files = new Map<string, string>();
  const problems: Problem[] = [];
  for (const dir of [join(projectRoot, 'public'), join(contentDir, 'public')]) {
    if (!existsSync(dir)) continue;
    const found: string[] = [];
    const root = realpathSync(dir);
    /** What lies at `folder` of it, whose real place is the last one `above`, before it those that it was reached by. */
    const read = (folder: string, above: readonly string[]): void => {
      for (const item of readdirSync(dir + folder, { withFileTypes: true })) {
        const path = `${folder}/${item.name}`;
        const real = item.isSymbolicLink() ? realOf(dir + path) : join(above.at(-1)!, item.name);
        if (above.includes(real)) problems.push({ ...linkAt(path), message: { zh: `public${path} 是指向它自己所在文件夹的链接。`, en: `public${path} is a link to a folder that it lies in itself.` }, hint: { zh: '删掉这个链接；要两处都有的文件，各放一份。', en: 'Delete the link; put files that are wanted in both places into both.' } });
        else if (!real.startsWith(root + sep)) problems.push({ ...linkAt(path), message: { zh: `public${path} 是指向文件夹之外的链接。`, en: `public${path} is a link that leads out of its folder.` }, hint: { zh: '把真正的文件放进 public 文件夹。', en: 'Put the real file into the public folder.' } });
        else {
          const what = item.isSymbolicLink() ? statSync(real) : item;
          if (what.isFile()) found.push(path);
          else if (what.isDirectory()) read(path, [...above, real]);
        }
      }
    };
    read('', [root]);
    for (const path of found.sort()) files.set(path, dir + path);
  }
  return { files, problems };
}

function linkAt(path: string): Pick<Problem, 'file' | 'line' | 'column' | 'rule' | 'severity'> {
  return { file: `public${path}`, line: 1, column: 1, rule: 'file/outside', severity: 'error' };
}

/** Where the link at `path` leads; empty where that is nowhere. */
function realOf(path: string): string {
  return existsSync(path) ? realpathSync(path) : '';
}
