/** Tools for editors speak the language of the site. */
import { langOf, type Lang } from '#model/problem.ts';
import { readSettings } from '#model/read.ts';
import { Refusal } from '#site/editor/refusal.ts';
import { UserError } from './failure.ts';
import { messageLang } from './options.ts';

/** Runs `act` with the language for messages; what it refuses is said in that language. */
export async function inLanguage(contentDir: string, given: Lang | undefined, act: (lang: Lang) => void | Promise<void>): Promise<void> {
  const lang = languageOf(contentDir, given);
  try {
    await act(lang);
  } catch (error) {
    throw error instanceof Refusal ? new UserError(error.words[lang]) : error;
  }
}

/** The language for messages before the site is loaded. */
export function languageOf(contentDir: string, given: Lang | undefined): Lang {
  const language = readSettings(contentDir)?.language;
  return messageLang(given, language ? langOf(language) : undefined);
}
