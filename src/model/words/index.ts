/** The words of the interface, in the languages that it speaks. */
import type { Lang } from '#model/problem.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The shape of a dictionary: the keys of the Chinese one, each with a text or a function of the same arguments. */
export type Dictionary = Shape<typeof zh>;

type Shape<T> = {
  [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : T[Key] extends string ? string : Shape<T[Key]>;
};

export const words: Readonly<Record<Lang, Dictionary>> = { zh, en };
