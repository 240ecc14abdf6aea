/** Tabs: without this script all of them stand one below the other. https://www.w3.org/WAI/ARIA/apg/patterns/tabs/ */
import { keep, recall } from './store.ts';

interface Group {
  element: Element;
  tabs: HTMLButtonElement[];
  panels: HTMLElement[];
}

/** Labels that the reader chose, the latest first. A group opens at the first of them that it has. */
let chosen: string[] = [];
const groups: Group[] = [];

/** Turns the page's groups into tabs. */
export function addTabs(): void {
  chosen = recall('tabs')?.split('\n') ?? [];
  for (const [index, element] of document.querySelectorAll('.tabs').entries()) groups.push(makeGroup(element, `tabs-${index}`));
  for (const group of groups) show(group);
}

function makeGroup(element: Element, id: string): Group {
  const list = document.createElement('div');
  list.role = 'tablist';
  const panels = [...element.querySelectorAll<HTMLElement>(':scope > .tab')];
  const tabs = panels.map((panel, index): HTMLButtonElement => {
    const label = panel.querySelector<HTMLElement>('.tab-label')!;
    const tab = Object.assign(document.createElement('button'), { type: 'button', id: `${id}-${index}`, role: 'tab', textContent: label.textContent });
    label.hidden = true;
    panel.id = `${id}-${index}-panel`;
    panel.role = 'tabpanel';
    panel.setAttribute('aria-labelledby', tab.id);
    tab.setAttribute('aria-controls', panel.id);
    tab.onclick = () => choose(tab);
    // Searching in the page finds what is hidden, and opens it.
    panel.addEventListener('beforematch', () => choose(tab));
    return tab;
  });
  list.append(...tabs);
  list.addEventListener('keydown', (event) => {
    const at = tabs.indexOf(event.target as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : tabs.at(to % tabs.length);
    if (!next) return;
    event.preventDefault();
    choose(next);
    next.focus();
  });
  element.prepend(list);
  return { element, tabs, panels };
}

function choose(tab: HTMLButtonElement): void {
  const label = tab.textContent;
  chosen = [label, ...chosen.filter((other) => other !== label)].slice(0, 20);
  keep('tabs', chosen.join('\n'));
  const before = tab.getBoundingClientRect().top;
  for (const group of groups) show(group);
  // Groups above may have changed their height; what the reader looks at stays where it is.
  scrollBy({ top: tab.getBoundingClientRect().top - before, behavior: 'instant' });
}

function show({ element, tabs, panels }: Group): void {
  const label = chosen.find((wanted) => tabs.some(({ textContent }) => textContent === wanted));
  const open = Math.max(0, tabs.findIndex(({ textContent }) => textContent === label));
  element.setAttribute('data-open', '');
  for (const [index, tab] of tabs.entries()) {
    tab.ariaSelected = String(index === open);
    tab.tabIndex = index === open ? 0 : -1;
    if (index === open) panels[index]!.removeAttribute('hidden');
    else panels[index]!.setAttribute('hidden', 'until-found');
  }
}
