/** Cutting a run of Han characters into words: the site's own words first, what lies between them by the browser's dictionary. */
import { hanStopWords } from '../text/stop-words.ts';
import type { Words } from './lexicon.ts';

export interface Word {
  text: string;
  /** Whether the site's lexicon has it. */
  known: boolean;
}

/** The words of `run`, without those that only say how something is asked. */
export function segment(run: string, { han, longest }: Words): Word[] {
  const chars = [...run];
  const words: Word[] = [];
  let between = '';
  const flush = () => {
    words.push(...dictionaryWords(between).filter((text) => !stopWords.has(text)).map((text) => ({ text, known: false })));
    between = '';
  };
  for (let at = 0; at < chars.length; ) {
    const known = longestAt(chars, at, han, longest);
    if (known === undefined) between += chars[at];
    else {
      flush();
      if (!stopWords.has(known)) words.push({ text: known, known: true });
    }
    at += known === undefined ? 1 : [...known].length;
  }
  flush();
  return words;
}

export const stopWords = new Set(hanStopWords);

function longestAt(chars: readonly string[], at: number, han: ReadonlySet<string>, longest: number): string | undefined {
  for (let length = Math.min(longest, chars.length - at); length > 1; length -= 1) {
    const word = chars.slice(at, at + length).join('');
    if (han.has(word) || stopWords.has(word)) return word;
  }
  return undefined;
}

/** The words of `text` by the browser's dictionary. What it leaves as single characters in a row is one word that it does not know. */
export function dictionaryWords(text: string): string[] {
  if (!segmenter) return text.split(longStopWord).filter(Boolean); // Firefox before 125
  const words: string[] = [];
  let open = false;
  for (const { segment: word } of segmenter.segment(text)) {
    const single = [...word].length === 1 && !stopWords.has(word);
    if (single && open) words[words.length - 1] += word;
    else words.push(word);
    open = single;
  }
  return words;
}

const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;
/** The stop words of more than one character. */
export const longStopWord = new RegExp(hanStopWords.filter((word) => word.length > 1).join('|'));
