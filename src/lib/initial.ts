/** The order of an index: by the Latin letter under which a reader looks, for Chinese the first of its pinyin. */

/** Where readings are known, CLDR's order of pinyin has a mark before each letter: U+FDD0 and the letter. */
const pinyin = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Filed after all letters: digits, other scripts, Han characters without a known reading. */
export const noLetter = '#';

/** The letter under which `name` is filed, `A` to `Z`, else {@link noLetter}. A character of several readings counts by the usual one. */
export function initialOf(name: string): string {
  const [first = ''] = /[\p{L}\p{N}].*/su.exec(name) ?? [];
  const latin = first.normalize('NFKD').toUpperCase().charAt(0);
  if (latin >= 'A' && latin <= 'Z') return latin;
  if (!/^\p{Script=Han}/u.test(first) || pinyin.compare(first, firstUnread) >= 0) return noLetter;
  let [low, high] = [0, letters.length]; // the letter is before `high`, and not before `low`
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pinyin.compare(first, `\uFDD0${letters[middle]!}`) >= 0) low = middle;
    else high = middle;
  }
  return letters[low]!;
}

/** `items` in the order of the names that `nameOf` gives: by letter, Latin before Chinese, then as CLDR sorts. Equal names keep their order. */
export function sortByInitial<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, name: nameOf(item), at: rank(nameOf(item)) }))
    .sort((a, b) => a.at - b.at || pinyin.compare(a.name, b.name))
    .map(({ item }) => item);
}

/** Han characters that CLDR knows no reading of come after all others, from this one on. */
const firstUnread = '\u3400';

/** CLDR would put Chinese first. */
function rank(name: string): number {
  const initial = initialOf(name);
  const letter = initial === noLetter ? letters.length : letters.indexOf(initial);
  return 2 * letter + Number(/^\P{L}*\p{Script=Han}/u.test(name));
}
