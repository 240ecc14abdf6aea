/** Shows the problems of the content, and its drafts, on pages of the dev server and follows each save; runs in the browser, never in a build. */
export {}; // a module: its names are its own

const style = `
:host { all: initial; position: fixed; inset: auto 1rem 1rem; z-index: 2147483647; font: 14px/1.6 system-ui, sans-serif; }
details { max-width: 46rem; margin-inline: auto; max-height: 60vh; overflow: auto; background: #1b1b1f; color: #f2f2f2; border-radius: 8px; box-shadow: 0 4px 24px #0008; }
summary { padding: .5rem 1rem; cursor: pointer; font-weight: 600; }
ol { list-style: none; margin: 0; padding: 0 1rem .5rem; }
li { padding: .5rem 0; border-top: 1px solid #444; overflow-wrap: anywhere; }
code { font-family: ui-monospace, monospace; }
.error code { color: #ffb4a8; }
.warning code { color: #ffd479; }
p { margin: 0; }
a { color: inherit; }
p + p { color: #c8c8c8; }
`;

const host = document.createElement('lede-notes');
const root = host.attachShadow({ mode: 'open' });

/** @param {import('./windows.ts').Notes} notes */
function show({ problems, drafts }) {
  host.remove();
  if (problems.length === 0 && !drafts) return;
  const details = element('details');
  // Warnings wait until they are asked for; errors keep the site from being built.
  details.open = problems.some(({ severity }) => severity === 'error');
  const list = element('ol');
  list.append(...(drafts?.list ?? []).map(draftItem), ...problems.map(item));
  const summary = [drafts?.words ?? '', problems.length > 0 ? `${problems.length} ✗` : ''].filter(Boolean).join(' · ');
  details.append(element('summary', summary), list);
  root.replaceChildren(element('style', style), details);
  document.body.append(host);
}

/** @param {import('./problems.ts').ShownProblem} problem */
function item({ place, rule, severity, message, hint }) {
  const line = element('li');
  line.className = severity;
  const head = element('p');
  head.append(element('code', place), ` ${rule}`);
  line.append(head, element('p', message), element('p', hint));
  return line;
}

/** @param {import('./drafts.ts').ShownDrafts['list'][number]} draft */
function draftItem({ href, file, title }) {
  const line = element('li');
  const link = element('a', title);
  link.href = href;
  const head = element('p');
  head.append(element('code', file), ' ', link);
  line.append(head);
  return line;
}

/**
 * Text only: whatever a problem quotes is shown as it was typed.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 */
function element(name, text = '') {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** @type {EventSource | undefined} */
let server;

/** A window that nobody sees waits: browsers allow six open answers for all windows of a server together. */
function follow() {
  server?.close();
  if (document.hidden) return;
  server = new EventSource(`/@lede/windows?${new URLSearchParams({ address: location.pathname })}`);
  server.addEventListener('notes', ({ data }) => show(JSON.parse(data)));
  server.addEventListener('reload', () => location.reload());
}

document.addEventListener('visibilitychange', follow);
follow();
