/** The part of Pagefind's JS API that is used here, with types. https://pagefind.app/docs/api/ */

export interface PagefindHit {
  /** Number of the page and, behind a dot, name of its card. */
  id: string;
  score: number;
  /** Fields that hold the word. */
  matchedMetaFields: string[];
}

export interface PagefindIndex {
  search(word: string, options?: { filters?: Record<string, string> }): Promise<{ results: PagefindHit[] }>;
}

/** The module `pagefind.js` of an index; `setFetch` is put there when the index is built. */
export interface PagefindModule {
  setFetch(fetch: (address: string) => Promise<Response>): void;
  createInstance(options: { basePath: string; noWorker: true; ranking: Ranking; metaCacheTag: string }): PagefindIndex;
}

interface Ranking {
  diacriticSimilarity: number;
  metaWeights: Record<string, number>;
}

/** How much a word counts in each field. */
export const ranking: Ranking = {
  diacriticSimilarity: 0,
  metaWeights: { title: 3, asks: 2.5, names: 3, answer: 1.5, topics: 1, english: 1.5, synonyms: 1, body: 0.6 },
};
