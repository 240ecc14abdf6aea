/** The switch between light and dark. A choice is remembered; choosing what the system wishes anyway forgets it again. */
const root = document.documentElement.dataset;
const wish = matchMedia('(prefers-color-scheme: dark)');
const button = document.querySelector('[data-theme-switch]')!;
const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')];
const papers = bars.map(({ content }) => content);

const isDark = () => (root['theme'] ?? (wish.matches ? 'dark' : 'light')) === 'dark';

function show(): void {
  button.setAttribute('aria-pressed', String(isDark()));
  bars.forEach((bar) => (bar.content = papers[Number(isDark())]!));
}

/** What was chosen on another page, or before this one was kept for going back. */
function recall(): void {
  try {
    const chosen = localStorage.getItem('theme');
    if (chosen) root['theme'] = chosen;
    else delete root['theme'];
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
  show();
}

button.addEventListener('click', () => {
  const dark = !isDark();
  root['theme'] = dark ? 'dark' : 'light';
  try {
    if (dark === wish.matches) localStorage.removeItem('theme');
    else localStorage.setItem('theme', root['theme']);
  } catch {
    // As above.
  }
  if (dark === wish.matches) delete root['theme'];
  show();
});
wish.addEventListener('change', show);
addEventListener('storage', recall);
addEventListener('pageshow', recall);
