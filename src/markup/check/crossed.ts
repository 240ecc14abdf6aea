/** Components closed inside a list, quote or emphasis that began in them and goes on behind: Sätteri takes the rest of that for content. */
import type { Words } from '#model/problem.ts';
import { isInlineTag } from '../components/registry.ts';
import { childrenOf, type Node, type Tag } from '../parse/nodes.ts';

/** Whether `tag` holds what `text`, the file, has behind its closing tag. */
export function isCrossed(tag: Tag, text: string): boolean {
  return !closing.test(text.slice(Math.max(tag.start, tag.end - 200), tag.end)) || tag.children.some((child) => child.type === 'listItem' || holdsStray(child));
}

const closing = /(?:<\/[^<>]*|\/\s*)>\s*$/;

/** What is said of a component that is closed in another block than it was opened in. */
export function sayCrossed(name: string): { message: Words; hint: Words } {
  return {
    message: { zh: `<${name}> 和它的结束标签不在同一段里。`, en: `<${name}> and its closing tag are not in the same block.` },
    hint: isInlineTag(name)
      ? { zh: `让 <${name} …> 和 </${name}> 都在强调里面，或都在外面。`, en: `Put <${name} …> and </${name}> both inside the emphasis, or both outside.` }
      : { zh: `让 <${name}> 和 </${name}> 各占一行，缩进相同，前后空一行。`, en: `Put <${name}> and </${name}> on lines of their own, equally indented, with blank lines around.` },
  };
}

/** Whether a list in `node` holds what is no item of it; what stands in a component is looked at with that. */
function holdsStray(node: Node): boolean {
  if (node.type === 'tag') return false;
  return childrenOf(node).some((child) => (node.type === 'list' && child.type !== 'listItem') || holdsStray(child));
}
