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

/** Without sound settings nothing is known of categories and tags. */
export function brokenSettings(): Refusal {
  return new Refusal('site.yaml 有错误，不知道有哪些分类。先运行 lede check，改好它。', 'site.yaml has errors, so its categories are not known. Run lede check and mend it first.');
}
