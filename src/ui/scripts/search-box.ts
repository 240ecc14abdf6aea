/** The search box of every page: the search itself is loaded when somebody uses it. Whatever fails, the form still leads on. */
const form = document.querySelector<HTMLFormElement>('form[role=search]');

if (form) {
  // Without script it leads to all questions.
  form.action = form.dataset['search']!;
  const input = form.querySelector('input')!;
  const open = document.querySelector('[data-unasked]') ? wake(form, input) : offerDialog(form, input);
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) return;
    event.preventDefault();
    open();
  });
}

/** Waits for `part` of the search. Where it fails, or has not come after four seconds, `otherwise` is done. */
function wait<Part>(part: Promise<Part>, then: (part: Part) => void, otherwise: () => void): void {
  const late = setTimeout(otherwise, 4000);
  part.then(then, otherwise).finally(() => clearTimeout(late));
}

/** On any page the search opens above it. */
function offerDialog(form: HTMLFormElement, input: HTMLInputElement): () => void {
  const drawer = form.closest('details');
  const open = () => wait(import('./search-dialog.ts'), ({ openDialog }) => openDialog(form), () => {
    if (drawer) drawer.open = true;
    input.focus();
  });
  input.addEventListener('click', open);
  // A word that is still being composed would be lost on the way.
  input.addEventListener('input', (event) => (event as InputEvent).isComposing || open());
  input.addEventListener('compositionend', open);
  drawer?.querySelector('summary')!.addEventListener('click', (event) => {
    event.preventDefault();
    open();
  });
  return open;
}

/** On the search page the form itself searches: from its first use on, or at once where the address has a query. */
function wake(form: HTMLFormElement, input: HTMLInputElement): () => void {
  const asleep = new AbortController();
  const { signal } = asleep;
  const sorry = document.querySelector<HTMLElement>('[data-late]')!;
  const excuse = () => {
    sorry.hidden = !input.value;
    // What else leads to answers comes back.
    delete document.documentElement.dataset['asked'];
  };
  const load = (next = () => {}, otherwise = excuse) => wait(import('./search-page.ts'), () => {
    asleep.abort();
    sorry.hidden = true;
    next();
  }, otherwise);
  // The question is seen from the start, whatever becomes of the answer.
  input.value ||= new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('focus', () => load(), { signal });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    load(() => form.requestSubmit(), () => form.submit());
  }, { signal });
  // An address that says more than the form's: a query, or a page that is not there.
  if (location.href !== form.action || input.value) load();
  return () => {
    input.focus();
    input.select();
  };
}
