/** Machine outputs of the site while it is being written: made when somebody asks for a file of theirs. */
import { once } from '#lib/once.ts';
import type { Edition } from '#markup/edition.ts';
import { outputs } from '#outputs/index.ts';
import { unitsOf, type OutputUnit } from '../products/units.ts';

/** Gives the text of the file at a path, or undefined where no output of `edition` has one. */
export function openOutputs(edition: Edition): (path: string) => Promise<string | undefined> {
  const texts = new Map<string, () => string>();
  const made = new Map<string, Promise<void>>();
  const make = async ({ files }: OutputUnit) => {
    for await (const { path, content } of files()) texts.set(path, once(() => (typeof content === 'string' ? content : [...content].join(''))));
  };
  return async (path) => {
    // The last of the registry come first: those that every page asks for, such as the icon, are small.
    for (const unit of outputs.toReversed().values().flatMap((output) => unitsOf(output, edition))) {
      if (!path.startsWith(unit.subject.path.slice(0, -1))) continue;
      if (!made.has(unit.id)) made.set(unit.id, make(unit));
      await made.get(unit.id);
      if (texts.has(path)) return texts.get(path)!();
    }
    return undefined;
  };
}
