/** What a map prints, and what its drawing is made of. */
import type { Link, Shell, Views } from './props.ts';

/** How entries, or whole categories, stand to each other: drawn, and as a list. */
export interface MapProps {
  shell: Shell;
  title: string;
  lead: string;
  views: Views[];
  drawing: Drawing;
  groups: (Link & { entries: (Link & { relations: { label: string; links: Link[] }[] })[] })[];
}

/** A column of names with arcs beside it, in units of its view box. */
export interface Drawing {
  width: number;
  height: number;
  headings: (Link & { y: number })[];
  nodes: DrawnNode[];
  /** The kinds of arcs in it, with what each means. */
  legend: { as: string; text: string }[];
}

export interface DrawnNode extends Link {
  y: number;
  /** The name, cut into lines that fit. */
  lines: string[];
  /** Arcs that begin here, and those that end here; each is drawn where it begins. `d` is the data of an SVG path. */
  arcs: { as: string; d: string; weight: number }[];
  ends: string[];
}
