/** Why a tool will not do what it was asked to: two sentences, what is wrong and what to type instead. */
import type { Words } from '#model/problem.ts';

/** Nothing was changed when this is thrown. */
export class Refusal extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(en);
    this.words = { zh, en };
  }
}
