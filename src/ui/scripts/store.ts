/** What the browser keeps for a reader. Where it keeps nothing, all works until the page is left. */

/** What was kept under `name`. */
export function recall(name: string): string | null {
  try {
    return localStorage.getItem(`lede:${name}`);
  } catch {
    return null;
  }
}

/** Keeps `value` under `name`. Returns whether it could. */
export function keep(name: string, value: string): boolean {
  try {
    localStorage.setItem(`lede:${name}`, value);
    return true;
  } catch {
    return false;
  }
}
