/** A handbook as a script: its files and edits are made, its commands run, one after the other, in one folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '#site/project.ts';

/** One fenced block: ```` ```diff title="answers/a.mdx" ````. */
export interface Block {
  /** Line of the handbook on which the fence stands, from 1. */
  line: number;
  language: string;
  /** File that it shows, below the working directory. */
  title: string | undefined;
  text: string;
}

/** A command and what is shown of its output, one line an item. */
export interface Exchange {
  command: string;
  output: string;
}

/** The fenced blocks of Markdown. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^(`{3,})([\w-]*)(?: title="([^"]*)")?\n([\s\S]*?)^\1$/gm)].map(({ index, 2: language, 3: title, 4: text }) => ({ line: markdown.slice(0, index).split('\n').length, language: language!, title, text: text! }));
}

/** The exchanges of a console block: a command starts with `$ `, its output follows. */
export function exchangesOf({ text }: Block): Exchange[] {
  return text.split(/^\$ /m).slice(1).map((part) => {
    const [command = '', ...output] = part.trimEnd().split('\n');
    return { command, output: output.join('\n') };
  });
}

/** Writes the file that a block shows, or makes the edit that a `diff` shows. Throws when the edit does not fit. */
export function applyBlock({ language, title, text, line }: Block, dir: string): void {
  const file = join(dir, title!);
  mkdirSync(dirname(file), { recursive: true });
  if (language !== 'diff') return writeFileSync(file, text);
  const side = (sign: string) => text.split('\n').filter((row) => row.startsWith(' ') || row.startsWith(sign)).map((row) => `${row.slice(1)}\n`).join('');
  const before = readFileSync(file, 'utf8');
  if (before.split(side('-')).length !== 2) throw new Error(`The edit at line ${line} does not fit ${title}.`);
  writeFileSync(file, before.replace(side('-'), () => side('+')));
}

/** Verbs that go on until they are ended, and what they need so that no port is taken. */
const lasting: Record<string, string[]> = { dev: ['--port', '0'], preview: ['--port', '0'], '--watch': [] };

/** A content folder chosen outside is none of the handbook's. */
const { LEDE_CONTENT: _, ...otherEnv } = process.env;

/** What `lede …` prints on both channels when it runs in `dir`; of a command that goes on, as many lines as `lines`. */
export async function runLede(command: string, dir: string, lines: number, env: Record<string, string>): Promise<string> {
  const args = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!).slice(1);
  const endless = Object.keys(lasting).find((verb) => args.includes(verb));
  const child = spawn(process.execPath, [join(projectRoot, 'src/cli/lede.js'), ...args, ...(endless ? lasting[endless]! : [])], { cwd: dir, env: { ...otherEnv, NO_COLOR: '1', ...env } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (endless && output.split('\n').length > lines) child.kill();
    });
  }
  await once(child, 'close');
  return output.trimEnd();
}

/** `output` without what differs from run to run, from machine to machine, and with each output that is added to the generator. */
export function steady(output: string): string {
  return output.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:PORT').replace(/\d+\.\d 秒/g, 'TIME 秒').replace(/\d+ 个文件，都在/, 'N 个文件，都在').replace(/[ \t]+$/gm, '');
}
