/** Arrow keys between a search box and what it found. Enter is the browser's own: it follows the link that has the focus. */

/** Lets up and down move from `input` through the links in `list` and back. */
export function followArrows(input: HTMLInputElement, list: HTMLElement): void {
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || event.isComposing) return;
    const stops = [input, ...list.querySelectorAll<HTMLElement>('.hints a, .hits > li > a')];
    const next = stops[stops.indexOf(document.activeElement as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  input.addEventListener('keydown', move);
  list.addEventListener('keydown', move);
}
