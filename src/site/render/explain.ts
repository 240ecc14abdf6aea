/** What Astro, Vite and Rolldown throw, in one line. */
import { relative } from 'node:path';
import { getSystemErrorName, stripVTControlCharacters } from 'node:util';

interface BuildError {
  message?: string;
  id?: string;
  loc?: { file?: string; line?: number; column?: number };
  /** What the bundler collected; its own message repeats them with frames and stack traces. */
  errors?: BuildError[];
}

/** The system's name for what kept a file from being written, such as ENOSPC. Rolldown gives its number, in a text that asks for a report of itself. */
export function systemCodeOf(error: unknown): string | undefined {
  const { code, syscall, message = '' } = error as NodeJS.ErrnoException;
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  return number ? getSystemErrorName(-Number(number)) : syscall && code;
}

/** One line for an error of Astro, Vite or Rolldown: file, line and column, then what is wrong. */
export function explain(error: unknown, root: string): string {
  const { message, id, loc } = (error as BuildError).errors?.[0] ?? (error as BuildError);
  const file = loc?.file ?? id;
  const place = file ? [relative(root, file), loc?.line, loc?.column].filter(Boolean).join(':') : '';
  const text = stripVTControlCharacters(message ?? String(error))
    .split('\n', 1)
    .join()
    .replace(/^\[[A-Z_]+\] /, '')
    .replaceAll(`${root}/`, '');
  return place ? `${place}: ${text}` : text;
}
