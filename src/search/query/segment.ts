/** Cutting a run of Han characters into words: the site's own words first, what lies between them by the browser's dictionary. */
import type { Words } from './lexicon.ts';

export interface Word {
  text: string;
  /** Whether the site's lexicon has it. */
  known: boolean;
}

/** The words of `run`, without those that only say how something is asked. */
export function segment(run: string, { han, longest, stop }: Words): Word[] {
  const chars = [...run];
  const words: Word[] = [];
  let between = '';
  const flush = () => {
    words.push(...dictionaryWords(between, stop).filter((text) => !stop.has(text)).map((text) => ({ text, known: false })));
    between = '';
  };
  for (let at = 0; at < chars.length; ) {
    const known = longestAt(chars, at, [han, stop], longest);
    if (known === undefined) between += chars[at];
    else {
      flush();
      if (!stop.has(known)) words.push({ text: known, known: true });
    }
    at += known === undefined ? 1 : [...known].length;
  }
  flush();
  return words;
}

function longestAt(chars: readonly string[], at: number, known: readonly ReadonlySet<string>[], longest: number): string | undefined {
  for (let length = Math.min(longest, chars.length - at); length > 1; length -= 1) {
    const word = chars.slice(at, at + length).join('');
    if (known.some((words) => words.has(word))) return word;
  }
  return undefined;
}

/** The words of `text` by the browser's dictionary. What it leaves as single characters in a row is one word that it does not know. */
export function dictionaryWords(text: string, stop: ReadonlySet<string>): string[] {
  if (!segmenter) return text.split(longWordOf(stop)).filter(Boolean); // Firefox before 125
  const words: string[] = [];
  let open = false;
  for (const { segment: word } of segmenter.segment(text)) {
    const single = [...word].length === 1 && !stop.has(word);
    if (single && open) words[words.length - 1] += word;
    else words.push(word);
    open = single;
  }
  return words;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
/** Fits the words of more than one character; none of an empty list. */
export function longWordOf(words: Iterable<string>): RegExp {
  return new RegExp([...words].filter((word) => word.length > 1).join('|') || '(?!)');
}
