/** Zod's issues in the words of an editor: what is wrong, quoting the value, and what to type instead. */
import type { z } from 'zod';
import { plural } from '#lib/number.ts';
import { closest, countChars, excerpt } from '#lib/text.ts';
import type { Path } from '#lib/yaml.ts';
import type { FieldProblem } from './fields.ts';
import type { Said, Words } from './problem.ts';
import { isList, keysOf, schemaAt, sentenceOf } from './schema.ts';

/** One thing wrong with a value, in words. `path` says where, `of` whether the key or the value is meant. */
export interface Finding extends Said {
  path: Path;
  of: 'key' | 'value';
}

/** Everything that `issue` says about `data`, in words; one finding a wrong key. */
export function explainIssue(issue: z.core.$ZodIssue, data: unknown, schema: z.ZodType): Finding[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, schemaAt(schema, issue.path)));
  }
  const value = valueAt(data, issue.path);
  // Zod counts the characters of a text that should be a list, too, and says beside it that it is none.
  if ((issue.code === 'too_small' || issue.code === 'too_big') && typeof value === 'string' && isList(schemaAt(schema, issue.path))) return [];
  const name = nameOf(issue.path);
  const about = sentenceOf(schemaAt(schema, issue.path));
  const at = { path: issue.path, of: 'value' as const };
  if (value === undefined || value === null) return [{ ...at, of: 'key', ...missing(name, about) }];
  if (issue.code === 'custom') return [{ ...at, ...explainCustom(issue.params as FieldProblem, name, value, about) }];
  return [{ ...at, ...explainPlain(issue, name, value, about) }];
}

function unknownKey(path: Path, key: string, schema: z.ZodType | undefined): Finding {
  const known = schema ? keysOf(schema) : [];
  const near = closest(key, known);
  return {
    path,
    of: 'key',
    rule: 'schema/unknown-key',
    message: { zh: `没有叫 ${quote(key)} 的字段。`, en: `There is no field called ${quote(key)}.` },
    hint: near
      ? { zh: `你是不是想写 ${quote(near)}？`, en: `Did you mean ${quote(near)}?` }
      : { zh: `可用的字段：${known.join('、')}。`, en: `The fields are: ${known.join(', ')}.` },
  };
}

function missing(name: string, about: Words): Said {
  return {
    rule: 'schema/required',
    message: { zh: `缺少 ${quote(name)}。`, en: `${quote(name)} is missing.` },
    hint: { zh: `补上它：${about.zh}`, en: `Add it: ${about.en}` },
  };
}

function explainCustom(found: FieldProblem, name: string, value: unknown, about: Words): Said {
  const shown = show(value);
  switch (found.problem) {
    case 'length': {
      const { min, max, actual } = found;
      const verb = actual < min ? { zh: `至少再写 ${min - actual} 个字`, en: `Write at least ${min - actual} more` } : { zh: `至少删掉 ${actual - max} 个字`, en: `Cut at least ${actual - max}` };
      return {
        rule: 'schema/length',
        message: { zh: `${quote(name)} 有 ${actual} 个字，应为 ${min}–${max} 个：${shown}。`, en: `${quote(name)} has ${actual} characters instead of ${min}–${max}: ${shown}.` },
        hint: { zh: `${verb.zh}。${about.zh}`, en: `${verb.en}. ${about.en}` },
      };
    }
    case 'markdown':
      return {
        rule: 'schema/plain-text',
        message: { zh: `${quote(name)} 里有 Markdown 或 HTML：${quote(excerpt(found.found, 60))}。`, en: `${quote(name)} holds Markdown or HTML: ${quote(excerpt(found.found, 60))}.` },
        hint: { zh: '改成纯文本；链接写进正文或 nextSteps。', en: 'Write plain text; put links into the body or nextSteps.' },
      };
    case 'line-break':
      return {
        rule: 'schema/one-line',
        message: { zh: `${quote(name)} 里有换行：${shown}。`, en: `${quote(name)} has a line break: ${shown}.` },
        hint: { zh: '写成一行；多行文字用 > 开头的折叠写法，或拆成几条。', en: 'Write it on one line, fold it with >, or make several items of it.' },
      };
    case 'date':
      return {
        rule: 'schema/date',
        message: { zh: `${quote(name)} 不是有效日期：${shown}。`, en: `${quote(name)} is not a real day: ${shown}.` },
        hint: { zh: '写成 年-月-日，例如 2026-11-20。', en: 'Write year-month-day, such as 2026-11-20.' },
      };
    case 'reference':
      return {
        rule: 'schema/reference',
        message: { zh: `${quote(name)} 不是条目引用：${shown}。`, en: `${quote(name)} is not a reference to an entry: ${shown}.` },
        hint: { zh: '写成 文件夹/文件名，例如 answers/base-url-settings。', en: 'Write folder/slug, such as answers/base-url-settings.' },
      };
    case 'address':
      return {
        rule: 'schema/address',
        message: { zh: `${quote(name)} 不是可用的地址：${shown}。`, en: `${quote(name)} is not an address that can be used: ${shown}.` },
        hint: { zh: '写条目引用（answers/base-url-settings）、站内路径（/support/）或 https 地址。', en: 'Write a reference (answers/base-url-settings), a path of this site (/support/) or an https address.' },
      };
    case 'https':
      return {
        rule: 'schema/address',
        message: { zh: `${quote(name)} 不是可用的地址：${shown}。`, en: `${quote(name)} is not an address that can be used: ${shown}.` },
        hint: { zh: '写完整的 https 地址，例如 https://example.org/。', en: 'Write a whole https address, such as https://example.org/.' },
      };
    case 'site-path':
      return {
        rule: 'schema/address',
        message: { zh: `${quote(name)} 的路径不能用：${quote(found.path)}。`, en: `${quote(name)} has a path that cannot be used: ${quote(found.path)}.` },
        hint: { zh: '直接写汉字，或按 UTF-8 编码；不要有连着的两个斜杠，例如 https://example.org/docs。', en: 'Write it as it reads, or encoded as UTF-8, and never two slashes in a row, such as https://example.org/docs.' },
      };
    case 'duplicate':
      return {
        rule: 'schema/duplicate',
        message: { zh: `${quote(name)} 里 ${quote(found.value)} 出现了两次。`, en: `${quote(found.value)} stands twice in ${quote(name)}.` },
        hint: { zh: '删掉一个，或改成不同的值。', en: 'Delete one of them, or make them differ.' },
      };
    case 'no-target':
      return {
        rule: 'schema/no-target',
        message: { zh: `${quote(name)} 里没有一步写了 to。`, en: `No step of ${quote(name)} has a "to".` },
        hint: { zh: '至少给一步加上 to：条目引用、站内路径或 https 地址。', en: 'Give at least one step a "to": a reference, a path of this site or an https address.' },
      };
  }
}

function explainPlain(issue: z.core.$ZodIssue, name: string, value: unknown, about: Words): Said {
  const shown = show(value);
  if (issue.code === 'invalid_value') {
    const options = issue.values.map(String);
    const near = typeof value === 'string' ? closest(value, options) : undefined;
    return {
      rule: 'schema/choice',
      message: { zh: `${quote(name)} 不能是 ${shown}。`, en: `${quote(name)} cannot be ${shown}.` },
      hint: { zh: `${near ? `你是不是想写 ${near}？` : ''}可选：${options.join('、')}。`, en: `${near ? `Did you mean ${near}? ` : ''}It can be: ${options.join(', ')}.` },
    };
  }
  if (issue.code === 'too_small' && Array.isArray(value)) {
    return {
      rule: 'schema/too-few',
      message: { zh: `${quote(name)} 只有 ${value.length} 项，至少要 ${issue.minimum} 项。`, en: `${quote(name)} has ${plural(value.length, 'item')} and needs at least ${issue.minimum}.` },
      hint: { zh: `再补 ${Number(issue.minimum) - value.length} 项。${about.zh}`, en: `Add ${Number(issue.minimum) - value.length} more. ${about.en}` },
    };
  }
  if (issue.code === 'too_big' && Array.isArray(value)) {
    return {
      rule: 'schema/too-many',
      message: { zh: `${quote(name)} 有 ${value.length} 项，最多 ${issue.maximum} 项。`, en: `${quote(name)} has ${plural(value.length, 'item')} and may have at most ${issue.maximum}.` },
      hint: { zh: `删掉 ${value.length - Number(issue.maximum)} 项。`, en: `Delete ${value.length - Number(issue.maximum)} of them.` },
    };
  }
  if ((issue.code === 'too_small' || issue.code === 'too_big') && typeof value === 'number') {
    const [limit, verb] = issue.code === 'too_small' ? [issue.minimum, { zh: '不小于', en: 'that is at least' }] : [issue.maximum, { zh: '不大于', en: 'that is at most' }];
    return {
      rule: 'schema/value',
      message: { zh: `${quote(name)} 的值不能用：${shown}。`, en: `${quote(name)} cannot have this value: ${shown}.` },
      hint: { zh: `写${verb.zh} ${limit} 的数。${about.zh}`, en: `Write a number ${verb.en} ${limit}. ${about.en}` },
    };
  }
  if (issue.code === 'invalid_type') {
    const wanted = typeWords[issue.expected] ?? typeWords['string']!;
    return {
      rule: 'schema/type',
      message: { zh: `${quote(name)} 应是${wanted.zh}，现在是${typeOf(value).zh} ${shown}。`, en: `${quote(name)} should be ${wanted.en}, but is ${typeOf(value).en} ${shown}.` },
      hint: issue.expected === 'string' && typeof value !== 'object'
        ? { zh: `给它加上引号：${JSON.stringify(String(value))}。`, en: `Put it in quotes: ${JSON.stringify(String(value))}.` }
        : { zh: `改成${wanted.zh}。${about.zh}`, en: `Make it ${wanted.en}. ${about.en}` },
    };
  }
  return {
    rule: 'schema/value',
    message: { zh: `${quote(name)} 的值不能用：${shown}。`, en: `${quote(name)} cannot have this value: ${shown}.` },
    hint: { zh: about.zh, en: about.en },
  };
}

const typeWords: Record<string, Words> = {
  string: { zh: '一段文字', en: 'text' },
  number: { zh: '一个数字', en: 'a number' },
  int: { zh: '一个整数', en: 'a whole number' },
  boolean: { zh: ' true 或 false', en: 'true or false' },
  array: { zh: '一个列表（每项一行，以 - 开头）', en: 'a list (one line an item, each starting with -)' },
  object: { zh: '一组“字段: 值”', en: 'a group of "field: value" lines' },
  record: { zh: '一组“名字: 值”', en: 'a group of "name: value" lines' },
};

function typeOf(value: unknown): Words {
  const type = Array.isArray(value) ? 'array' : typeof value;
  const words: Record<string, Words> = {
    string: { zh: '文字', en: 'the text' },
    number: { zh: '数字', en: 'the number' },
    boolean: { zh: '布尔值', en: 'the value' },
    array: { zh: '列表', en: 'the list' },
    object: { zh: '一组字段', en: 'the group' },
  };
  return words[type] ?? words['string']!;
}

/** `path` as an editor would say it: `faq[1].answer`. */
export function nameOf(path: Path): string {
  return path.reduce<string>((name, step) => (typeof step === 'number' ? `${name}[${step}]` : name ? `${name}.${String(step)}` : String(step)), '');
}

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, step) => (value === null || value === undefined ? undefined : (value as Record<PropertyKey, unknown>)[step]), data);
}

/** A value as it is quoted in a message: text in quotes, long things cut. */
function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const cut = countChars(text) > 60 ? excerpt(text, 60) : text;
  return typeof value === 'string' ? quote(cut) : cut;
}

function quote(text: string): string {
  return `"${text}"`;
}
