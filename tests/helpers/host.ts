/** A host as the site wants one: the headers of `_headers`, text in brotli, and a record of what was sent. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { contentType, isText, mediaTypes } from '#lib/media-types.ts';

export interface Host {
  server: Server;
  /** Address of the site, with a slash at its end. */
  url: string;
  /** What was asked for since it was last emptied: path and bytes of the body as sent. */
  sent: { path: string; bytes: number }[];
  /** What is waited for after each piece of a page. Without it pages come whole, and in brotli. */
  pace?: () => Promise<void>;
}

/** Serves the built site in `dir` on a free port of this machine. */
export async function serveHost(dir: string): Promise<Host> {
  const headers = everywhere(readFileSync(join(dir, '_headers'), 'utf8'));
  const packed = new Map<string, Buffer>();
  const host: Pick<Host, 'sent' | 'pace'> = { sent: [] };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const named = join(dir, path.endsWith('/') ? `${path}index.html` : path);
    const isThere = existsSync(named) && statSync(named).isFile();
    const file = isThere ? named : join(dir, '404.html');
    if (host.pace && file.endsWith('.html')) {
      response.writeHead(isThere ? 200 : 404, { ...headers, 'content-type': contentType(file) });
      for (const piece of pieces(readFileSync(file, 'utf8'))) {
        response.write(piece);
        await host.pace();
      }
      response.end();
      return;
    }
    const pack = isText(mediaTypes[extname(file).slice(1)] ?? '');
    const version = `${file} ${statSync(file).mtimeMs}`;
    const body = packed.get(version) ?? (pack ? brotliCompressSync(readFileSync(file)) : readFileSync(file));
    packed.set(version, body);
    host.sent.push({ path, bytes: body.length });
    response.writeHead(isThere ? 200 : 404, { ...headers, 'content-type': contentType(file), 'content-length': body.length, ...(pack ? { 'content-encoding': 'br' } : {}) });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(host, { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` });
}

/** A page as a slow line brings it: its head, every element of its first lines, then some of them at a time. */
function pieces(html: string): string[] {
  const [head, ...blocks] = html.split(/(?=<(?:body|header|nav|main|section|div|details|form|button|ul|ol|dl|li|dt|dd|h[1-6]|p|figure|pre|figcaption|footer)\b)/);
  const sent = [head!];
  for (const block of blocks) {
    if (sent.length < 40 || sent.at(-1)!.length > 1500) sent.push(block);
    else sent[sent.length - 1] += block;
  }
  return sent;
}

/** A port of this machine that nobody uses. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The headers for all paths. The one that would send browsers to https is for real hosts. */
function everywhere(file: string): Record<string, string> {
  const block = /^\/\*\n((?: {2}.*\n)*)/m.exec(file)![1]!;
  const pairs = block.trim().split('\n').map((line) => /^\s*([^:]+): (.*)$/.exec(line)!.slice(1) as [string, string]);
  return Object.fromEntries(pairs.filter(([name]) => name !== 'Strict-Transport-Security'));
}
