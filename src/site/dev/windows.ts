/** The browser windows that show the site while it is being written. */
import type { ServerResponse } from 'node:http';
import type { ShownDrafts } from './drafts.ts';
import type { ShownProblem } from './problems.ts';
import type { DevSite } from './site.ts';

export interface Windows {
  /** A window shows the page at `address` and is told of changes through `response`, until it closes. */
  open(address: string, response: ServerResponse): void;
  /** Loads those again whose page is another now; with `all`, every one. */
  renew(all: boolean): void;
  /** Tells each what is to be said of the site now, if that is not what it knows. */
  tell(): void;
}

/** The windows that show pages of `site`. */
export function openWindows(site: DevSite): Windows {
  const opened = new Map<ServerResponse, Opened>();
  const renew = (window: ServerResponse, { address }: Opened, all: boolean): void => {
    if (all || site.isStale(address)) send(window, 'reload', {});
  };
  const tell = (window: ServerResponse, known: Opened): void => {
    const notes: Notes = { problems: site.problems(), drafts: site.drafts(known.address) };
    const told = JSON.stringify(notes);
    if (known.told === told) return;
    known.told = told;
    send(window, 'notes', notes);
  };
  return {
    open(address, window) {
      const known: Opened = { address, told: nothing };
      opened.set(window.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }), known);
      window.once('close', () => opened.delete(window)).flushHeaders();
      tell(window, known);
      renew(window, known, false);
    },
    renew: (all) => opened.forEach((known, window) => renew(window, known, all)),
    tell: () => opened.forEach((known, window) => tell(window, known)),
  };
}

/** What a page of the dev server says of the site beside what a build would show. */
export interface Notes {
  problems: ShownProblem[];
  drafts?: ShownDrafts | undefined;
}

/** What pages show until they are told otherwise. */
const nothing = JSON.stringify({ problems: [] } satisfies Notes);

/** See https://html.spec.whatwg.org/multipage/server-sent-events.html */
function send(window: ServerResponse, event: string, data: unknown): void {
  window.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** What a window shows. */
interface Opened {
  /** Path of its address, as the browser writes it. */
  address: string;
  /** What it was told, as JSON. */
  told: string;
}
