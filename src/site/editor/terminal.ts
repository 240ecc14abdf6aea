/** Asking an editor on a terminal. */
import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';

export interface Terminal {
  input: Readable;
  output: Writable;
}

export interface Questions {
  /** Asks for what is not `given`; nothing typed means `fallback`. An answer that `check` refuses is explained and asked for again. */
  ask(given: string | undefined, label: string, fallback: string, check?: (value: string) => void): Promise<string>;
  tell(text: string): void;
}

/** What `asking` makes of the answers. Throws Refusal where input ends before they are all given. */
export async function askOn<Result>({ input, output }: Terminal, lang: Lang, asking: (questions: Questions) => Promise<Result>): Promise<Result> {
  const lines = createInterface({ input, output });
  const ended = new AbortController();
  lines.once('close', () => ended.abort());
  const tell = (text: string) => void output.write(`${text}\n`);
  try {
    return await asking({
      tell,
      async ask(given, label, fallback, check = () => undefined) {
        for (let value = given; ; value = undefined) {
          value ??= (await lines.question(fallback ? `${label} [${fallback}] ` : `${label} `, { signal: ended.signal })).trim() || fallback;
          try {
            check(value);
            return value;
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            tell(error.words[lang]);
          }
        }
      },
    });
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
    throw new Refusal('没有答完，什么都没有写。再运行一次，或把答案写成选项。', 'The questions were not answered to the end, and nothing was written. Run it again, or give the answers as options.');
  } finally {
    lines.close();
  }
}
