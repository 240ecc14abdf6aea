/** What the reader says when something about a content folder is wrong. */
import { parse } from 'node:path';
import type { YamlProblem } from '#lib/yaml.ts';
import { excerpt } from '#lib/text.ts';
import type { Unplaced } from './problem.ts';

function error(rule: string, zh: string, en: string, hintZh: string, hintEn: string): Unplaced {
  return { rule, severity: 'error', message: { zh, en }, hint: { zh: hintZh, en: hintEn } };
}

export const noConfig = () =>
  error('site/missing', '内容文件夹里没有 site.yaml。', 'The content folder has no site.yaml.', '运行 lede init，它会写好一份，每项设置都有说明。', 'Run lede init: it writes one, with a sentence on each setting.');

export const noEntries = (kind: string) =>
  error('site/empty', '内容文件夹里一篇条目也没有。', 'The content folder holds no entry at all.', `写第一篇，例如 ${kind}/my-first-answer.mdx。`, `Write the first one, such as ${kind}/my-first-answer.mdx.`);

export const nothingPublished = (kind: string) =>
  error('site/empty', '没有一篇可以发布的条目。', 'No entry can be published.', `写一篇，例如 ${kind}/my-first-answer.mdx；已经写好的，删掉 draft: true。`, `Write one, such as ${kind}/my-first-answer.mdx; in those that are finished delete draft: true.`);

export const notMdx = (name: string) => {
  const { name: slug, ext } = parse(name);
  return error('file/extension', `${name} 以 ${ext} 结尾，不会被读取。`, `${name} ends in ${ext} and is not read.`, `改名为 ${slug}.mdx。`, `Rename it to ${slug}.mdx.`);
};

export const nested = (file: string, folder: string) => ({
  ...error('file/nested', `${file} 在子文件夹里，不会被读取。`, `${file} stands in a subfolder and is not read.`, `移到 ${folder}/ 里；条目属于哪一类，写在 category 和 tags 里。`, `Move it into ${folder}/; category and tags say what an entry belongs to.`),
  severity: 'warning' as const,
});

export const badSlug = (name: string) =>
  error('file/slug', `文件名 "${name}" 不能用作地址。`, `The file name "${name}" cannot be an address.`, '只用小写字母、数字和单个连字符，例如 base-url-settings.mdx；中文写在 title 里。', 'Use lower-case letters, digits and single hyphens, such as base-url-settings.mdx; Chinese goes into title.');

export const takenPath = (slug: string) =>
  error('file/taken', `/${slug}/ 是生成器自己那一页的地址。`, `/${slug}/ is the address of a page that the generator makes.`, `给文件换个名字，例如 about-${slug}.mdx。`, `Give the file another name, such as about-${slug}.mdx.`);

export const sameSlug = (slug: string, twin: string) =>
  error('file/same-slug', `"${slug}" 和 ${twin} 只有大小写不同，会变成同一个地址。`, `"${slug}" differs from ${twin} only in case and would have the same address.`, '给其中一个换个名字。', 'Rename one of the two.');

export const linkOutside = (file: string) =>
  error('file/outside', `${file} 是指向内容文件夹之外的链接。`, `${file} is a link that leads out of the content folder.`, '把真正的文件放进内容文件夹。', 'Put the real file into the content folder.');

export const codeFileOutside = (path: string) =>
  error('file/outside', `代码文件 "${path}" 在内容文件夹之外。`, `The code file "${path}" is outside the content folder.`, '把文件放到 MDX 旁边，写它的相对路径。', 'Put the file beside the MDX and write its relative path.');

export const noCodeFile = (path: string, near: string | undefined) =>
  error('file/code-missing', `找不到代码文件 "${path}"。`, `The code file "${path}" does not exist.`, near ? `你是不是想写 "${near}"？` : '把文件放到 MDX 旁边，或改正路径。', near ? `Did you mean "${near}"?` : 'Put the file beside the MDX, or correct the path.');

export const codeFileInvisible = (path: string, line: number, name: string) =>
  error('file/invisible', `代码文件 "${path}" 第 ${line} 行有一个看不见的字符 ${name}。`, `The code file "${path}" holds an invisible character ${name} on line ${line}.`, '删掉它；需要时在代码里写成转义，例如 \\x1b。', 'Delete it; where the code needs it, write its escape, such as \\x1b.');

export const strayFolder = (name: string, near: string | undefined, folders: readonly string[]): Unplaced => ({
  ...error('file/stray-folder', `文件夹 "${name}" 不属于任何一类内容，里面的文件不会被读取。`, `The folder "${name}" belongs to no kind of content and is not read.`, near ? `你是不是想写 "${near}"？` : `可用的文件夹：${folders.join('、')}。`, near ? `Did you mean "${near}"?` : `The folders are: ${folders.join(', ')}.`),
  severity: 'warning',
});

/** What is wrong with a piece of YAML. */
export function yamlProblem({ kind, found }: YamlProblem): Unplaced {
  const shown = `"${excerpt(found, 60)}"`;
  switch (kind) {
    case 'tab':
      return error('yaml/tab', `这一行用制表符缩进：${shown}。`, `This line is indented with a tab: ${shown}.`, '把制表符换成两个空格。', 'Replace the tab with two spaces.');
    case 'alias':
      return error('yaml/alias', `这里用了 YAML 引用 ${shown}，内容文件不允许。`, `The YAML alias ${shown} is used here, which content files may not do.`, '把被引用的内容直接写出来。', 'Write out what it refers to.');
    case 'tag':
      return error('yaml/tag', `这里用了 YAML 标签 ${shown}，内容文件不允许。`, `The YAML tag ${shown} is used here, which content files may not do.`, '删掉以 ! 开头的标签，只留值。', 'Delete the tag that starts with ! and keep the value.');
    case 'duplicate-key':
      return error('yaml/duplicate-key', `这个字段写了两次：${shown}。`, `This field is written twice: ${shown}.`, '把两处合并成一处。', 'Merge the two into one.');
    case 'syntax':
      return error('yaml/syntax', `这一行不是有效的 YAML：${shown}。`, `This line is not valid YAML: ${shown}.`, '值里有冒号、井号或引号时，用一对英文双引号把整个值包起来，并检查缩进。', 'Put a value that holds a colon, a hash or a quote in double quotes, and check the indentation.');
  }
}
