/** The JSON-LD node that kinds share whose entries are articles. */
import type { Entry } from './entry.ts';
import type { GraphContext } from './kind.ts';

/** The entry as an article: https://schema.org/Article */
export function articleNode<Type extends 'TechArticle' | 'BlogPosting'>(type: Type, { data }: Entry, { url, lang, updated, author, publisher }: GraphContext) {
  return {
    '@type': type,
    '@id': `${url}#main`,
    headline: data.title,
    abstract: data.shortAnswer,
    inLanguage: lang,
    datePublished: data.published,
    dateModified: updated,
    author,
    publisher,
    mainEntityOfPage: { '@id': url },
  };
}
