/** The search as a dialog over any page. */
import { make } from './make.ts';
import { enliven, words as say } from './search-form.ts';
import { styled } from './styles.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens the dialog with a copy of `form`; what was typed into it goes along. */
export async function openDialog(form: HTMLFormElement): Promise<void> {
  await styled('search');
  dialog ??= makeDialog(form);
  const typed = form.querySelector('input')!;
  const input = dialog.querySelector('input')!;
  if (typed.value) {
    input.value = typed.value;
    typed.value = '';
    input.dispatchEvent(new InputEvent('input'));
  }
  if (!dialog.open) dialog.showModal();
  input.focus();
}

function makeDialog(form: HTMLFormElement): HTMLDialogElement {
  const own = form.cloneNode(true) as HTMLFormElement;
  const { view } = enliven(own, ({ query, kind }) => (query ? void view.run(query, kind) : view.clear()));
  const close = make('button', { type: 'button', class: 'close' }, say.close);
  const made = make('dialog', { class: 'seeker', 'aria-label': say.search }, make('div', { class: 'row' }, own, close), view.element);
  close.addEventListener('click', () => made.close());
  // A search box would take the first Escape to empty itself.
  made.addEventListener('keydown', (event) => event.key === 'Escape' && !event.isComposing && made.close());
  // A click beside the dialog is a click on its backdrop, which counts as the dialog itself.
  made.addEventListener('click', ({ target }) => target === made && made.close());
  document.body.append(made);
  return made;
}
