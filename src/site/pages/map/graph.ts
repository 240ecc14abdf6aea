/** What a map shows, before it is drawn. */
import type { Link } from '#ui/props.ts';

/** Something to be drawn. */
export interface Item extends Link {
  id: string;
}

/** Items under a heading. */
export interface Group extends Partial<Link> {
  items: readonly Item[];
}

/** An arc from one item to another; `weight` is how many relations it stands for. */
export interface Edge {
  from: string;
  to: string;
  as: string;
  weight: number;
}
