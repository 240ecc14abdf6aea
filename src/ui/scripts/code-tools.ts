/** The buttons above every block of code: fill in, wrap, copy. */
import { copy, tell } from './copy.ts';
import { say } from './say.ts';
import { keep, recall } from './store.ts';

const root = document.documentElement;

/** Adds the buttons. Whether long lines wrap is the reader's choice for all pages. */
export function addCodeTools(): void {
  const wraps: HTMLButtonElement[] = [];
  const wrap = (on: boolean) => {
    root.toggleAttribute('data-wrap', on);
    for (const button of wraps) button.ariaPressed = String(on);
  };
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('code')!;
    const tools = Object.assign(document.createElement('div'), { className: 'code-tools' });
    const add = (label: string, act: (button: HTMLButtonElement) => void) => {
      const button = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
      button.onclick = () => act(button);
      tools.append(button);
      return button;
    };
    if (code.querySelector('.placeholder')) {
      add(say.fill, (button) => void import('./fill.ts').then((script) => script.toggleFields(figure, button), () => tell(button, say.missing))).ariaExpanded = 'false';
    }
    wraps.push(add(say.wrap, () => {
      const on = !root.hasAttribute('data-wrap');
      wrap(on);
      keep('wrap', on ? '1' : '');
    }));
    add(say.copy, (button) => void copy(button, code.textContent, code));
    figure.querySelector('pre')!.before(tools);
  }
  wrap(recall('wrap') === '1');
}
