/** What stands before a block on its line: quote marks, list markers, indentation. Its other lines repeat it in their way, or not at all. */

/** What stands before `offset` on its line in `text`. */
export function prefixAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** `block`, a paragraph, heading or table whose first line began behind `prefix`, as if it stood at the margin. */
export function removePrefix(block: string, prefix: string): string {
  if (!block.includes('\n')) return block;
  const quotes = new RegExp(`^(?:[ \\t]*>){0,${prefix.split('>').length - 1}}[ \\t]*`);
  const [first, ...rest] = block.split('\n');
  return [first, ...rest.map((line) => line.replace(quotes, ''))].join('\n');
}

/** `block`, written at the margin, to be put behind a marker: its further lines get `indent`. */
export function indentRest(block: string, indent: string): string {
  return block.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}
