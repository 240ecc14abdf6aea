/** `/404.md`: what a program that asked for Markdown gets at an address that leads nowhere. nginx.conf sends it. */
import { escapeMarkdown } from '#lib/prose.ts';
import { kindPath, questionsPath } from '#model/paths.ts';
import { words } from '#model/words/index.ts';
import type { Output } from './output.ts';

export const notFound: Output = {
  id: 'not-found',
  *files({ site }, { resources }) {
    const say = words[site.lang];
    const pointers = [
      ...resources.filter(({ rel }) => rel === 'describedby').map(({ path, title, about }) => ({ text: title, path, about: about[site.lang] })),
      ...site.kinds.filter(({ id }) => site.ofKind(id).length > 0).map(({ id, labels }) => ({ text: labels[site.lang].many, path: kindPath(id), about: labels[site.lang].lead })),
      { text: say.allQuestions, path: questionsPath, about: say.questionsLead },
    ];
    const list = pointers.map(({ text, path, about }) => `- [${escapeMarkdown(text)}](${site.url(path)})${say.colon}${escapeMarkdown(about)}`);
    yield { path: '/404.md', content: `# ${say.notFound}\n\n${say.notFoundPointers}\n\n${list.join('\n')}\n` };
  },
};
