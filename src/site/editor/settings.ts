/** The settings of a new site: what its founder says, and everything else that may be set as comments. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { configSchema } from '#model/config.ts';
import { langOf, type Lang } from '#model/problem.ts';
import { Refusal } from '#model/refusal.ts';
import { applyChanges } from './change.ts';
import { ensureFits } from './draft/draft.ts';
import { printForm } from './draft/print.ts';
import { jsonSchemaOf } from './schemas/json-schema.ts';
import { askOn, type Terminal } from './terminal.ts';

/** What only the founder of a site knows, as in site.yaml. */
export interface Founding {
  name: string;
  url: string;
  language: string;
  description: string;
}

/** Where a site is begun, and what is known of it. */
export interface Beginning {
  /** Absolute path of the folder; it is made where there is none. */
  dir: string;
  known: Partial<Founding>;
  /** Asked for what is not known; without one it must all be known. */
  terminal: Terminal | undefined;
  /** The language that the founder speaks. */
  lang: Lang;
  today: string;
}

/** Begins a site: writes its site.yaml. Gives the language that it speaks. Throws Refusal where there is a site already, and for what site.yaml does not take. */
export async function beginSite({ dir, known, terminal, lang, today }: Beginning): Promise<Lang> {
  ensureNew(dir);
  const founding = terminal ? await askFounding(known, lang, terminal) : complete(known);
  applyChanges(dir, { write: new Map([['site.yaml', printSettings(founding, today)]]) });
  return langOf(founding.language);
}

/** The language in which `text` is probably written. */
function languageIn(text: string): string {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en';
}

function ensureNew(dir: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) throw new Refusal(`${dir} 是一个文件，而网站要一个文件夹。用 --content 写另一个。`, `${dir} is a file, and a site takes a folder. Name another one with --content DIR.`);
  if (existsSync(join(dir, 'site.yaml'))) {
    throw new Refusal(`${dir} 里已经有 site.yaml，什么都没有改。用 --content 写一个新文件夹，或直接改那个文件。`, `${dir} has a site.yaml already, and nothing was changed. Name a new folder with --content DIR, or edit that file.`);
  }
}

async function askFounding(known: Partial<Founding>, lang: Lang, terminal: Terminal): Promise<Founding> {
  const say = words[lang];
  return askOn(terminal, lang, async ({ ask }) => {
    const askFor = (key: keyof Founding, fallback = '') => ask(known[key], say[key], fallback, (value) => ensureFits(z.object({ [key]: configSchema.shape[key] }), { [key]: value }));
    const name = await askFor('name');
    return { name, url: await askFor('url'), language: await askFor('language', languageIn(name)), description: await askFor('description') };
  });
}

function complete({ name, url, language, description }: Partial<Founding>): Founding {
  if (name && url && description) return { name, url, language: language ?? languageIn(name + description), description };
  throw new Refusal(
    '站名、地址或说明没有写全。写成 lede init --content 文件夹 --name 站名 --url https://… --description "……"。',
    'The name, the address or the description is missing. Write lede init --content DIR --name NAME --url https://… --description "…".',
  );
}

function printSettings(founding: Founding, today: string): string {
  const lang = langOf(founding.language);
  const { name } = founding;
  const given = { ...founding, publisher: { name }, author: { name }, categories: [{ id: 'general', label: words[lang].category }] };
  ensureFits(configSchema, given);
  return [...printForm({ schema: jsonSchemaOf(configSchema), given, lang, today, address: '/', blanks: 'fill', extras: true }), ''].join('\n');
}

const words = {
  zh: { name: '站名：', url: '正式地址（https 开头）：', language: '内容的语言：', description: '一句话说明这个站回答什么：', category: '常见问题' },
  en: { name: 'Name of the site:', url: 'Canonical address (https://…):', language: 'Language of the content:', description: 'One sentence on what the site answers:', category: 'General questions' },
};
