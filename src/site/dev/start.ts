/** Showing a content folder while it is being written. */
import { realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import { basePath } from '#lib/url.ts';
import { readSettings } from '#model/read.ts';
import { watchFolder } from '../editor/watch-folder.ts';
import type { Loaded, WatchOptions } from '../load.ts';
import { projectRoot } from '../project.ts';
import { openLooks } from './look.ts';
import { serveSite } from './server.ts';
import { openDevSite } from './site.ts';
import { openWindows } from './windows.ts';

export interface DevOptions extends WatchOptions {
  port: number;
  /** Told what each check found: the first one, and those after each change. */
  onCheck(loaded: Loaded): void;
  /** Told when something could not be read. With the next change it is tried again. */
  onFailure?(error: unknown): void;
}

/** Serves the site on this machine. `stop` ends it. */
export async function startDev({ port, onCheck, onFailure, ...options }: DevOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const contentDir = realpathSync(options.contentDir);
  const settings = readSettings(contentDir);
  const address = options.url ?? settings?.url;
  const base = address ? basePath(address) : '';
  const looks = openLooks(base);
  if (settings) void looks.of(settings); // another process compiles them while this one reads the content
  const site = openDevSite({ ...options, contentDir }, base, onFailure);
  const windows = openWindows(site);
  const look = () => {
    const config = site.config();
    return config && looks.of(config);
  };
  site.onCheck(onCheck);
  site.onCheck(() => {
    windows.renew(false);
    windows.tell();
  });
  const publicDir = join(contentDir, 'public') + sep;
  const watchers = [
    watchFolder(contentDir, (paths) => {
      const before = look();
      site.reload(paths);
      windows.renew(look() !== before || Array.from(paths).some((path) => path.startsWith(publicDir)));
    }),
    watchFolder(join(projectRoot, 'src/ui'), () => {
      looks.forget();
      windows.renew(true);
    }),
  ];
  const server = await serveSite(site, windows, look, base, port);
  site.check();
  return {
    url: server.url,
    async stop() {
      watchers.forEach((watcher) => watcher.close());
      site.close();
      await server.stop();
    },
  };
}
