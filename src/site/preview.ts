/** A static file server for looking at a built site. It does what any plain host does, and no more. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { contentType } from '#lib/media-types.ts';
import { decodeSound } from '#lib/url.ts';
import { listen } from './listen.ts';

export interface Preview {
  server: Server;
  /** Where the site can be opened. */
  url: string;
}

/** Serves `dir` on the loopback interface, on `port` or the next one that is free; 0 takes any. `base` is the path below which the site lives. */
export async function servePreview(dir: string, port: number, base = ''): Promise<Preview> {
  const server = createServer((request, response) => {
    // The address may begin with two slashes, or hold a whole one: neither may be taken for a host.
    const { pathname } = new URL(`http://localhost${request.url ?? '/'}`);
    const found = pathname === base && base ? { redirect: `${base}/` } : findFile(dir, pathname, base);
    if ('redirect' in found) {
      response.writeHead(301, { location: found.redirect }).end();
      return;
    }
    const answer = () => response.writeHead(found.status, { 'content-type': contentType(found.file) });
    if (!existsSync(found.file)) return void answer().end('404');
    if (request.method === 'HEAD') return void answer().end();
    // A build may have taken the file away by now, and this user may have no right to read it.
    const stream = createReadStream(found.file).once('open', () => stream.pipe(answer())).once('error', ({ message }) => (response.headersSent ? response.destroy() : response.writeHead(500).end(message)));
  });
  return { server, url: `http://127.0.0.1:${await listen(server, port)}${base}/` };
}

type Found = { file: string; status: number } | { redirect: string };

function findFile(dir: string, pathname: string, base: string): Found {
  const notFound = { file: join(dir, '404.html'), status: 404 };
  if (!pathname.startsWith(`${base}/`)) return notFound;
  const path = decodeSound(pathname.slice(base.length));
  const file = path === undefined ? undefined : normalize(join(dir, path));
  if (file === undefined || !(file + sep).startsWith(dir + sep) || !existsSync(file)) return notFound;
  if (!statSync(file).isDirectory()) return { file, status: 200 };
  if (!pathname.endsWith('/')) return { redirect: `${pathname}/` };
  return existsSync(join(file, 'index.html')) ? { file: join(file, 'index.html'), status: 200 } : notFound;
}
