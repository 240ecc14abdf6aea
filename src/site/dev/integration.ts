/** The dev server's side of the site: one route for all pages, machine outputs beside it, windows that follow each save. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentType } from '#lib/media-types.ts';
import { watchFolder } from '../editor/watch-folder.ts';
import { sharedDevSite } from './shared.ts';
import { openWindows } from './windows.ts';

/** Serves the shared dev site, read again after each save in `contentDir`. */
export function devRoutes(contentDir: string): AstroIntegration {
  const publicDir = join(contentDir, 'public') + sep;
  let watcher: ReturnType<typeof watchFolder> | undefined;
  return {
    name: 'lede:dev',
    hooks: {
      'astro:config:setup': ({ injectRoute, injectScript }) => {
        injectRoute({ pattern: '/[...path]', entrypoint: fileURLToPath(new URL('../routes/dev.astro', import.meta.url)), prerender: false });
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('overlay.ts', import.meta.url)))};`);
      },
      'astro:server:setup': ({ server: { ws, middlewares } }) => {
        const site = sharedDevSite();
        const windows = openWindows(ws, site);
        site.onCheck(windows.tell);
        watcher = watchFolder(contentDir, (paths) => {
          site.reload();
          windows.renew(Array.from(paths).some((path) => path.startsWith(publicDir)));
        });
        middlewares.use((request, response, next) => {
          site.serve(response);
          const { pathname } = new URL(request.url ?? '/', 'http://localhost');
          if (pathname.endsWith('/') || extname(pathname) === '') return next();
          site.file(pathname, !isPart(request)).then((content) => (content === undefined ? next() : send(response, pathname, content)), next);
        });
      },
      'astro:server:done': () => {
        watcher?.close();
        sharedDevSite().close();
      },
    },
  };
}

/** Whether a browser asks for a part of a template: scripts, styles and fonts come from Vite, and no output is one. */
function isPart({ headers }: IncomingMessage): boolean {
  return ['script', 'style', 'font'].includes(String(headers['sec-fetch-dest']));
}

function send(response: ServerResponse, path: string, content: string | Uint8Array): void {
  response.setHeader('content-type', contentType(path));
  response.end(content);
}
