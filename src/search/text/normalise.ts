/** Text brought to the one form in which queries and index are compared. Runs in builds and in browsers. */

/** How the characters and words of other regions are written on this site. */
export interface Variants {
  /** Traditional characters, each standing where its simplified one stands in `to`. */
  from: string;
  to: string;
  /** Regional words, in simplified characters: `金钥` for `密钥`. */
  phrases: readonly (readonly [from: string, to: string])[];
}

export type Normalise = (text: string) => string;

/** Makes the function that brings text to its compared form: NFKC, words of camelCase apart, lower case, simplified characters, the site's regional words. */
export function makeNormalise({ from, to, phrases }: Variants): Normalise {
  const simplified = [...to];
  const table = new Map([...from].map((char, index) => [char, simplified[index]!]));
  const foreign = new RegExp(`[${from}]`, 'gu');
  const mayHaveForeign = unitFinder(table.keys());
  return (text) => {
    const plain = text.normalize('NFKC').replace(invisible, '').replace(camelCase, '$1$2_').toLowerCase();
    const written = mayHaveForeign(plain) ? plain.replace(foreign, (char) => table.get(char)!) : plain;
    return phrases.reduce((result, [word, ours]) => result.replaceAll(word, ours), written);
  };
}

/** Makes the function that tells whether a text has the first unit of one of `chars`. An expression of thousands takes ten times as long to find none. */
function unitFinder(chars: Iterable<string>): (text: string) => boolean {
  const known = new Uint8Array(0x10000);
  for (const char of chars) known[char.charCodeAt(0)] = 1;
  return (text) => {
    for (let at = 0; at < text.length; at += 1) if (known[text.charCodeAt(at)] === 1) return true;
    return false;
  };
}

const invisible = /[\u00AD\u200B-\u200F\u2060\uFEFF]/g;
/** Where `baseURL` and `APITimeoutError` come apart; `OpenAI` and `APIs` stay whole. */
const camelCase = /([a-z]{2})(?=[A-Z](?:[a-z]{2}|[A-Z]{2,}(?![a-z])))|([A-Z]{2})(?=[A-Z][a-z]{2})/g;
