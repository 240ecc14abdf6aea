/** Numbers that belong to a person or a company. All have a form that can be checked but mobile numbers. */
import isIdentityCard from 'validator/lib/isIdentityCard.js';
import isLuhnNumber from 'validator/lib/isLuhnNumber.js';
import type { Finding, LeakRule } from './finding.ts';

interface NumberKind {
  rule: LeakRule;
  /** What may be one, groups and all. */
  pattern: RegExp;
  /** Whether it is, given without spaces and dashes, and as it stands. */
  isOne(value: string, written: string): boolean;
}

/** No letter, digit or underscore before and after: what goes on is an identifier. A point before makes it a fraction; a comma parts the columns of a table. */
const before = '(?<![A-Za-z0-9_]|[0-9][.-]|[A-Za-z0-9]-)';
const after = '(?![A-Za-z0-9_]|[.-][0-9A-Za-z])';
/** The same for groups of digits, which must be no part of a longer list of numbers. */
const alone = `${before}(?<![0-9][ ,])`;
const end = `${after}(?![ ,] ?[0-9])`;
const s = '[ .-]';
const segment = '1(?:3\\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\\d|9[0-35-9])';
/** Where a mobile number may begin, with the number of the country. */
const beforePhone = '(?<![A-Za-z0-9_/]|[0-9][.-]|[A-Za-z]-)(?:\\(?(?:\\+|00)?86\\)?[ -]?)?';
const spaced = (digits: number) => `(?:[ -]?\\d){${digits}}`;

const kinds: readonly NumberKind[] = [
  // GB 11643-1999: region, day of birth, serial number, check digit of ISO 7064.
  { rule: 'personal/identity', pattern: new RegExp(`${before}[1-8]\\d{16}[0-9Xx]${after}|${alone}[1-8]${spaced(16)}[ -]?[0-9Xx]${end}`, 'g'), isOne: (value) => isIdentityCard(value, 'zh-CN') && !sampleIds.has(value.toUpperCase()) },
  // GB 32100-2015: authority, kind, region, organisation, check character.
  { rule: 'company/credit-code', pattern: new RegExp(`${before}(?:1[1239]|[25][1-9]|3[1-5]|4[129]|6[129]|7[129]|8[19]|9[123]|A[19]|N[1239]|Y1)\\d{6}[0-9A-HJ-NPQRTUWXY]{10}${after}`, 'g'), isOne: (value) => hasCreditCheck(value) && !sampleIds.has(value) },
  { rule: 'personal/card', pattern: new RegExp(`${alone}(?:62|4\\d|5[1-5]|2[2-7]|35)\\d\\d(?:\\d{12,15}|(?:[ -]\\d{4}){3}(?:[ -]?\\d{1,3})?|\\d\\d[ -]\\d{10,13})${end}`, 'g'), isOne: isCard },
  {
    rule: 'personal/phone',
    pattern: new RegExp(`${beforePhone}${segment}\\d{8}${after}|(?<![0-9][ ,])${beforePhone}(?:${segment}(?:${s}?\\d{4}${s}?\\d{4}|${s}\\d{3}${s}\\d{5}|${s}\\d{5}${s}\\d{3})|${segment}\\d${s}\\d{3}${s}\\d{4})${end}`, 'g'),
    isOne: isMobile,
  },
];

/** Numbers in `text`. */
export function findNumbers(text: string): Finding[] {
  return kinds.flatMap(({ rule, pattern, isOne }) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => (isOne(match[0].replace(/[ .()-]/g, ''), match[0]) ? [{ rule, start: match.index, end: match.index + match[0].length }] : [])),
  );
}

/** The numbers that the standards themselves show. */
const sampleIds = new Set(['11010519491231002X', '440524188001010014', '91350100M000100Y43']);

/** Tails that only a placeholder has. */
function isMobile(value: string): boolean {
  const number = value.replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
  return new RegExp(`^${segment}\\d{8}$`).test(number) && !/^(?:13800138000|13900139000|\d{3}(?:(\d)\1{7}|12345678|87654321|00001111))$/.test(number);
}

/** Lengths: UnionPay 16 to 19 digits, the others 16 (ISO/IEC 7812). Numbers that payment services give for tests have few digits. */
function isCard(value: string, written: string): boolean {
  const hasLength = value.startsWith('62') ? value.length >= 16 && value.length <= 19 : value.length === 16;
  const groups = written.split(/[ -]/);
  const isList = groups.length > 2 && (isRising(groups) || isRising(groups.reverse()));
  return hasLength && !isList && isLuhnNumber(value) && new Set(value).size > 4 && !/123456789/.test(value);
}

/** Lines and pages are counted up or down; the groups of a card number are not. */
function isRising(groups: readonly string[]): boolean {
  return groups.every((group, index) => index === 0 || Number(group) > Number(groups[index - 1]));
}

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Weights are powers of 3, modulo 31. */
function hasCreditCheck(code: string): boolean {
  const sum = [...code.slice(0, 17)].reduce((total, char, index) => total + creditAlphabet.indexOf(char) * (3 ** index % 31), 0);
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17] && new Set(code).size > 4;
}
