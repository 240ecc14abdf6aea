/** A text as a thief would read it: what looks like a digit is one, and what cannot be seen is not there. */

/** Characters that take no room: they could hide a number from a search. */
const silentChar = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]/;
/** Spaces between the groups of a number. */
const spaceChar = /[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]/;
/** Dashes between them. */
const dashChar = /[\u002d\u2010-\u2015\u2212\u2500\ufe58\ufe63\uff0d]/;
/** Full-width forms of ASCII. */
const wideChar = /[\uff01-\uff5e]/;

/** A text in ASCII, and where its characters stood before. */
export interface Plain {
  text: string;
  /** Offset in the original text of an offset in `text`. */
  at(offset: number): number;
}

/**
 * `text` in ASCII: full-width forms become narrow ones, all dashes and spaces the same, invisible characters vanish, and
 * every other character is a space. Patterns for Latin text then see the ends of words where Chinese begins.
 */
export function toPlain(text: string): Plain {
  if (!/[^\t\n\r -~]/.test(text)) return { text, at: (offset) => offset };
  const narrow = text.replace(/[^\t\n\r -~]/g, plainChar);
  if (!narrow.includes(silent)) return { text: narrow, at: (offset) => offset };
  const places = Array.from(narrow.matchAll(/[^\u0001]/g), ({ index }) => index);
  return { text: narrow.replaceAll(silent, ''), at: (offset) => places[offset] ?? text.length };
}

function plainChar(char: string): string {
  const code = char.charCodeAt(0);
  if (code >= 0x2e80 && code < 0xfe00) return code === 0x3000 ? ' ' : foreign; // Han and the like, which is nearly everything
  if (wideChar.test(char)) return String.fromCharCode(code - 0xfee0);
  if (silentChar.test(char)) return silent;
  if (dashChar.test(char)) return '-';
  return spaceChar.test(char) ? ' ' : foreign;
}

/** Stands for a character that no secret holds; unlike a space it never joins two groups of digits. */
const foreign = '\u0000';
/** Stands for a character that is not there. */
const silent = '\u0001';
