/** The search's own stylesheet, which no page needs before somebody searches. */
import href from '../styles/search.css?url';
import { make } from './make.ts';

/** Is kept when the sheet is there, or cannot be had: then the search works without it. */
export const styled = new Promise<unknown>((done) => {
  const link = make('link', { rel: 'stylesheet', href });
  link.onload = link.onerror = done;
  document.head.append(link);
});
