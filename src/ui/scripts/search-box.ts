/** The search box of every page: the search itself is loaded when somebody uses it. Whatever fails, the form still leads to the search page. */
const form = document.querySelector<HTMLFormElement>('form[role=search]');

// The search page has its own script.
if (form && !document.querySelector('[data-all-questions]')) {
  const drawer = form.closest('details');
  const input = form.querySelector('input')!;
  const open = () => {
    import('./search-dialog.ts').then(({ openDialog }) => openDialog(form), () => {
      if (drawer) drawer.open = true;
      input.focus();
    });
  };
  const openInstead = (event: Event) => {
    event.preventDefault();
    open();
  };
  input.addEventListener('click', open);
  input.addEventListener('input', open);
  drawer?.querySelector('summary')!.addEventListener('click', openInstead);
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !(event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')) openInstead(event);
  });
}
