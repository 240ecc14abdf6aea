/** The words of the interface, in the languages that it speaks. */
import type { Lang } from '#model/problem.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

export const words: Readonly<Record<Lang, Dictionary>> = { zh, en };
