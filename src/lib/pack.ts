/**
 * Small results kept between runs, by digest of what they were made from. They lie in a few files instead of one
 * each: reading a thousand of them takes as long as reading ten. A damaged or outdated file counts as empty.
 */
import { join } from 'node:path';
import { digest } from './hash.ts';
import { keepData, recallData } from './kept-data.ts';

export interface Pack<Value> {
  /** The value kept under `key` (hexadecimal digits). It is shared: never change it. */
  get(key: string): Value | undefined;
  /** Keeps a value that survives JSON. */
  set(key: string, value: Value): void;
  /** Writes what is new. A folder that cannot be written is no reason to fail. */
  save(): void;
}

interface Drawer<Value> {
  values: Map<string, Value>;
  used: Set<string>;
  isNew: boolean;
}

/** How many values a drawer keeps beside those in use, so that two sites can take turns. */
const spare = 200;

/** Opens the pack in the folder `dir`; values written under another `version` are not found. */
export function openPack<Value>(dir: string, version: string): Pack<Value> {
  const form = digest(`pack\0${version}`); // a shelf of the same version is none
  const drawers = new Map<string, Drawer<Value>>();
  const drawerOf = (key: string): Drawer<Value> => {
    const name = key[0]!;
    let drawer = drawers.get(name);
    if (!drawer) drawers.set(name, (drawer = { values: new Map(recallData<{ values: [string, Value][] }>(join(dir, name), form)?.data.values), used: new Set(), isNew: false }));
    return drawer;
  };
  return {
    get(key) {
      const drawer = drawerOf(key);
      const value = drawer.values.get(key);
      if (value !== undefined) drawer.used.add(key);
      return value;
    },
    set(key, value) {
      const drawer = drawerOf(key);
      drawer.values.set(key, value);
      drawer.used.add(key);
      drawer.isNew = true;
    },
    save() {
      for (const [name, drawer] of drawers) {
        if (!drawer.isNew) continue;
        keepData(join(dir, name), form, { data: { values: keptOf(drawer) }, parts: [] });
        drawer.isNew = false;
      }
    },
  };
}

/** Values in use, after the newest of those that are not. */
function keptOf<Value>({ values, used }: Drawer<Value>): [string, Value][] {
  const unused = [...values].filter(([key]) => !used.has(key));
  return [...unused.slice(-spare), ...[...values].filter(([key]) => used.has(key))];
}
