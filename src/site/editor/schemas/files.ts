/** What editors' tools read: JSON Schemas beside the content, and settings of VS Code at the top of the workspace. */
import { kinds, pages } from '#kinds/index.ts';
import { configSchema, type SiteConfig } from '#model/config.ts';
import { langOf } from '#model/problem.ts';
import { entrySchemaOf, jsonSchemaIn, jsonSchemaOf } from './json-schema.ts';
import { snippetsOf } from './snippets.ts';
import { extensions, settingsFor, tasksFor } from './vscode.ts';

/** Files by path relative to the content folder: the schema of each kind, of trust pages and of site.yaml. */
export function schemaFiles(config: SiteConfig): Map<string, string> {
  const lang = langOf(config.language);
  const entries = [...kinds.map((kind) => ({ folder: kind, title: kind.labels[lang].one })), { folder: pages, title: pages.id }];
  return new Map([
    ['.schema/site.json', print({ title: 'site.yaml', ...jsonSchemaIn(lang, jsonSchemaOf(configSchema)) })],
    ...entries.map(({ folder, title }): [string, string] => [`.schema/${folder.id}.json`, print({ title, ...jsonSchemaIn(lang, entrySchemaOf(folder, config)) })]),
  ]);
}

/** Files by path relative to the workspace, in which the content folder is `content`. `own` ones belong to the generator; the others an editor may change. */
export function workspaceFiles(config: SiteConfig, content: string): Map<string, { text: string; own: boolean }> {
  return new Map([
    ['.vscode/lede.code-snippets', { text: print(snippetsOf(config, langOf(config.language))), own: true }],
    ['.vscode/settings.json', { text: print(settingsFor(content)), own: false }],
    ['.vscode/tasks.json', { text: print(tasksFor(content, langOf(config.language))), own: false }],
    ['.vscode/extensions.json', { text: print(extensions), own: false }],
  ]);
}

function print(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
