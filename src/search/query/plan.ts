/** From what a reader typed or pasted to at most twelve terms. */
import { latinStopWords } from '../text/stop-words.ts';
import { hanPairs, latinTokens, runsOf } from '../text/tokens.ts';
import type { Normalise } from '../text/normalise.ts';
import { closestStem } from './correct.ts';
import type { Words } from './lexicon.ts';
import { segment } from './segment.ts';

/** One token to be searched. */
export interface Term {
  token: string;
  /** How much it counts beside the others. */
  weight: number;
  /** The word that it was cut from, as normalised. */
  word: string;
  /** How sure it is that the reader meant this word: 1 where nothing was corrected. */
  trust?: number;
  /** Whether the site does not have the word at all, which is known of Latin words before searching. */
  unknown?: boolean;
}

export interface Plan {
  /** The query, normalised and cut to a size that can be searched. */
  text: string;
  /** In the order of the query. */
  terms: Term[];
  /** Whether nothing in the query says what it is about: asking words, numbers that the site does not have. */
  onlyAsks: boolean;
}

const maxLength = 4000;
/** So many searches are made for one query. */
export const maxTerms = 12;

/** Plans the search for `query`. A query of nothing but stop words is searched by them. */
export function planQuery(query: string, words: Words, normalise: Normalise): Plan {
  const text = normalise(query.slice(0, maxLength)).trim();
  const runs = runsOf(text);
  const found = runs.flatMap(({ han, text: run }) => (han ? hanTerms(run, words) : latinTerms(run, words)));
  found.push(...joined(runs.map(({ han, text: run }) => (han ? '' : run)), words));
  const onlyAsks = found.length === 0;
  if (onlyAsks) found.push(...runs.flatMap(({ han, text: run }) => (han ? pairs(run) : latinTokens(run)).map((token) => ({ token, weight: 0.5, word: run, priority: 0 }))));
  // Among words that the site knows, one that it does not know says little: pasted errors are full of them.
  const known = found.filter(({ token, unknown }) => !unknown && words.latin.has(token)).length;
  return { text, onlyAsks, terms: choose(found.map((term) => (term.unknown ? { ...term, weight: 1 / (1 + known) } : term))) };
}

interface Candidate extends Term {
  /** Which terms stay where there are too many. */
  priority: number;
}

function hanTerms(run: string, words: Words): Candidate[] {
  return segment(run, words).flatMap(({ text, known }) =>
    pairs(text).map((token) => ({ token, word: text, weight: token.length > 1 ? 1 : 0.5, priority: known ? 3 : token.length > 1 ? 1.5 : 0.5 })),
  );
}

/** The pairs inside a word; a word of one character is itself. */
function pairs(word: string): string[] {
  const tokens = hanPairs(word);
  return tokens.length > 0 ? tokens : [word];
}

function latinTerms(run: string, words: Words): Candidate[] {
  const parts = latinTokens(run);
  return parts.filter((token) => !latinStopWords.has(token)).flatMap((token, index): Candidate[] => {
    const isJoined = parts.length > 1 && index === parts.length - 1;
    const rarity = words.latin.get(token);
    if (rarity !== undefined) return [{ token, word: run, weight: isJoined ? 0.5 : 1, priority: isStatus(token) ? 4 : 2 + rarity }];
    const meant = /\d/.test(token) ? undefined : closestStem(token, words.latin);
    if (meant !== undefined) return [{ token: meant, word: run, weight: 0.8, trust: 0.8, priority: 1 }];
    if (isJoined || /\d/.test(token) || run.length > 24) return []; // an id, a time or a path says nothing about the question
    return [{ token, word: run, weight: 1, priority: 0, unknown: true }];
  });
}

function isStatus(token: string): boolean {
  return /^[1-5]\d\d$/.test(token);
}

/** Neighbouring Latin words that the site also writes as one: `base url` as `baseurl`. */
function joined(latin: readonly string[], { latin: known }: Words): Candidate[] {
  return latin.flatMap((word, index) => {
    const token = word && latin[index + 1] ? word + latin[index + 1] : '';
    return known.has(token) ? [{ token, word: token, weight: 0.5, priority: 3 }] : [];
  });
}

function choose(found: readonly Candidate[]): Term[] {
  const once = [...new Map([...found].reverse().map((term) => [term.token, term])).values()].reverse();
  const kept = new Set([...once].sort((a, b) => b.priority - a.priority).slice(0, maxTerms));
  return once.filter((term) => kept.has(term)).map(({ priority: _, ...term }) => term);
}
