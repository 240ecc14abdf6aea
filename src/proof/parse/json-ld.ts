/** The JSON-LD graph of a page, read back. Vocabulary: https://schema.org */
import { named } from './outline.ts';
import { readPage } from './page.ts';

/** A node of the graph; `@id`s have been followed by nobody. */
export type Node = Readonly<Record<string, unknown>>;

/** The nodes of the one graph in `html`. Throws where there is none, or more than one. */
export function readGraph(html: string): Node[] {
  const scripts = named(readPage(html).piece, 'script').filter(({ attributes }) => attributes['type'] === 'application/ld+json');
  if (scripts.length !== 1) throw new Error(`${scripts.length} JSON-LD scripts`);
  const { '@graph': graph } = JSON.parse(scripts[0]!.text) as { '@graph': Node[] };
  return graph;
}

/** The node with this `@id`; undefined where there is none to follow. Throws where it leads nowhere: what the node would say would pass unread. */
export function nodeOf(graph: readonly Node[], id: unknown): Node | undefined {
  const found = id === undefined ? undefined : graph.find((node) => node['@id'] === id);
  if (id !== undefined && !found) throw new Error(`@id ${String(id)}`);
  return found;
}

/** A property that is a text, or undefined. */
export function text(node: Node | undefined, property: string): string | undefined {
  const value = node?.[property];
  return typeof value === 'string' ? value : undefined;
}

/** A property that is a node. */
export function child(node: Node | undefined, property: string): Node | undefined {
  const value = node?.[property];
  return typeof value === 'object' && value !== null ? (value as Node) : undefined;
}

/** A property that is a list of nodes; empty where it is none. */
export function nodesIn(node: Node | undefined, property: string): Node[] {
  const value = node?.[property];
  return Array.isArray(value) ? (value as Node[]) : [];
}
