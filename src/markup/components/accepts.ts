/** Kinds of attribute values. */
import { classifyAddress } from '../check/address.ts';
import { parseLines } from '../highlight/lines.ts';
import type { AttributeRule } from './component.ts';

type Rule = Pick<AttributeRule, 'accepts' | 'expected'>;

/** One of `values`. */
export function oneOf(...values: string[]): Rule {
  return {
    accepts: (value) => values.includes(value),
    expected: { zh: ` ${join(values, '、', ' 或 ')}`, en: join(values, ', ', ' or ') },
  };
}

/** Text that readers see. */
export const sentence: Rule & { shown: true } = {
  shown: true,
  accepts: (value) => value.trim() !== '',
  expected: { zh: '不为空的文字', en: 'some text' },
};

/** The slug of a glossary entry. */
export const slug: Rule = {
  accepts: (value) => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
  expected: { zh: '术语的 slug，例如 "base-url"', en: 'the slug of a glossary entry, such as "base-url"' },
};

/** The address of an image. */
export const imageAddress: Rule = {
  accepts: (value) => classifyAddress(value, 'image') !== undefined,
  expected: { zh: '以 / 开头的站内路径或 https 地址', en: 'a site path that begins with / or an https address' },
};

/** The name of a file; whether it exists is checked elsewhere. */
export const fileName: Rule = {
  accepts: (value) => value.trim() !== '',
  expected: { zh: '代码文件名，例如 "chat.py"', en: 'the name of a code file, such as "chat.py"' },
};

/** Line numbers from 1. */
export const lineRange: Rule = {
  accepts: (value) => parseLines(value) !== undefined,
  expected: { zh: '行号，例如 "3" 或 "3-10"', en: 'line numbers, such as "3" or "3-10"' },
};

function join(values: readonly string[], comma: string, or: string): string {
  const quoted = values.map((value) => `"${value}"`);
  return `${quoted.slice(0, -1).join(comma)}${or}${quoted.at(-1)!}`;
}
