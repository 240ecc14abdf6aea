/** Answering a query: one search for each term, scores added up, weighed by how much of the query a page covers. */
import { hanPairs } from '../text/tokens.ts';
import type { Card } from './card.ts';
import { closestWord } from './correct.ts';
import type { PagefindHit } from './engine.ts';
import type { OpenIndex } from './open.ts';
import { maxTerms, planQuery, type Term } from './plan.ts';
import { squeeze } from './suggest.ts';

/** A page that was found, with why. */
export interface Hit extends Ranked {
  card: Card;
}

interface Ranked {
  /** Number of the page, and name of its card. */
  id: string;
  score: number;
  /** Share of the query's information that the page holds, from 0 to 1. */
  coverage: number;
  /** Score for each unit of the query's information: how well the page answers, whatever the length of the query. */
  strength: number;
  /** What each term found on the page added to the score, and in which fields it stands. */
  because: { token: string; score: number; fields: readonly string[] }[];
}

export interface Answer {
  /** `results`: the first hit answers; `related`: hits are near, none answers; `none`: there are none. */
  verdict: 'results' | 'related' | 'none';
  terms: Term[];
  hits: Hit[];
}

export const maxHits = 10;
/** Strength below which the best hit is near the question and does not answer it; tuned on content/questions.yaml. */
export const answeringStrength = 0.4;

/** Answers `query`; `filters` narrow it to a kind or a category. Throws SearchUnavailable. */
export async function search(index: OpenIndex, query: string, filters: Record<string, string> = {}): Promise<Answer> {
  const plan = planQuery(query, index.words, index.normalise);
  const found = await Promise.all(plan.terms.map((term) => find(index, term, filters)));
  const corrected = await correct(index, plan.text, found, filters);
  const ranked = rank(corrected, index.lexicon.pages).slice(0, maxHits);
  const hits = await Promise.all(ranked.map(async (hit): Promise<Hit> => ({ ...hit, card: await index.card(hit.id) })));
  const titled = hits.find(({ card }) => squeeze(index.normalise(card.title)) === squeeze(plan.text));
  if (titled) hits.splice(0, 0, ...hits.splice(hits.indexOf(titled), 1)); // who types a title wants that page
  const best = hits[0];
  return {
    verdict: !best ? 'none' : titled || (!plan.onlyAsks && best.strength >= answeringStrength) ? 'results' : 'related',
    terms: corrected.map(({ term }) => term),
    hits,
  };
}

interface Found {
  term: Term;
  hits: readonly PagefindHit[];
}

async function find({ pagefind }: OpenIndex, term: Term, filters: Record<string, string>): Promise<Found> {
  return { term, hits: term.unknown ? [] : (await pagefind.search(term.token, { filters })).results };
}

/** Words that found nothing, replaced by the words of the site from which one character keeps them. */
async function correct(index: OpenIndex, text: string, found: Found[], filters: Record<string, string>): Promise<Found[]> {
  const lost = new Set(found.map(({ term }) => term.word).filter((word) => /^\p{Script=Han}{2,}$/u.test(word)));
  for (const { term, hits } of found) if (hits.length > 0) lost.delete(term.word);
  const known = new Set(found.map(({ term }) => term.token));
  const meant = [...lost].flatMap((word) => {
    const run = text.split(/[^\p{Script=Han}]+/u).find((part) => part.includes(word))!;
    const right = closestWord(run, word, index.words);
    return right ? [{ word, terms: hanPairs(right).filter((token) => !known.has(token)).map((token): Term => ({ token, word: right, weight: 0.8, trust: right.length > 2 ? 0.8 : 0.3 })) }] : [];
  });
  if (meant.length === 0) return found;
  const replaced = new Set(meant.map(({ word }) => word));
  const kept = found.filter(({ term }) => !replaced.has(term.word));
  // Two lost words may be pieces of one name.
  const once = new Map(meant.flatMap(({ terms }) => terms).map((term) => [term.token, term]));
  const more = await Promise.all([...once.values()].slice(0, maxTerms - kept.length).map((term) => find(index, term, filters)));
  return [...kept, ...more];
}

/** How much of a term a page covers that holds it only in its body. */
const bodyShare = 0.5;

function rank(found: readonly Found[], pages: number): Ranked[] {
  const byPage = new Map<string, Ranked & { covered: number }>();
  let whole = 0;
  for (const { term, hits } of found) {
    const information = term.weight * rarity(pages, hits.length);
    whole += information;
    for (const { id, score, matchedMetaFields: fields } of hits) {
      const hit = byPage.get(id) ?? { id, score: 0, coverage: 0, strength: 0, covered: 0, because: [] };
      byPage.set(id, hit);
      hit.score += term.weight * score;
      hit.covered += information * (term.trust ?? 1) * (fields.some((field) => field !== 'body') ? 1 : bodyShare);
      hit.because.push({ token: term.token, score: term.weight * score, fields: [...fields].sort() });
    }
  }
  return [...byPage.values()]
    .map(({ covered, ...hit }) => {
      const coverage = covered / whole;
      const score = hit.score * coverage;
      return { ...hit, score, coverage, strength: score / whole };
    })
    .sort((a, b) => b.score - a.score || parseInt(a.id) - parseInt(b.id));
}

/** Inverse document frequency, as Pagefind computes it. */
function rarity(pages: number, holding: number): number {
  return Math.log(1 + (pages - holding + 0.5) / (holding + 0.5));
}
