/** Noto Sans SC in the pieces in which a package carries it, each with the characters that it has: only those in use are read. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Font } from 'satori';

const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json'));

/** The fonts, each piece a family of its own, that together have the characters of `text`, as far as the family has them. About 2 ms a piece. */
export function fontsFor(text: string): Font[] {
  const wanted = [...new Set(text)].map((char) => char.codePointAt(0)!);
  const pieces = readPieces().filter(({ ranges }) => wanted.some((code) => ranges.some(([first, last]) => code >= first && code <= last)));
  return weights.flatMap((weight) => pieces.map(({ name }): Font => ({ name: `Noto Sans SC ${name}`, weight, style: 'normal', data: readFileSync(join(folder, 'files', `noto-sans-sc-${name}-${weight}-normal.woff`)) })));
}

const weights = [400, 700] as const;

function readPieces(): { name: string; ranges: (readonly [first: number, last: number])[] }[] {
  const ranges = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([name, list]) => ({ name: name.replace(/[[\]]/g, ''), ranges: list.split(',').map(readRange) }));
}

/** `U+4e00-4e0f` or `U+4e00`. */
function readRange(range: string): readonly [number, number] {
  const [first = '', last = first] = range.slice(2).split('-');
  return [parseInt(first, 16), parseInt(last, 16)];
}
