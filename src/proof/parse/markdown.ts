/** Markdown read back: blocks, their text, and the facts that an entry's twin states. */
import { markdownToMdast, type MdastNode } from 'satteri';
import { words } from '#model/words/index.ts';
import type { Lang } from '#model/problem.ts';
import type { Facts } from '../reference.ts';
import type { Statement } from '../surface.ts';
import { afterLabel, beforeSecond, boundariesIn, notesOverdue } from './labels.ts';

/** The blocks of `markdown`, in CommonMark with GitHub's extensions. */
export function blocksOf(markdown: string): readonly MdastNode[] {
  return childrenOf(markdownToMdast(markdown, { position: false, features: { gfm: true, frontmatter: false, smartPunctuation: false } }));
}

/** The nodes directly inside `node`. */
export function childrenOf(node: MdastNode | undefined): readonly MdastNode[] {
  return node && 'children' in node ? (node.children as readonly MdastNode[]) : [];
}

/** The text that readers see of `node`. */
export function plainText(node: MdastNode | undefined): string {
  if (!node) return '';
  return 'value' in node && typeof node.value === 'string' ? node.value : childrenOf(node).map(plainText).join('');
}

/** An entry as Markdown up to its second `##`. */
export function headOf(markdown: string): string {
  return beforeSecond(markdown, '\n## ').trim();
}

/** The state that is said of a review behind its day; what is no state as it stands. */
function stateIn(due: string, lang: Lang): string {
  const { review } = words[lang];
  const said = due.slice(10).replace(/^ — /, '');
  if (said === '') return 'current';
  if (said === review.soon) return 'soon';
  return said.startsWith(review.overdue) && notesOverdue([said], lang) === 'yes' ? 'overdue' : said;
}

/** The facts of an entry that begins with its title under `#`: dates as a list, then the answer as a quote, boundaries under `##`. */
export function readMarkdown(head: string, lang: Lang): Statement {
  const blocks = blocksOf(head);
  const say = words[lang];
  const title = blocks.find((node) => node.type === 'heading' && node.depth === 1);
  const heading = blocks.findIndex((node) => node.type === 'heading' && node.depth === 2);
  const lists = (part: readonly MdastNode[]) => part.filter(({ type }) => type === 'list').flatMap(childrenOf).map((item) => plainText(item).trim());
  const quote = blocks.findIndex(({ type }) => type === 'blockquote');
  const lines = lists(blocks.slice(0, [quote, heading].find((index) => index >= 0))); // what follows the quote is the body of a trust page
  const labelled = (label: string) => lines.map((line) => afterLabel(line, label, lang)).find((value) => value !== undefined);
  const due = labelled(say.due);
  const hasBoundaries = heading >= 0 && plainText(blocks[heading]) === say.boundaries;
  const says: Facts = {
    url: labelled('URL'),
    title: title && plainText(title),
    published: labelled(say.published),
    updated: labelled(say.updated),
    checked: labelled(say.checked),
    due: due?.slice(0, 10),
    state: due && stateIn(due, lang),
    answer: plainText(blocks[quote]) || undefined,
    ...boundariesIn(hasBoundaries ? lists(blocks.slice(heading)) : [], lang),
  };
  return { url: says.url ?? '', says };
}
