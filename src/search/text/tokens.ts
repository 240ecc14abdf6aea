/** Cutting text into what is indexed and searched. Runs in builds and in browsers: both must cut alike. */
import { latinStopWords } from './stop-words.ts';

/** A piece of normalised text in one script: Han characters only, or a Latin word with what holds its parts together. */
export interface Run {
  han: boolean;
  text: string;
}

const runs = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[._-](?:(?!\p{Script=Han})[\p{L}\p{N}])+)*/gu;
const startsHan = /^\p{Script=Han}/u;

/** The runs of normalised text, in order. */
export function runsOf(text: string): Run[] {
  return (text.match(runs) ?? []).map((run) => ({ han: startsHan.test(run), text: run }));
}

/** Neighbouring pairs of Han characters. A run of one character has none. */
export function hanPairs(run: string): string[] {
  const pairs: string[] = [];
  if (surrogate.test(run)) {
    const chars = [...run];
    for (let at = 1; at < chars.length; at += 1) pairs.push(chars[at - 1]! + chars[at]!);
  } else for (let at = 1; at < run.length; at += 1) pairs.push(run.slice(at - 1, at + 1));
  return pairs;
}

/** Half of a character outside the basic plane. Nearly no Han character is, and cutting by unit is several times as fast. */
const surrogate = /[\uD800-\uDFFF]/;

/**
 * Pairs as they are indexed: the last character gets one too, so that every character begins a token and is found by
 * prefix. What follows it is no character of Chinese: were it left alone, Pagefind would take it for any pair it begins.
 */
function hanTokens(run: string): string[] {
  const pairs = hanPairs(run);
  pairs.push(`${surrogate.test(run) ? [...run].at(-1) : run.at(-1)}z`);
  return pairs;
}

/** The stems of a Latin word's parts, and of the parts joined: `base_url` gives base, url, baseurl. */
export function latinTokens(word: string): string[] {
  const parts = word.split(/[._-]/);
  const joined = parts.length > 1 && parts.length < 4 && !word.includes('.') ? [parts.join('')] : [];
  return [...parts.filter((part) => part.length > 1), ...joined].filter((part) => part.length <= 32).map(stem);
}

/** Everything of normalised `text` that is indexed, in order. */
export function indexTokens(text: string): string[] {
  return runsOf(text).flatMap(({ han, text: run }) => (han ? hanTokens(run) : latinTokens(run).filter((token) => !latinStopWords.has(token))));
}

/** A Latin word without the endings that English hangs on it. It only has to do the same on both sides. */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const single = word.replace(/ies$/, 'y').replace(/([^sui])s$/, '$1');
  const plain = single.length >= 7 ? single.replace(/ing$/, '') : single;
  const base = plain.length >= 6 ? plain.replace(/([^e])ed$/, '$1') : plain;
  return base.length > 4 ? base.replace(/e$/, '').replace(/([bdgmnprt])\1$/, '$1') : base;
}
