/** HTML of another site reduced to what a body can say: no code, no tracking, addresses that stand alone. */
import type { Element, ElementContent, Nodes } from 'hast';
import { imageAddress, linkAddress, type AddressContext } from './address.ts';
import { codeLanguage } from './code-language.ts';
import { lose } from './losses.ts';

/** Elements that run, and so are refused with everything in them. */
const running = new Set(['script', 'form', 'button', 'select', 'textarea', 'object', 'applet', 'svg', 'math', 'canvas', 'template']);
const embedded = new Set(['iframe', 'frame', 'embed', 'video', 'audio']);
/** Nothing that readers see; `noscript` repeats the picture that a script would load. */
const invisible = new Set(['style', 'noscript', 'link', 'meta', 'base', 'head', 'title']);
const trackers = /(^|\.)(doubleclick\.net|google-analytics\.com|feedburner\.com|feedsportal\.com|(stats|pixel)\.wp\.com)$/;

/** Cleans what is below `parent`, in place. */
export function cleanChildren(parent: Nodes, context: AddressContext): void {
  if (!('children' in parent)) return;
  const depth = parent.children.some((child) => hasElement(child, 'h1')) ? 1 : 0;
  parent.children = (parent.children as ElementContent[]).flatMap((child) => clean(child, context, depth));
}

function clean(node: ElementContent, context: AddressContext, depth: number): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B\uE000\uE001\uFEFF\uFFFE\uFFFF]/g, '') }];
  if (node.type !== 'element') return [];
  const { losses } = context;
  const { tagName, properties } = node;
  if (running.has(tagName) || (tagName === 'input' && properties['type'] !== 'checkbox')) return lost(() => lose(losses, 'script'));
  if (embedded.has(tagName)) return lost(() => lose(losses, 'embed'));
  if (invisible.has(tagName)) return [];
  if (Object.keys(properties).some((name) => /^on[A-Za-z]/.test(name))) lose(losses, 'handler');
  if (tagName === 'img') return cleanImage(node, context);
  const children = node.children.flatMap((child) => clean(child, context, depth));
  if (tagName === 'a') return cleanLink(node, children, context);
  if (tagName === 'pre') return [{ ...node, properties: {}, children: withLanguage(children, codeLanguage(node)) }];
  if ((tagName === 'td' || tagName === 'th') && (isMany(properties['colSpan']) || isMany(properties['rowSpan']))) lose(losses, 'spans');
  if (tagName === 'table' && !hasElement(node, 'th')) return withHeader({ ...node, children }, context);
  if (tagName === 'td' || tagName === 'th') return [{ ...node, properties: kept(properties), children: inOneLine(children, context) }];
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  return [{ ...node, tagName: heading ? `h${Math.min(6, Number(heading) + depth)}` : tagName, properties: kept(properties), children }];
}

const blocks = new Set(['p', 'div', 'li', 'dt', 'dd', 'section', 'figure', 'figcaption', 'tbody', 'tr', 'td', 'th', 'hr']);
const formed = new Set(['ul', 'ol', 'dl', 'pre', 'table', 'blockquote', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** A cell of Markdown is a part of a line, and a list or a code block in it would end the table. */
function inOneLine(cell: readonly ElementContent[], { losses }: AddressContext): ElementContent[] {
  let isFormed = false;
  const flatten = (node: ElementContent): ElementContent[] => {
    if (node.type !== 'element') return [node];
    isFormed ||= formed.has(node.tagName);
    const inner: ElementContent[] = node.tagName === 'pre' ? [{ type: 'element', tagName: 'code', properties: {}, children: [{ type: 'text', value: textOf(node).trim().replace(/\s*\n\s*/g, ' ') }] }] : node.children.flatMap(flatten);
    const space = { type: 'text', value: ' ' } as const;
    return blocks.has(node.tagName) || formed.has(node.tagName) ? [space, ...inner, space] : [{ ...node, children: inner as Element['children'] }];
  };
  const line = cell.flatMap(flatten);
  if (isFormed) lose(losses, 'cells');
  return line;
}

/** What the conversion to Markdown looks at. */
function kept({ type, checked, start, align, colSpan, rowSpan }: Element['properties']): Element['properties'] {
  return { type, checked, start, align, colSpan, rowSpan };
}

function lost(note: () => void): [] {
  note();
  return [];
}

function cleanLink({ properties }: Element, children: ElementContent[], context: AddressContext): ElementContent[] {
  const href = properties['href'];
  const address = typeof href === 'string' ? linkAddress(href, context) : undefined;
  const says = children.some((child) => textOf(child).trim() !== '');
  return address && says ? [{ type: 'element', tagName: 'a', properties: { href: address }, children }] : children;
}

function cleanImage({ properties }: Element, context: AddressContext): ElementContent[] {
  const { losses } = context;
  // Pictures that load late have their address elsewhere.
  const typed = [properties['dataSrc'], properties['dataOriginal'], properties['dataLazySrc'], properties['src']].find((value) => typeof value === 'string' && value !== '') as string | undefined;
  const isTiny = [properties['width'], properties['height']].some((size) => size !== undefined && Number(size) <= 1);
  const isHidden = /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties['style'] ?? ''));
  if (isTiny || isHidden || (typed && URL.canParse(typed) && trackers.test(new URL(typed).hostname))) return lost(() => lose(losses, 'tracking'));
  const src = typed && imageAddress(typed, context);
  if (!src) return [];
  const described = String(properties['alt'] ?? '').replace(/\s+/g, ' ').trim();
  if (!described) lose(losses, 'alt');
  const alt = described || 'TODO';
  if (src.startsWith('https:')) return [{ type: 'element', tagName: 'img', properties: { src, alt }, children: [] }];
  lose(losses, 'httpImage');
  return [{ type: 'element', tagName: 'a', properties: { href: src }, children: [{ type: 'text', value: alt }] }];
}

/** Markdown knows a language only on a `code` inside the `pre`. */
function withLanguage(children: ElementContent[], language: string | undefined): ElementContent[] {
  const only = children.filter((child) => child.type === 'element' || textOf(child).trim() !== '');
  const [first] = only;
  const inner = only.length === 1 && first?.type === 'element' && first.tagName === 'code' ? first.children : children;
  return [{ type: 'element', tagName: 'code', properties: language ? { className: [`language-${language}`] } : {}, children: inner }];
}

/** A table of Markdown has a header; one that has none would get an empty one. */
function withHeader(table: Element, { losses }: AddressContext): Element[] {
  lose(losses, 'header');
  const row = findElement(table, 'tr');
  if (row) row.children = row.children.map((cell) => (cell.type === 'element' ? { ...cell, tagName: 'th' } : cell));
  return [table];
}

function findElement(node: Element, name: string): Element | undefined {
  if (node.tagName === name) return node;
  for (const child of node.children) {
    const found = child.type === 'element' ? findElement(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function isMany(span: unknown): boolean {
  return Number(span ?? 1) > 1;
}

function textOf(node: ElementContent): string {
  return node.type === 'text' ? node.value : node.type === 'element' ? node.children.map(textOf).join('') : '';
}

function hasElement(node: Nodes, name: string): boolean {
  return node.type === 'element' && findElement(node, name) !== undefined;
}
