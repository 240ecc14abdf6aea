/** Previews of terms: asked for by pointing at a link, by focus, or by a first touch; a second touch follows the link. */

/** Listens for readers who ask. */
export function addPreviews(): void {
  if (!document.querySelector('[data-terms]')) return;
  let pointer = '';
  let touched: Element | undefined;
  const termAt = ({ target }: Event) => (target as Element).closest?.<HTMLAnchorElement>('a.term') ?? undefined;
  const show = (link: HTMLAnchorElement, how: 'point' | 'focus' | 'touch') => void import('./preview.ts').then((script) => script.preview(link, how));
  document.addEventListener('pointerdown', (event) => (pointer = event.pointerType), true);
  document.addEventListener('pointerover', (event) => {
    const link = event.pointerType === 'touch' ? undefined : termAt(event);
    if (link) show(link, 'point');
  });
  document.addEventListener('focusin', (event) => {
    const link = termAt(event);
    if (link?.matches(':focus-visible')) show(link, 'focus');
  });
  document.addEventListener('click', (event) => {
    const link = termAt(event);
    // Enter clicks too, without a touch before it.
    const isFirst = pointer === 'touch' && link !== touched;
    pointer = '';
    touched = link;
    if (!link || !isFirst) return;
    event.preventDefault();
    show(link, 'touch');
  });
}
