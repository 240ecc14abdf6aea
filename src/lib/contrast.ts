/** Contrast of two colours as WCAG measures it. */

/** Ratio of the lighter to the darker of two `#rrggbb`, from 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrast(a: string, b: string): number {
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The colour nearest to `colour`, on its way to black or white, that has `ratio` against `ground`. */
export function legible(colour: string, ground: string, ratio: number): string {
  const end = luminance(ground) > 0.18 ? 0 : 255;
  const mixed = (share: number) => `#${[1, 3, 5].map((at) => Math.round(Number.parseInt(colour.slice(at, at + 2), 16) * (1 - share) + end * share).toString(16).padStart(2, '0')).join('')}`;
  const steps = Array.from({ length: 51 }, (_, step) => mixed(step / 50));
  return steps.find((step) => contrast(step, ground) >= ratio) ?? mixed(1);
}
