/** What is said of a new draft. */
import type { Words } from '#model/problem.ts';
import type { Draft } from './draft.ts';
import type { Near } from './nearest.ts';

/** An entry that probably answers the question already. */
export function sayNear({ entry: { source }, phrase, likeness }: Near): Words {
  const percent = Math.round(likeness * 100);
  return {
    zh: `${source.file} 已经在答相近的问题：“${phrase}”（像 ${percent}%）。如果是同一个问题，就改那一篇，或把这种问法加进它的 asks。`,
    en: `${source.file} answers a question like this: "${phrase}" (${percent}% alike). If it is the same one, edit that entry, or add the phrasing to its asks.`,
  };
}

/** What was written, and what to do now. */
export function sayDraft({ name, files, category, related }: Draft): Words {
  const refs = related.map(({ entry }) => entry.ref);
  return {
    zh: [
      ...Array.from(files.keys(), (file) => `写好了 ${file}`),
      `分类 ${category}${refs.length ? `，相关条目 ${refs.join('、')}` : ''}：不合适就改。`,
      `这是草稿，不会发布，只有 lede dev 在 ${name.path} 显示它。把“待写”的地方都写完，删掉 draft: true，再运行 lede check。`,
    ].join('\n'),
    en: [
      ...Array.from(files.keys(), (file) => `Wrote ${file}`),
      `Category ${category}${refs.length ? `, related entries ${refs.join(', ')}` : ''}: change what does not fit.`,
      `This is a draft and is not published; only lede dev shows it, at ${name.path}. Write what is "To be written", delete draft: true, then run lede check.`,
    ].join('\n'),
  };
}
