/** What is left where the browser does not let a script copy: the text, selected. */
import { announce } from './say.ts';
import { say } from './say-later.ts';
import { styled } from './styles.ts';

/** Selects `shown`, or puts `text` into a field after `button` and selects that; says what to press. */
export async function copyByHand(button: HTMLElement, text: string | Promise<string>, shown: Element | undefined): Promise<void> {
  let plain: string;
  try {
    [plain] = await Promise.all([text, styled('asked')]);
  } catch {
    return explain(button, say.unreachable);
  }
  if (shown) {
    getSelection()?.selectAllChildren(shown);
  } else {
    const field = fieldAfter(button);
    field.value = plain;
    field.focus();
    field.select();
  }
  explain(button, say.copyByHand);
}

function fieldAfter(button: HTMLElement): HTMLTextAreaElement {
  const { nextElementSibling: known } = button;
  if (known instanceof HTMLTextAreaElement) return known;
  const field = Object.assign(document.createElement('textarea'), { readOnly: true, rows: 4, ariaLabel: button.textContent });
  button.after(field);
  return field;
}

/** Says `text` where it is seen as well. */
function explain(button: HTMLElement, text: string): void {
  const place = button.parentElement!;
  const known = place.querySelector('.by-hand');
  const note = known ?? Object.assign(document.createElement('p'), { className: 'by-hand' });
  note.textContent = text;
  place.append(note);
  announce(text);
}
