/** Checklists: what a reader ticked is kept in the browser, below the page's path, by the items' stable names. */
import { tell } from './copy.ts';
import { announce, say } from './say.ts';
import { keep, recall } from './store.ts';

/** Remembers what is ticked on the page, and shows how much that is in `bar`. */
export function addProgress(bar: HTMLElement): void {
  const name = `ticks:${location.pathname}`;
  const boxes = [...document.querySelectorAll<HTMLInputElement>('.checks input')];
  const reset = bar.querySelector<HTMLButtonElement>('[data-reset]')!;
  const nameOf = ({ id }: HTMLInputElement) => id.replace('check-', '');
  const ticked = () => boxes.filter(({ checked }) => checked).map(nameOf);
  /** What the last reset took away, until something is ticked. */
  let undone: string[] | undefined;

  const report = () => {
    const done = ticked().length;
    bar.querySelector('output')!.textContent = say.progress.replace('{done}', String(done)).replace('{all}', String(boxes.length));
    reset.textContent = undone ? say.undo : say.reset;
    reset.disabled = done === 0 && !undone;
  };
  const show = (names: readonly string[]) => {
    for (const box of boxes) box.checked = names.includes(nameOf(box));
    report();
  };
  const save = () => {
    if (keep(name, ticked().join(' ')) || bar.querySelector('.unsaved')) return;
    bar.append(Object.assign(document.createElement('p'), { className: 'unsaved', textContent: say.unsaved }));
    announce(say.unsaved);
  };
  const restore = () => show((recall(name) ?? '').split(' '));

  for (const box of boxes) {
    box.addEventListener('change', () => {
      undone = undefined;
      report();
      save();
    });
  }
  reset.addEventListener('click', () => {
    const back = undone;
    undone = back ? undefined : ticked();
    show(back ?? []);
    save();
  });
  bar.addEventListener('click', ({ target }) => {
    const button = target as HTMLElement;
    const format = button.dataset['export'];
    if (format) void import('./checklist-export.ts').then((script) => script.exportList(format === 'csv' ? 'csv' : 'md'), () => tell(button, say.missing));
  });
  // The same list in another tab.
  addEventListener('storage', ({ key }) => key === `lede:${name}` && restore());
  restore();
}
