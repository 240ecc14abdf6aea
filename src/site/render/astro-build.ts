/** Astro's build, in a process of its own. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Lang } from '#model/problem.ts';
import type { Page } from './page.ts';

/** One run of Astro: `into/server`, `into/client` and `into/shell.json` are what it leaves. */
export interface AstroRun {
  /** The project, without symbolic links: Astro compares it with its working directory. */
  root: string;
  /** An empty folder below `root`. */
  into: string;
  base: string;
  /** Rules of the site itself, put at the end of the stylesheet. */
  styles: string;
  /** What the scripts of pages speak. */
  lang: Lang;
  /** Pages that Astro shall write itself into `into/client`. None but in tests, which compare them with render.ts. */
  pages: Page[];
}

type Answer = { ok: true } | { ok: false; message: string; code?: string | undefined };

/**
 * Runs Astro's build in a process of its own: Astro wants its root as working directory, sets NODE_ENV, and leaves
 * some hundred megabytes behind. Rejects with a sentence, and the code of the system where that was it.
 */
export function runAstro(run: AstroRun): Promise<void> {
  const child = fork(fileURLToPath(new URL('./astro-child.ts', import.meta.url)), {
    cwd: run.root,
    env: { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' },
    execArgv: [],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let answer: Answer | undefined;
  let noise = '';
  child.stderr?.on('data', (chunk) => (noise = (noise + chunk).slice(-2000)));
  child.once('message', (message) => (answer = message as Answer));
  child.send(run, () => {}); // a child that could not start says so through `close`
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (answer?.ok) return resolve();
      const why = answer?.message ?? `the process of Astro ended early (${signal ?? `exit code ${code}`})${noise && `:\n${noise}`}`;
      reject(Object.assign(new Error(`The page templates could not be compiled: ${why}`), { code: answer?.code }));
    });
  });
}
