/**
 * The preview of a term. It stands above the line that is being read, where reading is done, or below it where there is no room.
 * It goes with Escape, may be pointed at itself, and stays while it is wanted: https://www.w3.org/TR/WCAG22/#content-on-hover-or-focus
 */
import { announce } from './say.ts';
import { say } from './say-later.ts';
import { styled } from './styles.ts';

/** Milliseconds that a pointer rests before a preview comes, and may be elsewhere before it goes. */
const rest = 180;
const leave = 300;

const definitions = new Map(Array.from(document.querySelectorAll<HTMLElement>('[data-terms] dt'), (term) => [term.querySelector('a')!.href, { name: Array.from(term.children, (part) => part.textContent).join(' '), text: term.nextElementSibling!.textContent }]));
const box = Object.assign(document.createElement('div'), { id: 'preview', className: 'preview', role: 'tooltip', hidden: true });
let shown: HTMLAnchorElement | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows what `link` means, for a reader who asked by pointing, focus or touch. */
export async function preview(link: HTMLAnchorElement, how: 'point' | 'focus' | 'touch'): Promise<void> {
  if (!definitions.has(link.href)) return;
  await styled('asked');
  clearTimeout(timer);
  if (how !== 'point') show(link, how === 'touch');
  else if (link !== shown) timer = setTimeout(() => link.matches(':hover') && show(link, false), rest);
}

function show(link: HTMLAnchorElement, isTouched: boolean): void {
  hide();
  shown = link;
  const { name, text } = definitions.get(link.href)!;
  const lines = [text, ...(isTouched ? [say.follow] : [])].map((line) => Object.assign(document.createElement('p'), { textContent: line }));
  box.replaceChildren(Object.assign(document.createElement('strong'), { textContent: name }), ...lines);
  box.hidden = false;
  link.setAttribute('aria-describedby', box.id);
  place(link);
  if (isTouched) announce(box.innerText);
}

function hide(): void {
  clearTimeout(timer);
  shown?.removeAttribute('aria-describedby');
  shown = undefined;
  box.hidden = true;
}

/** A link may run over two lines: above is above the first, below is below the last. */
function place(link: HTMLAnchorElement): void {
  const lines = link.getClientRects();
  const [first, last] = [lines[0]!, lines[lines.length - 1]!];
  const gap = 6;
  const { offsetWidth: width, offsetHeight: height } = box;
  const above = first.top - height - gap;
  const left = Math.min(first.left, document.documentElement.clientWidth - width - gap);
  box.style.top = `${scrollY + (above >= 0 ? above : last.bottom + gap)}px`;
  box.style.left = `${scrollX + Math.max(gap, left)}px`;
}

document.body.append(box);
document.addEventListener('keydown', ({ key }) => key === 'Escape' && hide());
document.addEventListener('focusout', ({ target }) => target === shown && hide());
document.addEventListener('pointerdown', ({ target }) => !box.contains(target as Node) && target !== shown && hide());
document.addEventListener('pointerover', ({ target, pointerType }) => {
  if (!shown || pointerType === 'touch') return;
  const wanted = box.contains(target as Node) || shown.contains(target as Node);
  clearTimeout(timer);
  if (!wanted) timer = setTimeout(() => !shown?.matches(':focus-visible') && hide(), leave);
});
