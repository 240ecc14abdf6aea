/** The browser windows that show the site while it is being written. */
import type { AstroIntegration } from 'astro';
import { problemsEvent, type Hello } from './problems.ts';
import type { DevSite } from './site.ts';

export interface Windows {
  /** Loads those again whose page is another now; with `all`, every one. */
  renew(all: boolean): void;
  /** Tells each what is wrong now, if that is not what it knows. */
  tell(): void;
}

/** The windows connected to `server`, which show pages of `site`. */
export function openWindows(server: WebSocketServer, site: DevSite): Windows {
  const opened = new WeakMap<WebSocketClient, Opened>();
  const renew = (window: WebSocketClient, all: boolean): void => {
    const known = opened.get(window);
    if (known && (all || site.isStale(known.address))) window.send({ type: 'full-reload' });
  };
  const tell = (window: WebSocketClient): void => {
    const known = opened.get(window);
    const problems = site.problems();
    const told = JSON.stringify(problems);
    if (!known || known.told === told) return;
    known.told = told;
    window.send(problemsEvent, problems);
  };
  server.on(problemsEvent, ({ address }: Hello, window) => {
    opened.set(window, { address, told: '' });
    tell(window);
    renew(window, false);
  });
  return {
    renew: (all) => server.clients.forEach((window) => renew(window, all)),
    tell: () => server.clients.forEach(tell),
  };
}

/** Vite's, as Astro hands it on. */
type WebSocketServer = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server']['ws'];
type WebSocketClient = WebSocketServer['clients'] extends Set<infer Client> ? Client : never;

/** What a window shows. */
interface Opened extends Hello {
  /** The problems that it was told of, as JSON. */
  told: string;
}
