/**
 * Blocks that hold blocks, as Markdown. Their marks stay as typed, and what they hold is put behind them anew: four columns
 * too deep is still text in MDX and code in CommonMark, and the Markdown of a component must not run into what stands beside it.
 */
import type { FootnoteDefinition, List, ListItem, Node } from '../parse/nodes.ts';
import type { BodySource } from '../source.ts';
import { groupParagraphs } from './groups.ts';
import { indentRest } from './prefix.ts';

/** The Markdown of blocks in a container, at the margin. */
type Inner = (nodes: readonly Node[]) => string;

/** `list` at the margin. */
export function markdownList(list: List, text: string, inner: Inner): string {
  const items = list.children as ListItem[];
  return joinBlocks(items, items.map((item) => markdownItem(item, text, inner)), text);
}

function markdownItem(item: ListItem, text: string, inner: Inner): string {
  const [typed, marker] = /^([-*+]|\d{1,9}[.)])(?:\s+\[[\sxX]\](?=\s))?/.exec(text.slice(item.start, item.end))!;
  const first = groupParagraphs(item.children, text)[0]?.type;
  const box = item.checked === null || first !== 'paragraph' ? '' : ` ${item.checked ? typed.slice(-'[x]'.length) : '[ ]'}`;
  const content = inner(item.children);
  // Behind a marker of its own characters a rule would be one with it.
  const shown = first === 'thematicBreak' ? content.replace(/^.*/, '___') : content;
  return shown === '' ? `${marker}${box}` : indentRest(`${marker}${box} ${shown}`, ' '.repeat(marker!.length + 1));
}

/** `note` at the margin. */
export function markdownNote(note: FootnoteDefinition, { text, self }: BodySource, inner: Inner): string {
  const label = /^\[\^((?:\\.|[^\]\\])*)\]:/s.exec(text.slice(note.start, note.end))![1]!;
  return indentRest(`[^${ownNotes(self)}${label}]: ${inner(note.children)}`, '    ');
}

/** What stands before the labels of the notes of `self`: where pages are put together, the first note called 1 would be that of all. */
export function ownNotes(self: string | undefined): string {
  return self === undefined ? '' : `${self.replace('/', '-')}-`;
}

/** The `written` forms of `nodes`, which stand side by side: a blank line between two of them, or with `typed`, the text of the file, only where one was. */
export function joinBlocks(nodes: readonly Node[], written: readonly string[], typed?: string): string {
  let result = '';
  let last = '';
  for (const [index, markdown] of written.entries()) {
    if (markdown === '') continue;
    const isNear = typed !== undefined && last !== '' && written[index - 1] !== '' && touch(nodes[index - 1]!, nodes[index]!, typed);
    const next = nodes[index]!.type === 'list' || nodes[index]!.type === 'tag' ? apart(last, markdown) : markdown;
    result += last === '' ? next : `${isNear ? '\n' : '\n\n'}${next}`;
    last = next;
  }
  return result;
}

/** Whether no blank line is between two items, or between text or code and what interrupts it; behind other blocks readers differ. */
function touch(before: Node, after: Node, text: string): boolean {
  if (!['listItem', 'paragraph', 'code'].includes(before.type) || after.type === 'tag') return false;
  return !/\n[ \t>]*\n/.test(text.slice(before.end, after.start));
}

/** A list behind another of its kind would go on with that: its markers become those of another kind. */
function apart(before: string, markdown: string): string {
  const kind = kindOf(markdown);
  if (kind === undefined || kind !== kindOf(before.match(/^\S.*$/gm)?.at(-1) ?? '')) return markdown;
  const other = { '-': '*', '*': '-', '+': '-', '.': ')', ')': '.' }[kind]!;
  return markdown.replace(/^(\d{0,9})[-*+.)](?=\s|$)/gm, `$1${other}`);
}

/** The marker of the list that `markdown` begins with, without its number. */
function kindOf(markdown: string): string | undefined {
  return /^(?:\d{1,9}(?=[.)])|(?=[-*+]))([-*+.)])(?=\s|$)/.exec(markdown)?.[1];
}
