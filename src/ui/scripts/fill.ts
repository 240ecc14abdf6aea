/**
 * A reader's own values in place of the placeholders: typed once, shown and copied in every block of the page.
 * They are kept in the page alone, for as long as it is open. Nothing here may store, send or log them.
 */
import { say } from './say-later.ts';
import { styled } from './styles.ts';

const places = Map.groupBy(document.querySelectorAll<HTMLElement>('.code .placeholder'), ({ textContent }) => textContent);
const tokens = new Map([...places].flatMap(([token, elements]) => elements.map((element) => [element, token] as const)));

/** Shows or hides the fields of the block `figure`, which `button` opens. */
export async function toggleFields(figure: HTMLElement, button: HTMLButtonElement): Promise<void> {
  await styled('asked');
  const panel = figure.querySelector<HTMLElement>('.fields') ?? makePanel(figure);
  const open = button.ariaExpanded !== 'true';
  panel.hidden = !open;
  button.ariaExpanded = String(open);
  if (open) panel.querySelector('input')!.focus();
}

function makePanel(figure: HTMLElement): HTMLElement {
  const own = new Set(Array.from(figure.querySelectorAll<HTMLElement>('.placeholder'), (place) => tokens.get(place)!));
  const panel = Object.assign(document.createElement('div'), { className: 'fields' });
  panel.append(...[...own].map(makeField), Object.assign(document.createElement('p'), { textContent: say.fillNote }));
  figure.querySelector('pre')!.before(panel);
  return panel;
}

function makeField(token: string): HTMLElement {
  const label = document.createElement('label');
  const input = Object.assign(document.createElement('input'), { type: 'text', autocomplete: 'off' as const, autocapitalize: 'off', spellcheck: false });
  input.dataset['token'] = token;
  input.value = valueOf(token);
  input.addEventListener('input', () => fillIn(token, input.value));
  const [before, after] = say.replace.split('{token}') as [string, string];
  label.append(before, Object.assign(document.createElement('code'), { textContent: token }), after, input);
  return label;
}

function fillIn(token: string, value: string): void {
  for (const place of places.get(token)!) {
    place.textContent = value || token;
    place.classList.toggle('filled', value !== '');
  }
  for (const field of document.querySelectorAll<HTMLInputElement>('.fields input')) {
    if (field.dataset['token'] === token && field.value !== value) field.value = value;
  }
}

function valueOf(token: string): string {
  const [first] = places.get(token)!;
  return first!.classList.contains('filled') ? first!.textContent : '';
}
