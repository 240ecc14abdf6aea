/** Terms in a body become links: each once in a section, where it is first mentioned in running text. */
import { makeFinder } from '#lib/phrases.ts';
import { cutsWord } from '#lib/word-bounds.ts';
import { joinLines } from '../characters.ts';
import { termOf } from '../components/term.ts';
import { childrenOf, type Node, type Root, type Text } from '../parse/nodes.ts';
import type { BodySource } from '../source.ts';

/** Makes links of the terms that `source` names, in place, and returns the references of all that the body links to, in order. */
export function linkTerms(root: Root, { text, terms = [], self }: BodySource): string[] {
  const sections: Section[] = [{ linked: new Set(), texts: [] }];
  const linked = new Set<string>();
  collect(root, sections, linked);
  const find = makeFinder(terms.map(({ name, ref }) => ({ text: name, value: ref })));
  const pieces = new Map<Node, Node[]>();
  for (const section of terms.length > 0 ? sections : []) {
    for (const node of section.texts) {
      const value = joinLines(node.value);
      const offsetOf = makeOffsetOf(node, value, text);
      const places: Place[] = [];
      for (const { start, end, value: ref } of find(value)) {
        if (ref === self || section.linked.has(ref) || cutsWord(value, start, end)) continue;
        const at = offsetOf(start, value.slice(start, end));
        if (at === undefined) continue;
        places.push({ start, end, ref, at });
        section.linked.add(ref);
        linked.add(ref);
      }
      if (places.length > 0) pieces.set(node, split(node, value, places));
    }
  }
  if (pieces.size > 0) replaceIn(root, pieces);
  return [...linked];
}

/** What stands under one second-level heading. */
interface Section {
  /** References of the terms that need no link there any more. */
  linked: Set<string>;
  texts: Text[];
}

/** Running text by section. Headings, links, code and footnotes hold none; a link that an editor wrote counts as the one of its section. */
function collect(parent: Node, sections: Section[], linked: Set<string>): void {
  for (const node of childrenOf(parent)) {
    const { linked: inSection, texts } = sections.at(-1)!;
    if (node.type === 'text') texts.push(node);
    else if (node.type === 'link') inSection.add(node.url);
    else if (node.type === 'heading') {
      if (node.depth <= 2) sections.push({ linked: new Set(), texts: [] });
    } else if (node.type === 'tag' && node.name === 'Term') {
      inSection.add(termOf(node));
      linked.add(termOf(node));
    } else if (node.type !== 'linkReference' && node.type !== 'footnoteDefinition') collect(node, sections, linked);
  }
}

/** A term in the text of a node, from `start` to `end`; `at` is its offset in the file. */
interface Place {
  start: number;
  end: number;
  ref: string;
  at: number;
}

/**
 * Tells where in the file the word that stands at `start` of `value`, the text of `node`, was typed; undefined where escapes or
 * line breaks hide it. One that is hidden once is asked for at each of its places, and is looked for the first time alone.
 */
function makeOffsetOf(node: Text, value: string, text: string): (start: number, word: string) => number | undefined {
  const hidden = new Set<string>();
  return (start, word) => {
    if (hidden.has(word)) return undefined;
    const typed = offsetsOf(text.slice(node.start, node.end), word);
    const shown = offsetsOf(value, word);
    if (typed.length === shown.length) return node.start + typed[shown.indexOf(start)]!;
    hidden.add(word);
    return undefined;
  };
}

function offsetsOf(text: string, word: string): number[] {
  const offsets: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) offsets.push(at);
  return offsets;
}

function split(node: Text, value: string, places: readonly Place[]): Node[] {
  const nodes: Node[] = [];
  let done = 0;
  const push = (end: number) => {
    if (end > done) nodes.push({ type: 'text', start: node.start, end: node.end, value: value.slice(done, end) });
    done = end;
  };
  for (const { start, end, ref, at } of places) {
    push(start);
    const place = { start: at, end: at + end - start };
    nodes.push({ type: 'term', ref, ...place, children: [{ type: 'text', ...place, value: value.slice(start, end) }] });
    done = end;
  }
  push(value.length);
  return nodes;
}

function replaceIn(parent: Node, pieces: ReadonlyMap<Node, Node[]>): void {
  if (!('children' in parent)) return;
  for (const child of parent.children) replaceIn(child, pieces);
  if (parent.children.some((child) => pieces.has(child))) parent.children = parent.children.flatMap((child) => pieces.get(child) ?? child);
}
