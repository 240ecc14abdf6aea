/** Settings of VS Code: which schema belongs to which file, and how problems that `lede check` prints get under the words they are about. */
import { severityWords } from '#checks/reporters/text.ts';
import type { Lang, Severity } from '#model/problem.ts';
import { watchWords } from '../watch-words.ts';

/** The YAML extension reads `.yaml` only: frontmatter of `.mdx` is the business of the task and the snippets. */
export const extensions = { recommendations: ['redhat.vscode-yaml', 'unifiedjs.vscode-mdx'] };

/** Where the content folder is `content`, relative to the workspace. */
export function settingsFor(content: string): object {
  return {
    'yaml.schemas': { [`./${join(content, '.schema/site.json')}`]: join(content, 'site.yaml') },
    '[mdx]': { 'editor.wordWrap': 'on', 'editor.tabSize': 2, 'editor.insertSpaces': true, 'editor.quickSuggestions': { other: true, comments: true, strings: true } },
  };
}

/** A task that checks after each save, and starts with the workspace: https://code.visualstudio.com/docs/debugtest/tasks */
export function tasksFor(content: string, lang: Lang): object {
  return {
    version: '2.0.0',
    tasks: [
      {
        label: 'lede check',
        type: 'shell',
        command: 'npm',
        args: ['run', '--silent', 'check', '--', '--watch', '--content', content || '.'],
        isBackground: true,
        runOptions: { runOn: 'folderOpen' },
        presentation: { reveal: 'never', panel: 'dedicated' },
        problemMatcher: (['error', 'warning', 'notice'] as const).map((severity) => matcherFor(severity, content, lang)),
      },
    ],
  };
}

/** VS Code knows the severity of a problem by English words only, so each severity has a matcher of its own. */
function matcherFor(severity: Severity, content: string, lang: Lang): object {
  const words = severityWords[severity][lang];
  const others = Object.values(severityWords).map((one) => one[lang]).filter((one) => one !== '');
  return {
    owner: `lede-${severity}`,
    source: 'lede',
    severity: severity === 'notice' ? 'info' : severity,
    fileLocation: ['relative', join('${workspaceFolder}', content)],
    pattern: [
      { regexp: `^(\\S.*?):(\\d+):(\\d+)  (\\S+)  ${words || `(?!${others.join('|')})`}(.*)$`, file: 1, line: 2, column: 3, code: 4, message: 5 },
      { regexp: '^  (.*)$', message: 1 },
    ],
    background: { activeOnStart: true, beginsPattern: `^${watchWords[lang].begin}$`, endsPattern: `^${watchWords[lang].end}$` },
  };
}

function join(...parts: string[]): string {
  return parts.filter((part) => part !== '').join('/');
}
