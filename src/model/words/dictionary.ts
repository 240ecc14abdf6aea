import type { zh } from './zh.ts';

/** The shape of a dictionary: the keys of the Chinese one, each with a text or a function of the same arguments. */
export type Dictionary = Shape<typeof zh>;

type Shape<T> = {
  [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : T[Key] extends string ? string : Shape<T[Key]>;
};
