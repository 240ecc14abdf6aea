/** Telling a real secret from what authors write in its place. */

/** Whether `value` looks like something that a machine has made: long, mixed, and without words that say "put yours here". */
export function looksReal(value: string): boolean {
  const body = value.replace(/=+$/, '');
  const digits = body.match(/\d/g)?.length ?? 0;
  const isMixed = /[a-z]/.test(body) && /[A-Z]/.test(body);
  if (!/[A-Za-z]/.test(body) || (digits < 2 && !isMixed)) return false;
  if (/(.)\1{4}|\*{2}|\.{3}|x{4}/i.test(body) || isSequence(body) || filler.test(body)) return false;
  return entropy(body) >= (digits < 2 ? leastEntropy + 0.5 : leastEntropy);
}

/** Bits a character: hexadecimal digits of 32 characters have about 3.5, words in between dashes about 3. */
const leastEntropy = 3;

const filler = /example|placeholder|replace|changeme|dummy|sample|redacted|insert|(?:^|[-_.])(?:your|my|here|test|demo|fake|todo|xxx+|abc|foo|bar|key|token|secret)(?=[-_.]|$)/i;

/** Whether `text` counts up: 12345678, abcdefgh. */
function isSequence(text: string): boolean {
  let run = 1;
  for (let at = 1; at < text.length; at += 1) {
    run = text.charCodeAt(at) === text.charCodeAt(at - 1) + 1 ? run + 1 : 1;
    if (run >= 6) return true;
  }
  return false;
}

/** Shannon's, in bits a character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  return -[...counts.values()].reduce((sum, count) => sum + (count / text.length) * Math.log2(count / text.length), 0);
}

/** Passwords that documentation uses for "a password". */
export function isPasswordWord(password: string): boolean {
  return /^(?:.{0,3}|pass(?:word|wd)?|pwd|secret|token|key|[xX*.]+|1234\d*|your.*|my.*|<.*>|\$.*|\{.*|%.*)$/i.test(password);
}
