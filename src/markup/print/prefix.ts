/** What stands before a block on its line: quote marks, list markers, indentation. Its other lines repeat it in their way. */

/** What stands before `offset` on its line in `text`. */
export function prefixAt(text: string, offset: number): string {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
}

/** `block`, whose first line began behind `prefix`, as if it stood at the margin. */
export function removePrefix(block: string, prefix: string): string {
  if (prefix === '' || !block.includes('\n')) return block;
  const [first, ...rest] = block.split('\n');
  return [first, ...rest.map((line) => stripLine(line, prefix))].join('\n');
}

/** `block`, written at the margin, to be put behind `prefix`: its further lines get what continues the prefix. */
export function addPrefix(block: string, prefix: string): string {
  if (prefix === '' || !block.includes('\n')) return block;
  const continued = prefix.replace(/[^>\s]/g, ' ');
  const [first, ...rest] = block.split('\n');
  return [first, ...rest.map((line) => (line === '' ? continued.trimEnd() : continued + line))].join('\n');
}

/** Takes from `line` a quote mark for each in `prefix`, and a space for each other character. */
function stripLine(line: string, prefix: string): string {
  let at = 0;
  for (const char of prefix) {
    if (char === '>') {
      const mark = /^[ \t]*>/.exec(line.slice(at));
      if (mark !== null) at += mark[0].length;
    } else if (line[at] === ' ' || line[at] === '\t') {
      at += 1;
    }
  }
  return line.slice(at);
}
