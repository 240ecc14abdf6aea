/** Text cut into lines of a drawing, where no browser wraps it. */

/** Widths in ems: Han and all that is set as wide, and the average of everything else. */
const widths = { wide: 1, narrow: 0.58 };

/** Latin words stay whole; closing punctuation stays with what it closes. */
const pieces = /[!-~]+ ?|.[，。、；：？！）》」』”’…]*/gsu;

/** `text` in at most `count` lines of `width` ems; what does not fit ends in an ellipsis. */
export function cutLines(text: string, width: number, count: number): string[] {
  const lines: string[] = [''];
  for (const piece of text.match(pieces) ?? []) {
    const line = lines.at(-1)!;
    if (line === '' || widthOf(line + piece.trimEnd()) <= width) lines[lines.length - 1] = line + piece;
    else if (lines.length < count) lines.push(piece);
    else return [...lines.slice(0, -1), `${line}…`].map((cut) => fit(cut, width));
  }
  return lines.map((line) => fit(line, width));
}

/** A line no longer than `width`; of one that is, as much as leaves room for the ellipsis. */
function fit(line: string, width: number): string {
  const text = line.trimEnd();
  return widthOf(text) > width ? `${shorten(text.replace(/…$/, ''), width - widths.wide)}…` : text;
}

function shorten(line: string, width: number): string {
  const characters = [...new Intl.Segmenter().segment(line)].map(({ segment }) => segment);
  while (characters.length > 0 && widthOf(characters.join('')) > width) characters.pop();
  return characters.join('').trimEnd();
}

function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (/[\u0000-\u02ff]/.test(character) ? widths.narrow : widths.wide), 0);
}
