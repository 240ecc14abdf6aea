/** `lede schemas`: writes what editors' tools read. */
import { existsSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { Command } from 'commander';
import { readSettings } from '#model/read.ts';
import { contentDir, contentOption, languageOf, type ContentOptions } from './options.ts';
import { brokenSettings } from './report.ts';

interface SchemasOptions extends ContentOptions {
  workspace?: string;
}

export function schemasCommand(): Command {
  return new Command('schemas')
    .description('Write JSON Schemas to .schema/ in the content folder, and settings, tasks and snippets of VS Code.')
    .addOption(contentOption())
    .option('--workspace <dir>', 'folder that is opened in VS Code; default: the working directory when the content is in it, else the content folder')
    .addHelpText('after', '\nExample:\n  lede schemas --content my-site\n')
    .action(async (options: SchemasOptions) => {
      const dir = contentDir(options.content);
      const lang = languageOf(options);
      const config = readSettings(dir);
      if (!config) throw brokenSettings();
      const workspace = options.workspace === undefined ? workspaceOf(dir) : resolve(options.workspace);
      const { schemaFiles, workspaceFiles } = await import('#site/editor/schemas/files.ts');
      const { applyChanges } = await import('#site/editor/change.ts');
      const files = workspaceFiles(config, relative(workspace, dir).replaceAll('\\', '/'));
      const kept = [...files].filter(([file, { text, own }]) => !own && differs(join(workspace, file), text)).map(([file]) => file);
      const schemas = schemaFiles(config);
      applyChanges(dir, { write: schemas });
      applyChanges(workspace, { write: new Map([...files].filter(([file]) => !kept.includes(file)).map(([file, { text }]) => [file, text])) });
      const count = schemas.size + files.size - kept.length;
      console.log({ zh: `写好了 ${count} 个文件。`, en: `Wrote ${count} files.` }[lang]);
      for (const file of kept) console.log({ zh: `${file} 里有你自己的设置，没有动它；删掉它再运行一次，就换成默认的。`, en: `${file} holds settings of your own and was left alone; delete it and run this again for the default.` }[lang]);
    });
}

function workspaceOf(dir: string): string {
  const here = process.cwd();
  return dir === here || dir.startsWith(here + sep) ? here : dir;
}

function differs(path: string, text: string): boolean {
  return existsSync(path) && readFileSync(path, 'utf8') !== text;
}
