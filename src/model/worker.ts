/** What runs in browsers as a service worker. Its source is sent as it stands here: nothing may come from outside a function. */

interface Given {
  /** Words, in HTML. */
  title: string;
  lead: string;
  retry: string;
  read: string;
  language: string;
  /** Where files are that never change. */
  assets: string;
  /** Where the index of the search is, which is not kept. */
  search: string;
}

interface WorkEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface FetchEvent extends WorkEvent {
  request: Request;
  respondWith(response: Promise<Response>): void;
}

interface Worker {
  registration: ServiceWorkerRegistration;
  clients: { claim(): Promise<void>; matchAll(options: { type: 'window' }): Promise<readonly { url: string }[]> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WorkEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

/** Keeps the pages that are read and what they show. With a network, a page is always the server's. */
export function keepPages(worker: Worker, given: Given): void {
  const home = worker.registration.scope;
  const pages = `lede pages 1 ${home}`;
  const parts = `lede parts 1 ${home}`;

  const keep = async (name: string, most: number, address: string, response: Response) => {
    const cache = await caches.open(name);
    await cache.delete(address); // what is put again stands last
    await cache.put(address, response);
    const oldest = (await cache.keys()).slice(0, -most);
    await Promise.all(oldest.map((request) => cache.delete(request)));
  };
  const keepPart = async (address: string, response: Response) => response.ok && keep(parts, 200, address, response);
  const keepPage = async (address: string, response: Response) => {
    if (response.status === 404 || response.status === 410) await (await caches.open(pages)).delete(address);
    if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html')) return;
    const html = await response.clone().text();
    await keep(pages, 60, address, response);
    for (const [, path] of html.matchAll(/<(?:link rel="(?:stylesheet|icon)"|script|img)[^>]* (?:href|src)="([^"]+)"/g)) {
      const part = new URL(path!, address);
      if (part.origin === location.origin && !(await caches.match(part))) await keepPart(part.href, await fetch(part));
    }
  };

  const readPage = async (event: FetchEvent) => {
    const [address] = event.request.url.split(/[?#]/) as [string];
    try {
      const response = await fetch(event.request);
      event.waitUntil(keepPage(address, response.clone()));
      return response;
    } catch {
      return (await caches.match(address)) ?? list();
    }
  };
  const readPart = async (event: FetchEvent) => {
    const { url } = event.request;
    const kept = await caches.match(url);
    if (kept && new URL(url).pathname.startsWith(given.assets)) return kept;
    try {
      const response = await fetch(event.request);
      event.waitUntil(keepPart(url, response.clone()));
      return response;
    } catch {
      return kept ?? Response.error();
    }
  };

  /** The pages that were read, the last one first, in the styles of one of them. */
  const list = async () => {
    const cache = await caches.open(pages);
    const read = await Promise.all((await cache.keys()).toReversed().map(async ({ url }) => ({ url, html: await (await cache.match(url))!.text() })));
    const styles = /<link rel="stylesheet"[^>]*>/.exec(read[0]?.html ?? '')?.[0] ?? '';
    const items = read.map(({ url, html }) => `<li><a href="${url}">${/<title>(.*?)<\/title>/s.exec(html)?.[1] ?? url}</a></li>`).join('');
    const known = items && `<h2>${given.read}</h2><ul class="links">${items}</ul>`;
    const body = `<!doctype html><html lang="${given.language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${given.title}</title>${styles}<main class="page"><div class="column"><header class="opening"><h1>${given.title}</h1><p class="lead">${given.lead} <a href="">${given.retry}</a></p></header>${known}</div></main>`;
    return new Response(body, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': "default-src 'none'; style-src 'self'" } });
  };

  const begin = async () => {
    const old = (await caches.keys()).filter((name) => name.startsWith('lede ') && name.endsWith(` ${home}`) && name !== pages && name !== parts);
    await Promise.all(old.map((name) => caches.delete(name)));
    await worker.clients.claim();
    // The page that brought this worker was there before it.
    for (const { url } of await worker.clients.matchAll({ type: 'window' })) {
      const [address] = url.split(/[?#]/) as [string];
      if (address.startsWith(home)) await keepPage(address, await fetch(address));
    }
  };

  worker.addEventListener('install', () => void worker.skipWaiting());
  worker.addEventListener('activate', (event) => event.waitUntil(begin()));
  worker.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin || pathname.startsWith(given.search)) return;
    if (request.mode === 'navigate') event.respondWith(readPage(event));
    else if (['style', 'script', 'image'].includes(request.destination)) event.respondWith(readPart(event));
  });
}

/** Ends what an earlier build of the site began: the pages it kept, and the worker itself. */
export function retire(worker: Worker): void {
  const end = async () => {
    const { registration } = worker;
    const names = (await caches.keys()).filter((name) => name.startsWith('lede ') && name.endsWith(` ${registration.scope}`));
    await Promise.all(names.map((name) => caches.delete(name)));
    await registration.unregister();
  };
  worker.addEventListener('install', () => void worker.skipWaiting());
  worker.addEventListener('activate', (event) => event.waitUntil(end()));
}
