/** The dev server's side of the site: one route for all pages, machine outputs beside it, a reload after each change. */
import type { ServerResponse } from 'node:http';
import { extname, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentType } from '#lib/media-types.ts';
import { problemsEvent } from './problems.ts';
import { sharedDevSite } from './site.ts';

/** Serves the shared dev site below `base`; `contentDir` is watched. */
export function devRoutes(contentDir: string, base: string): AstroIntegration {
  return {
    name: 'lede:dev',
    hooks: {
      'astro:config:setup': ({ injectRoute, injectScript }) => {
        injectRoute({ pattern: '/[...path]', entrypoint: fileURLToPath(new URL('../routes/dev.astro', import.meta.url)), prerender: false });
        injectScript('page', `import ${JSON.stringify(fileURLToPath(new URL('overlay.ts', import.meta.url)))};`);
      },
      'astro:server:setup': ({ server }) => {
        server.ws.on(problemsEvent, (_data, client) => client.send(problemsEvent, sharedDevSite().problems()));
        server.watcher.add(contentDir);
        server.watcher.on('all', (_event, file) => {
          if (!file.startsWith(contentDir + sep)) return;
          sharedDevSite().reload();
          server.ws.send(problemsEvent, sharedDevSite().problems());
          server.ws.send({ type: 'full-reload' });
        });
        server.middlewares.use((request, response, next) => {
          const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname);
          if (path.endsWith('/') || extname(path) === '') return next();
          sharedDevSite().file(path.startsWith(`${base}/`) ? path.slice(base.length) : path).then((content) => (content === undefined ? next() : send(response, path, content)), next);
        });
      },
    },
  };
}

function send(response: ServerResponse, path: string, content: string | Uint8Array): void {
  response.setHeader('content-type', contentType(path));
  response.end(content);
}
