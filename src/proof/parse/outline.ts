/** HTML and XML read back as the few elements that matter: htmlparser2 reports every one, the rest is passed over. */
import { Parser } from 'htmlparser2';
import { agree } from '../surface.ts';

/** An element that matters, with those that matter inside it. */
export interface Piece {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** All text within, that of `inside` included. */
  text: string;
  inside: Piece[];
}

/** Whether an element matters, given the closest one around it that does. */
export type Choice = (name: string, attributes: Readonly<Record<string, string>>, around: Piece) => boolean;

/** The elements of `text` that `choose` takes, below a root that holds all text. */
export function outline(text: string, choose: Choice, options: { xml?: boolean } = {}): Piece {
  const root: Piece = { name: '', attributes: {}, text: '', inside: [] };
  const open = [{ piece: root, depth: 0 }];
  let depth = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      depth += 1;
      const around = open.at(-1)!.piece;
      if (!choose(name, attributes, around)) return;
      const piece = { name, attributes, text: '', inside: [] };
      around.inside.push(piece);
      open.push({ piece, depth });
    },
    ontext(data) {
      open.at(-1)!.piece.text += data;
    },
    onclosetag() {
      if (open.at(-1)!.depth === depth && depth > 0) {
        const { piece } = open.pop()!;
        open.at(-1)!.piece.text += piece.text;
      }
      depth -= 1;
    },
  }, { xmlMode: options.xml ?? false });
  parser.end(text);
  return root;
}

/** The pieces directly inside `piece` with this tag name. */
export function named(piece: Piece | undefined, name: string): Piece[] {
  return piece?.inside.filter((inner) => inner.name === name) ?? [];
}

/** Text of the pieces directly inside `piece` with this tag name, trimmed; readers take the first or the last of several, which must say the same. */
export function textOf(piece: Piece | undefined, name: string): string | undefined {
  return agree(...named(piece, name).map(({ text }) => text.trim()));
}

/** The first piece directly inside `piece` that has the class or the id. */
export function marked(piece: Piece, mark: string): Piece | undefined {
  return piece.inside.find(({ attributes: { class: classes, id } }) => id === mark || classes === mark || classes?.split(' ').includes(mark));
}

/** The first of `marks` that is the id or one of the classes. */
export function markIn(marks: ReadonlySet<string>, { class: classes, id }: Readonly<Record<string, string>>): string | undefined {
  if (id !== undefined && marks.has(id)) return id;
  return classes === undefined || marks.has(classes) ? classes : classes.split(' ').find((name) => marks.has(name));
}
