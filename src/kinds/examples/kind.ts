/** Runnable code with the proof that it worked. */
import { z } from 'zod';
import { prosePlain } from '#lib/prose.ts';
import { articleNode } from '#model/article.ts';
import { contract } from '#model/contract.ts';
import { about, line, lines } from '#model/fields.ts';
import { defineKind } from '#model/kind.ts';
import type { Part } from '#model/part.ts';

const file = z.strictObject({
  path: about(line(1, 200), '代码文件，写相对于这个文件夹的路径。', 'The code file, relative to this folder.'),
  language: about(line(1, 40), '高亮用的语言。', 'The language it is highlighted as.'),
  title: about(line(1, 100).optional(), '显示的文件名。', 'The file name shown.'),
});

const schema = z.strictObject({
  ...contract,
  scenario: about(line(), '什么时候用这段代码。', 'When to use this code.'),
  prerequisites: about(z.array(line()).optional(), '先要满足什么。', 'What must be true first.'),
  files: about(z.array(file).min(1), '真实的代码文件，可以运行和检查。', 'Real code files that can be run and linted.'),
  placeholders: about(
    z.array(z.strictObject({ token: about(line(), '代码里的占位文字。', 'The placeholder in the code.'), replaceWith: about(line(), '换成什么。', 'What to put there.') })).optional(),
    '要替换的占位内容。',
    'What to replace.',
  ),
  run: about(lines(), '怎样运行，一行一步。', 'How to run it, one step a line.'),
  success: about(
    z.array(z.strictObject({ text: about(line(), '看到什么算成功。', 'What shows that it worked.'), check: about(line().optional(), '用什么命令或动作核对。', 'How to check it.') })).min(1),
    '怎样确认成功。',
    'How to tell that it worked.',
  ),
  errors: about(
    z.array(z.strictObject({ symptom: about(line(), '看到的现象。', 'What one sees.'), cause: about(line(), '原因。', 'The cause.'), fix: about(line(), '怎么改。', 'The fix.') })).min(1),
    '常见错误、原因和改法。',
    'Common errors with cause and fix.',
  ),
});

const words = {
  zh: { scenario: '什么时候用', need: '先要满足', code: '代码', run: '怎样运行', replace: '要替换的内容', success: '怎样确认成功', errors: '常见错误', columns: ['现象', '原因', '改法'] },
  en: { scenario: 'When to use it', need: 'What must be true first', code: 'Code', run: 'How to run it', replace: 'What to replace', success: 'How to tell that it worked', errors: 'Common errors', columns: ['Symptom', 'Cause', 'Fix'] },
};

export const examples = defineKind<z.output<typeof schema>>({
  id: 'examples',
  schema,
  order: 'newest',
  labels: {
    zh: { one: '示例', many: '示例', lead: '可以直接运行的代码，附成功的样子和常见错误。' },
    en: { one: 'Example', many: 'Examples', lead: 'Code that runs, with what success looks like and common errors.' },
  },
  before(data, lang) {
    const say = words[lang];
    const parts: Part[] = [{ type: 'text', id: 'scenario', title: say.scenario, text: data.scenario }];
    if (data.prerequisites?.length) parts.push({ type: 'list', id: 'prerequisites', title: say.need, items: data.prerequisites });
    parts.push({ type: 'code', id: 'code', title: say.code, files: data.files.map(({ path, title }) => ({ path, title: title ?? path })) });
    parts.push({ type: 'list', id: 'run', title: say.run, items: data.run, ordered: true });
    if (data.placeholders?.length) parts.push({ type: 'pairs', id: 'placeholders', title: say.replace, pairs: data.placeholders.map(({ token, replaceWith }) => ({ name: `\`${token}\``, text: replaceWith })) });
    const colon = { zh: '：', en: ': ' }[lang];
    parts.push({ type: 'list', id: 'success', title: say.success, items: data.success.map(({ text, check }) => (check ? `${text}${colon}${check}` : text)) });
    parts.push({ type: 'table', id: 'errors', title: say.errors, columns: say.columns, rows: data.errors.map(({ symptom, cause, fix }) => [symptom, cause, fix]) });
    return parts;
  },
  verbatim: ['files', 'placeholders', 'run'],
  codeFiles: ({ files }) => files,
  placeholders: ({ placeholders }) => (placeholders ?? []).map(({ token }) => token),
  starter: (slug) => ({ data: { files: [{ path: `${slug}/main.sh`, language: 'bash' }] }, files: { [`${slug}/main.sh`]: '#!/usr/bin/env bash\nset -euo pipefail\n' } }),
  jsonLd: (entry, graph) => ({
    ...articleNode('TechArticle', entry, graph),
    ...(entry.data.prerequisites?.length ? { dependencies: entry.data.prerequisites.map(prosePlain) } : {}),
    hasPart: entry.data.files.map(({ path, language, title }) => ({
      '@type': 'SoftwareSourceCode',
      name: title ?? path,
      programmingLanguage: language,
      url: `${graph.url}#code`,
    })),
  }),
});
