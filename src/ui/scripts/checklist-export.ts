/** The page's checklists as a file: what is done, what settles it, who does it. */
import { escapeMarkdown, proseMarkdown } from '#lib/prose.ts';
import { say } from './say-later.ts';

interface Item {
  group: string;
  done: boolean;
  text: string;
  /** Evidence, owner and the like, by their labels. */
  notes: Map<string, string>;
}

/** Hands the lists to the reader as a file named after the page. */
export function exportList(format: 'md' | 'csv'): void {
  const items = Array.from(document.querySelectorAll('.checks > li'), readItem);
  const file = format === 'csv' ? new Blob(['\ufeff', csv(items)], { type: 'text/csv' }) : new Blob([markdown(items)], { type: 'text/markdown' });
  const href = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href, download: `${location.pathname.split('/').at(-2)}.${format}` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function readItem(item: Element): Item {
  return {
    group: item.closest('.part')!.querySelector('h2')!.textContent,
    done: item.querySelector('input')!.checked,
    text: proseOf(item.querySelector('label')!),
    notes: new Map(Array.from(item.querySelectorAll('dt'), (label) => [label.textContent, proseOf(label.nextElementSibling!)])),
  };
}

/** The text of `element` as an editor typed it: code between backticks. */
function proseOf(element: Element): string {
  return Array.from(element.childNodes, (node) => (node instanceof HTMLElement ? (node.tagName === 'CODE' ? `\`${node.textContent}\`` : proseOf(node)) : node.textContent ?? '')).join('').trim();
}

function markdown(items: readonly Item[]): string {
  const address = document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href;
  const lines = [`# ${escapeMarkdown(document.querySelector('h1')!.textContent)}`, '', `<${address}>`];
  for (const [group, own] of Map.groupBy(items, (item) => item.group)) {
    lines.push('', `## ${escapeMarkdown(group)}`, '');
    for (const { done, text, notes } of own) {
      lines.push(`- [${done ? 'x' : ' '}] ${proseMarkdown(text)}`, ...Array.from(notes, ([label, note]) => `  - ${label}: ${proseMarkdown(note)}`));
    }
  }
  return `${lines.join('\n')}\n`;
}

/** RFC 4180, with a byte order mark before it for Excel. */
function csv(items: readonly Item[]): string {
  const labels = [...new Set(items.flatMap(({ notes }) => [...notes.keys()]))];
  const rows = items.map(({ group, text, done, notes }) => [group, text, done ? say.done : say.open, ...labels.map((label) => notes.get(label) ?? '')]);
  return [[say.group, say.item, say.state, ...labels], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/** A spreadsheet would run what begins like a formula: https://owasp.org/www-community/attacks/CSV_Injection */
function cell(text: string): string {
  const harmless = /^[\s]*[=+\-@\uff1d\uff0b\uff0d\uff20|]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
}
