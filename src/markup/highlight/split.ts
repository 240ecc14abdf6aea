/** Highlighted HTML cut into lines. */

/** The lines of `html`, whose only tags are spans, and `var` within a line: spans that run over a line end are closed there and opened again. */
export function splitLines(html: string): string[] {
  const open: string[] = [];
  const lines: string[] = [];
  let line = '';
  for (const [part] of html.matchAll(/<span[^>]*>|<\/span>|<\/?var[^>]*>|\n|[^<\n]+/g)) {
    if (part === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
      continue;
    }
    if (part === '</span>') open.pop();
    else if (part.startsWith('<span')) open.push(part);
    line += part;
  }
  lines.push(line);
  return lines;
}
