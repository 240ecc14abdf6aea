/** Stylesheets that no page needs before a reader asks for what they are about. */
import asked from '../styles/asked.css?url';
import search from '../styles/search.css?url';

const addresses = { asked, search };
/** Milliseconds after which one counts as not to be had. */
const patience = 3000;

const fetched: { [Name in keyof typeof addresses]?: Promise<unknown> } = {};

/** Fetches a sheet, once. Is kept when it is there, or cannot be had: what it is about works without it. */
export function styled(name: keyof typeof addresses): Promise<unknown> {
  return (fetched[name] ??= new Promise((done) => {
    setTimeout(done, patience);
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: addresses[name], onload: done, onerror: done }));
  }));
}
