/** Secrets and numbers that are nobody's, put together when a test runs: no scanner may take a file of the project for a leak. */
import { createHash } from 'node:crypto';

/** `length` characters of `alphabet`, the same for the same `seed`. */
export function made(length: number, seed: string, alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'): string {
  let text = '';
  for (let round = 0; text.length < length; round += 1) {
    text += [...createHash('sha512').update(`${seed} ${round}`).digest()].map((byte) => alphabet[byte % alphabet.length]).join('');
  }
  return text.slice(0, length);
}

/** An identity number: `first` are its 17 digits. GB 11643-1999. */
export function identity(first: string): string {
  const sum = [...first].reduce((total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11), 0);
  return first + '10X98765432'[sum % 11]!;
}

/** A unified social credit code: `first` are its 17 characters. GB 32100-2015. */
export function creditCode(first: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...first].reduce((total, char, index) => total + alphabet.indexOf(char) * (3 ** index % 31), 0);
  return first + alphabet[(31 - (sum % 31)) % 31]!;
}

/** A card number: `first` are all digits but the last. ISO/IEC 7812. */
export function card(first: string): string {
  const sum = [...first].reverse().reduce((total, digit, index) => total + (index % 2 === 0 ? [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]! : Number(digit)), 0);
  return first + String((10 - (sum % 10)) % 10);
}

/** `value` in groups of these lengths. */
export function grouped(value: string, lengths: readonly number[], between = ' '): string {
  let at = 0;
  return lengths.map((length) => value.slice(at, (at += length))).join(between);
}

/** `value` in full-width characters. */
export function wide(value: string): string {
  return value.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}
