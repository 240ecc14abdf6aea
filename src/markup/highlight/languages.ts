/** Languages of code blocks, and the names that editors type for them. */
import { createRequire } from 'node:module';
import Prism from 'prismjs';

/** Typed name → Prism's name. A name that is missing here is shown as plain text. */
const names: Readonly<Record<string, string>> = {
  bash: 'bash', sh: 'bash', shell: 'bash', zsh: 'bash', console: 'bash',
  c: 'c', cpp: 'cpp', 'c++': 'cpp', csharp: 'csharp', cs: 'csharp', 'c#': 'csharp',
  css: 'css', diff: 'diff', docker: 'docker', dockerfile: 'docker', go: 'go', golang: 'go',
  html: 'markup', xml: 'markup', svg: 'markup', http: 'http', ini: 'ini', env: 'ini', dotenv: 'ini', properties: 'properties',
  java: 'java', javascript: 'javascript', js: 'javascript', mjs: 'javascript', cjs: 'javascript', jsx: 'jsx',
  json: 'json', jsonc: 'json', json5: 'json5', kotlin: 'kotlin', kt: 'kotlin', lua: 'lua', markdown: 'markdown', md: 'markdown',
  php: 'php', powershell: 'powershell', ps1: 'powershell', python: 'python', py: 'python', ruby: 'ruby', rb: 'ruby',
  rust: 'rust', rs: 'rust', sql: 'sql', swift: 'swift', toml: 'toml', typescript: 'typescript', ts: 'typescript', tsx: 'tsx',
  yaml: 'yaml', yml: 'yaml',
};

const require = createRequire(import.meta.url);

/** Prism's grammar for the language typed as `name`, loaded when first asked for; undefined when there is none. */
export function loadGrammar(name: string): { grammar: Prism.Grammar; id: string } | undefined {
  const key = name.toLowerCase();
  const id = Object.hasOwn(names, key) ? names[key] : undefined;
  if (id === undefined) return undefined;
  if (Prism.languages[id] === undefined) loadComponent(id);
  const grammar = Prism.languages[id];
  return grammar === undefined ? undefined : { grammar, id };
}

/** The language typed as `name` as readers call it; undefined for plain text. */
export function languageTitle(name: string): string | undefined {
  const key = name.toLowerCase();
  if (['', 'text', 'txt', 'plain', 'plaintext'].includes(key)) return undefined;
  const id = Object.hasOwn(names, key) ? names[key] : undefined;
  const known = (require('prismjs/components.json') as { languages: Record<string, { title: string; aliasTitles?: Record<string, string> }> }).languages[id ?? ''];
  return known?.aliasTitles?.[key] ?? known?.title ?? name;
}

/** Prism's own loader knows which languages need which; each component registers itself with the global Prism. */
function loadComponent(id: string): void {
  const load = require('prismjs/components/index.js') as { (names: string[]): void; silent: boolean };
  load.silent = true;
  load([id]);
}
