/** The web server of the site while it is being written: its pages, its machine outputs beside them, and what keeps windows up to date. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentType } from '#lib/media-types.ts';
import { listen } from '../listen.ts';
import type { Look } from './look.ts';
import type { DevSite } from './site.ts';
import type { Windows } from './windows.ts';

const overlayPath = '/@lede/overlay.js';
const overlayFile = fileURLToPath(new URL('overlay.js', import.meta.url));

/** Serves `site` below the path `base` on this machine, on `port` or the next one that is free. `look` gives how it looks now. */
export async function serveSite(site: DevSite, windows: Windows, look: () => Promise<Look> | undefined, base: string, port: number): Promise<{ url: string; stop(): Promise<void> }> {
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname } = addressOf(request);
    if (pathname === overlayPath) return { path: pathname, content: readFileSync(overlayFile) };
    const looks = await look();
    const asset = looks?.asset(pathname.slice(base.length));
    if (asset) return { path: pathname, content: readFileSync(asset) };
    const content = pathname.endsWith('/') || extname(pathname) === '' ? undefined : await site.file(pathname, !isPart(request));
    if (content !== undefined) return { path: pathname, content };
    const page = looks && site.page(pathname);
    const html = page ? await looks.renderer.render(page) : '<!doctype html><title>Lede</title>';
    return { path: 'index.html', content: `${html}<script type="module" src="${overlayPath}"></script>\n`, status: page?.template === 'notFound' ? 404 : 200 };
  };
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/@lede/windows?')) return windows.open(addressOf(request).searchParams.get('address') ?? '', response);
    site.serve(response);
    answer(request).catch(sayFailure).then(({ path, content, status = 200 }) => response.writeHead(status, { 'content-type': contentType(path), 'cache-control': 'no-cache' }).end(content));
  });
  return {
    url: `http://127.0.0.1:${await listen(server, port)}${base}/`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Answer {
  /** Whose extension tells the type of the content. */
  path: string;
  content: string | Uint8Array;
  status?: number;
}

function sayFailure(error: unknown): Answer {
  return { path: 'failure.txt', content: error instanceof Error ? error.message : String(error), status: 500 };
}

function addressOf({ url = '/' }: IncomingMessage): URL {
  return new URL(`http://localhost${url}`);
}

/** Whether a browser asks for a part of a page: no output is a script, a style or a font. */
function isPart({ headers }: IncomingMessage): boolean {
  return ['script', 'style', 'font'].includes(String(headers['sec-fetch-dest']));
}
