/** On the page that readers are sent to with a question: shows it, ready to be copied into whatever channel they choose. No server needed. */
import { en, zh } from '#model/words/search.ts';
import { make } from './make.ts';
import { styled } from './styles.ts';

const question = new URLSearchParams(location.search).get('question')?.trim().slice(0, 500);
const opening = document.querySelector('h1')?.parentElement;

if (question && opening) {
  const say = import.meta.env.LEDE_LANG === 'zh' ? zh : en;
  const text = make('textarea', { rows: '3', 'aria-label': say.yourQuestion });
  text.value = question;
  const copy = make('button', { type: 'button' }, say.copy);
  const told = make('p', { 'aria-live': 'polite' }, say.takeAlong);
  copy.addEventListener('click', async () => {
    text.select();
    // Selected in any case: pages without https may not write to the clipboard.
    told.textContent = await (navigator.clipboard?.writeText(text.value) ?? Promise.reject(new Error())).then(() => say.copied, () => say.copyYourself);
  });
  const section = make('section', { class: 'carried', 'aria-label': say.yourQuestion }, make('h2', {}, say.yourQuestion), text, told, copy);
  void styled('search').then(() => opening.after(section));
}
