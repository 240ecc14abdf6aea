/** A real nginx with the nginx.conf of a built site, for as long as a test needs it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { tempDir } from './content.ts';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Nginx {
  url: string;
  /** Asks for a path with nothing in the request but `headers`. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  stop(): void;
}

/** Path of an nginx, installed first where there is none and that is possible; else undefined. */
export function findNginx(): string | undefined {
  return which() ?? (installFromDebian() ? which() : undefined);
}

/** Serves `out`, the tree of a site below `base` at `host`, as the head of its nginx.conf says; the machine's paths become temporary ones. */
export async function startNginx(program: string, out: string, host: string, base = ''): Promise<Nginx> {
  const dir = tempDir();
  mkdirSync(join(dir, 'www'));
  symlinkSync(out, join(dir, 'www', base || 'top'));
  const port = await freePort();
  const site = readFileSync(join(out, 'nginx.conf'), 'utf8')
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace(`root /var/www/${host};`, `root ${join(dir, 'www')}${base ? '' : '/top'};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${dir}/${name};`).join(' ');
  writeFileSync(join(dir, 'site.conf'), site);
  writeFileSync(join(dir, 'nginx.conf'), `worker_processes 1; pid ${dir}/pid; error_log ${dir}/error.log;${process.getuid?.() === 0 ? ' user root;' : ''} events {} http { access_log off; ${temporary} include ${dir}/site.conf; }`);
  const run = (...args: string[]) => execFileSync(program, ['-p', dir, '-c', join(dir, 'nginx.conf'), ...args], { stdio: 'pipe' });
  run('-t', '-q');
  // It goes to the background once its port is open.
  run();
  return { url: `http://127.0.0.1:${port}`, get: (path, headers = {}) => ask(port, host, path, headers), stop: () => void run('-s', 'stop') };
}

function which(): string | undefined {
  const found = spawnSync('which', ['nginx'], { encoding: 'utf8', env: { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/usr/local/sbin` } }).stdout.trim();
  return found || undefined;
}

function installFromDebian(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log("Installing Debian's nginx-light.");
  const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  return [['update', '-q'], ['install', '-y', '-q', '--no-install-recommends', 'nginx-light']].every((args) => spawnSync('apt-get', args, options).status === 0);
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    server.close(() => resolve(port));
  }));
}

function ask(port: number, host: string, path: string, headers: Record<string, string>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ port, host: '127.0.0.1', path, headers: { host, ...headers }, agent: false }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) }));
    });
    outgoing.on('error', reject).end();
  });
}
