/** The site while it is being written: reloaded whenever a content file changes, always made of what is sound. */
import { fork, type ChildProcess } from 'node:child_process';
import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { digest } from '#lib/hash.ts';
import { once } from '#lib/once.ts';
import { bareShelf } from '#lib/shelf.ts';
import { pathBelow } from '#lib/url.ts';
import type { SiteConfig } from '#model/config.ts';
import { searchFolder } from '#search/index/files.ts';
import { withImages } from '../images/images.ts';
import { readSite, type Loaded, type LoadOptions, type Read, type WatchOptions } from '../load.ts';
import { openMemory } from '../memory.ts';
import type { Page } from '../pages/page.ts';
import { draftPages, shownDrafts, type ShownDrafts } from './drafts.ts';
import { openIdle } from './idle.ts';
import { shownProblems, type ShownProblem } from './problems.ts';
import { openView, type View } from './view.ts';

export interface DevSite {
  /** The page at an address, which is noted as shown; where there is none, the one that says so. Nothing before site.yaml was sound once. */
  page(address: string): Page | undefined;
  /** Whether the page at an address is another than the one that was shown last. */
  isStale(address: string): boolean;
  /** The asset at an address, or where it may be one, the machine output. */
  file(address: string, mayBeOutput: boolean): Promise<string | Uint8Array | undefined>;
  /** The settings of the site; none before site.yaml was sound once. */
  config(): SiteConfig | undefined;
  /** What the last check found wrong with the site, as pages show it. */
  problems(): ShownProblem[];
  /** What the page at an address says of drafts. */
  drafts(address: string): ShownDrafts | undefined;
  /** Reads the files at `paths`, which changed. */
  reload(paths: ReadonlySet<string>): void;
  /** Checks the site as soon as nobody waits for an answer, once all of it has been read beside if nothing was known of it; a change is checked by itself. */
  check(): void;
  /** Somebody waits for an answer until `response` closes. */
  serve(response: EventEmitter): void;
  /** `tell` is told what each check finds. */
  onCheck(tell: (loaded: Loaded) => void): void;
  /** Ends what is still to be done. */
  close(): void;
}

/** Opens the site in a content folder, shown below the path `base`. `onFailure` is told when something cannot be read: what was shown before stays, and with the next change it is tried again. */
export function openDevSite(options: WatchOptions, base: string, onFailure: (error: unknown) => void = () => undefined): DevSite {
  const memory = openMemory(options.contentDir);
  const asOfNow = (): LoadOptions => ({ ...options, today: options.today() });
  let isLearned = !memory.files.isEmpty();
  let learning: ChildProcess | undefined;
  let read: Read;
  let view: View | undefined;
  let problems: ShownProblem[] = [];
  const shown = new Map<string, string>();
  const listeners: ((loaded: Loaded) => void)[] = [];
  const attempt = <Value>(act: () => Value): Value | undefined => {
    try {
      return act();
    } catch (error) {
      return void onFailure(error);
    }
  };
  const take = (next: Read) => {
    read = next;
    // While site.yaml is broken there is no site; the last one stays until it is mended.
    if (read.edition) view = openView(read.edition, once(() => draftPages(next)));
  };
  const idle = openIdle(() => (isLearned ? attempt(checkNow) : learn()));
  const check = () => {
    if (!learning) idle.ask();
  };
  const checkNow = () => {
    const loaded = read.check();
    withImages(loaded).then((seen) => loaded.edition === read.edition && show(seen)).catch(onFailure);
    // What all pages ask of the site as a whole is found out before somebody waits for one.
    loaded.edition?.site.relations('');
    loaded.edition?.inbound('');
    loaded.edition?.uses('');
  };
  const show = (loaded: Loaded) => {
    problems = shownProblems(loaded);
    listeners.forEach((tell) => tell(loaded));
  };
  const learn = () => {
    learning = fork(fileURLToPath(new URL('learn.ts', import.meta.url)), [JSON.stringify(asOfNow())], { execArgv: [], stdio: 'ignore' });
    learning.once('close', () => {
      learning = undefined;
      isLearned = true;
      attempt(() => take(readSite(asOfNow(), openMemory(options.contentDir))));
      check();
    });
  };
  // Compiling ten thousand bodies takes half a minute: pages can be seen in the meantime.
  take(isLearned ? readSite(asOfNow(), memory) : readSite({ ...asOfNow(), bodiesLater: true }, { ...memory, files: bareShelf }));
  return {
    page(address) {
      const path = pathBelow(base, address);
      const page = view?.page(path);
      shown.set(path, digestOf(page));
      return page;
    },
    isStale(address) {
      const path = pathBelow(base, address);
      return shown.has(path) && attempt(() => shown.get(path) !== digestOf(view?.page(path))) === true;
    },
    async file(address, mayBeOutput) {
      const path = pathBelow(base, address);
      if (path.startsWith(searchFolder)) return view?.searchFile(path);
      const asset = read.assets.files.get(path);
      return asset ? readFileSync(asset) : mayBeOutput ? view?.output(path) : undefined;
    },
    config: () => view?.config,
    problems: () => problems,
    drafts: (address) => shownDrafts(read, pathBelow(base, address)),
    reload(paths) {
      attempt(() => {
        take(read.reread(paths, options.today()));
        check();
      });
    },
    check,
    serve: idle.serve,
    onCheck: (tell) => void listeners.push(tell),
    close() {
      idle.close();
      learning?.removeAllListeners('close').kill();
    },
  };
}

function digestOf(page: Page | undefined): string {
  return digest(JSON.stringify(page) ?? '');
}
