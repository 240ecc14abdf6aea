/** HTML of another site → MDX body. */
import type { Root as Html } from 'hast';
import type { Nodes, Parents, PhrasingContent, Root } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import type { AddressContext } from './address.ts';
import { cleanChildren } from './clean.ts';

const parser = unified().use(rehypeParse, { fragment: true });
const converter = unified().use(rehypeRemark);

/** A mark of emphasis hugs its words; spaces stand outside. Characters beside it stay as they are: the body engine reads `**注意：**这里`. */
function emphasis(mark: string): NonNullable<NonNullable<Options['handlers']>['strong']> {
  return (node: Parents, _parent, state, info) => {
    const inner = state.containerPhrasing(node as PhrasingContent & Parents, { ...info, before: mark, after: mark });
    const [, before = '', text = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner)!;
    return text === '' ? before + after : `${before}${mark}${text}${mark}${after}`;
  };
}

const options: Options = {
  bullet: '-',
  emphasis: '*',
  fences: true,
  rule: '-',
  resourceLink: true,
  handlers: { strong: emphasis('**'), emphasis: emphasis('*') },
  // What MDX would take for code: https://mdxjs.com/docs/what-is-mdx/#mdx-syntax
  unsafe: [
    { character: '{', inConstruct: 'phrasing' },
    { character: '<', inConstruct: 'phrasing' },
    { atBreak: true, character: 'i', after: 'mport[ \\t{*"\']' },
    { atBreak: true, character: 'e', after: 'xport[ \\t{*]' },
  ],
};
const printer = unified().use(remarkGfm, { tablePipeAlign: false }).use(remarkStringify, options);

/** `html` as the body of an entry; what cannot be kept is counted in `context.losses`. Throws RangeError for HTML nested beyond measure. */
export function bodyFromHtml(html: string, context: AddressContext): string {
  const tree = parser.parse(html);
  cleanChildren(tree, context);
  const body = converter.runSync(tree) as Root;
  tidy(body);
  return printer.stringify(body).trim();
}

/** The text of a piece of HTML, on one line. */
export function plainTextOf(html: string): string {
  const text = (node: Html | Html['children'][number]): string => ('children' in node ? node.children.map(text).join(node.type === 'element' && /^(p|div|li|h[1-6]|br)$/.test(node.tagName) ? ' ' : '') : node.type === 'text' ? node.value : '');
  return text(parser.parse(html)).replace(/\s+/g, ' ').trim();
}

/** Headings and links without words mean nothing once their pictures or scripts are gone. */
function tidy(node: Nodes): void {
  if (!('children' in node)) return;
  node.children.forEach(tidy);
  node.children = node.children.filter((child) => !(['heading', 'link', 'emphasis', 'strong', 'paragraph'].includes(child.type) && 'children' in child && child.children.length === 0)) as never;
}
