/** Copying: every button that has something to copy, and what it says then. */
import { announce, say } from './say.ts';

/** Makes the page's buttons copy: `data-copy` is the text itself, `data-copy-from` the address of a text. */
export function addCopying(): void {
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-copy], [data-copy-from]');
    if (button) void copy(button, button.dataset['copy'] ?? fetchText(button.dataset['copyFrom']!));
  });
}

/** Copies `text` for `button`. Where the browser refuses, the text is selected: `shown` if it stands on the page, else in a field. */
export async function copy(button: HTMLElement, text: string | Promise<string>, shown?: Element): Promise<void> {
  try {
    await write(text);
    tell(button, say.copied);
  } catch {
    await import('./copy-by-hand.ts').then((script) => script.copyByHand(button, text, shown), () => tell(button, say.missing));
  }
}

async function write(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  // Safari lets only a promise be written after a touch, not what the promise brings later.
  return navigator.clipboard.write([new ClipboardItem({ 'text/plain': text.then((plain) => new Blob([plain], { type: 'text/plain' })) })]);
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

/** Says `text` on `button` for a moment, and to screen readers. */
export function tell(button: HTMLElement, text: string): void {
  const label = (button.dataset['label'] ??= button.textContent);
  button.textContent = text;
  announce(text);
  setTimeout(() => (button.textContent = label), 2000);
}
