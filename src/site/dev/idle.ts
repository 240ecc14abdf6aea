/** Work for the time when nobody waits for an answer. */
import type { EventEmitter } from 'node:events';

export interface Idle {
  /** Has the work done once, as soon as nobody has waited for a moment. */
  ask(): void;
  /** Somebody waits for an answer until `response` closes. */
  serve(response: EventEmitter): void;
  /** Forgets what was asked for. */
  close(): void;
}

/** How long nobody must have waited, in milliseconds: a page is followed by its parts. */
const quiet = 100;

/** Does `work` when it was asked for and nobody waits. */
export function openIdle(work: () => void): Idle {
  let asked: NodeJS.Timeout | undefined;
  let open = 0;
  const ask = () => {
    clearTimeout(asked);
    asked = setTimeout(() => {
      if (open > 0) return ask();
      asked = undefined;
      work();
    }, quiet);
  };
  return {
    ask,
    serve(response) {
      open += 1;
      response.once('close', () => {
        open -= 1;
        if (asked) ask();
      });
    },
    close: () => clearTimeout(asked),
  };
}
