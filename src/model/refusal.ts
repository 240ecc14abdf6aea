/** Why the command will not do what it was asked to: two sentences, what is wrong and what to type instead. */
import type { Words } from './problem.ts';

/** A failure that a user can put right. Unless it says otherwise, nothing was changed when this is thrown. */
export class Refusal extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(en);
    this.words = { zh, en };
  }
}
