/** The numbers below a list that is split into pages. */
import { listPagePath, mostListLinks } from '#model/paths.ts';
import type { Site } from '#model/site.ts';
import type { PageLink, Pages } from '#ui/props.ts';

/** Pages before and after this one that are named beside the first and the last. */
const reach = 2;

/** What leads from page `current` of the list at `path` to the other pages of `total`. */
export function pagesOf(site: Site, path: string, current: number, total: number): Pages {
  const link = (number: number): PageLink => ({ number, href: site.href(listPagePath(path, number)), current: number === current });
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const near = numbers.filter((number) => number === 1 || number === total || Math.abs(number - current) <= reach);
  return {
    current,
    total,
    ...(current > 1 ? { previous: link(current - 1).href } : {}),
    ...(current < total ? { next: link(current + 1).href } : {}),
    near: near.map(link),
    all: current === 1 && near.length < total && total <= mostListLinks ? numbers.map(link) : [],
  };
}
