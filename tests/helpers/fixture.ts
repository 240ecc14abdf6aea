/**
 * Content files that mark their own problems: `# ✗ rule` at the end of a line of YAML, a comment of MDX with `✗ rule` in a body.
 * Required fields that a file leaves out are filled in, so that it holds only what it is about.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readYaml } from '#lib/yaml.ts';
import { makeContent, minimalConfig } from './content.ts';

export interface Fixture {
  /** The content folder, ready to be loaded. */
  dir: string;
  /** `file:line rule` for every mark. */
  marks: string[];
  /** The line that a reader of the fixture sees, for a line of the file in `dir`. */
  lineOf(file: string, line: number): number;
}

/** The fixture in `dir`. */
export function readFixture(dir: string): Fixture {
  const names = (readdirSync(dir, { recursive: true }) as string[]).filter((name) => statSync(join(dir, name)).isFile()).sort();
  const texts = names.map((name) => [name, readFileSync(join(dir, name), 'utf8')] as const);
  const files = texts.map(([name, text]) => ({ name, ...(name.endsWith('.mdx') ? fill(name, text) : { text, filled: [0, 0] as const }) }));
  return {
    dir: makeContent({ 'site.yaml': minimalConfig, ...Object.fromEntries(files.map(({ name, text }) => [name, text])) }),
    marks: texts.flatMap(([name, text]) => text.split('\n').flatMap((line, index) => marksOf(line).map((rule) => `${name}:${index + 1} ${rule}`))),
    lineOf(file, line) {
      const [from, count] = files.find(({ name }) => name === file)?.filled ?? [0, 0];
      return line > from ? line - count : line;
    },
  };
}

/** The content of a file with the fields that it leaves out, and after which line how many were put in. */
export function fill(name: string, text: string): { text: string; filled: readonly [after: number, lines: number] } {
  const end = text.indexOf('\n---', 3);
  const [kind, file] = name.split('/') as [string, string];
  const given = Object.keys((readYaml(text.slice(4, end + 1)).data as object | null) ?? {});
  const missing = Object.entries(defaults(kind, file.replace('.mdx', ''))).filter(([field]) => !given.includes(field));
  const lines = missing.map(([field, value]) => `${field}: ${JSON.stringify(value)}\n`).join('');
  return { text: `${text.slice(0, end + 1)}${lines}${text.slice(end + 1)}`, filled: [text.slice(0, end + 1).split('\n').length - 1, missing.length] };
}

function marksOf(line: string): string[] {
  return /(?:#|\{\/\*) ✗ ([a-z/ -]+?)(?: \*\/\})?$/.exec(line)?.[1]?.split(' ') ?? [];
}

function defaults(kind: string, slug: string): Record<string, unknown> {
  if (kind === 'pages') return { title: `页面 ${slug}`, description: '一页只用来测试的说明，没有别的用处。', updated: '2026-05-01', role: slug };
  return {
    title: `${slug} 的接口地址`,
    description: '说明它和网站地址的区别，以及填错之后会看到什么。',
    shortAnswer: `${slug} 的接口地址填文档里给出的那一个，不要填网站首页的地址：前者返回数据，后者返回网页，填错时程序收到的是一段 HTML。`,
    boundaries: { appliesTo: ['使用兼容协议的客户端。'], notFor: ['只浏览网页的情况。'] },
    nextSteps: [{ text: '看说明', to: 'https://test.example/help' }],
    englishSummary: ['Use the base URL given in the documentation, never the address of the website, which answers with HTML.'],
    category: 'access',
    published: '2026-05-01',
    updated: '2026-05-01',
    review: { volatility: 'stable' },
    ...own[kind]?.(slug),
  };
}

const own: Record<string, (slug: string) => Record<string, unknown>> = {
  answers: (slug) => ({ question: `${slug} 的接口地址` }),
  guides: () => ({ audience: ['编辑'], outcome: '得到一个可用的地址。' }),
  posts: () => ({ audience: ['编辑'] }),
  glossary: (slug) => ({ term: slug }),
};
