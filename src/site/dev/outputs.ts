/** Machine outputs of the site while it is being written: made when somebody asks for a file of theirs. */
import { once } from '#lib/once.ts';
import type { Edition } from '#markup/edition.ts';
import { outputs, resourcesOf } from '#outputs/index.ts';
import type { OutputFile } from '#outputs/output.ts';

/** Gives the text of the file at a path, or undefined where no output of `edition` has one. */
export function openOutputs(edition: Edition): (path: string) => Promise<string | undefined> {
  const texts = new Map<string, () => string>();
  const made = new Map<string, Promise<void>>();
  const make = async ({ files }: Maker) => {
    for await (const { path, content } of await files()) texts.set(path, once(() => (typeof content === 'string' ? content : [...content].join(''))));
  };
  return async (path) => {
    for (const maker of makersFor(edition, path)) {
      if (!made.has(maker.id)) made.set(maker.id, make(maker));
      await made.get(maker.id);
      if (texts.has(path)) return texts.get(path)!();
    }
    return undefined;
  };
}

/** Something that may make the file at a path. */
interface Maker {
  id: string;
  files(): Iterable<OutputFile> | AsyncIterable<OutputFile> | Promise<Iterable<OutputFile>>;
}

/** Of an output in units, only those whose files stand at the path of the page that they are of, or below it. The last of the registry come first: those that every page asks for, such as the icon, are small. */
function* makersFor(edition: Edition, path: string): Generator<Maker> {
  for (const { id, units, files } of outputs.toReversed()) {
    if (!units) yield { id, files: () => files(edition, resourcesOf(edition.site)) };
    else for (const unit of units(edition)) if (path.startsWith(unit.id.slice(0, -1))) yield { id: `${id} ${unit.id}`, files: unit.files };
  }
}
