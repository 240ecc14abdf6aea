/** A static file server for looking at a built site. It does what any plain host does, and no more. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { contentType } from '#lib/media-types.ts';
import { listen } from './listen.ts';

export interface Preview {
  server: Server;
  /** Where the site can be opened. */
  url: string;
}

/** Serves `dir` on the loopback interface, on `port` or the next one that is free; 0 takes any. `base` is the path below which the site lives. */
export async function servePreview(dir: string, port: number, base = ''): Promise<Preview> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(`http://localhost${request.url ?? '/'}`); // given as an address of its own, `//` would be none
    const found = pathname === base && base ? { redirect: `${base}/` } : findFile(dir, pathname, base);
    if ('redirect' in found) {
      response.writeHead(301, { location: found.redirect }).end();
      return;
    }
    response.writeHead(found.status, { 'content-type': contentType(found.file) });
    if (!existsSync(found.file)) response.end('404');
    else if (request.method === 'HEAD') response.end();
    else createReadStream(found.file).on('error', () => response.destroy()).pipe(response); // a build may take it away in this moment
  });
  return { server, url: `http://127.0.0.1:${await listen(server, port)}${base}/` };
}

type Found = { file: string; status: number } | { redirect: string };

function findFile(dir: string, pathname: string, base: string): Found {
  const notFound = { file: join(dir, '404.html'), status: 404 };
  if (!pathname.startsWith(`${base}/`)) return notFound;
  const path = safeDecode(pathname.slice(base.length));
  const file = path === undefined ? undefined : normalize(join(dir, path));
  if (file === undefined || !(file + sep).startsWith(dir + sep) || !existsSync(file)) return notFound;
  if (!statSync(file).isDirectory()) return { file, status: 200 };
  if (!pathname.endsWith('/')) return { redirect: `${pathname}/` };
  return existsSync(join(file, 'index.html')) ? { file: join(file, 'index.html'), status: 200 } : notFound;
}

function safeDecode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
