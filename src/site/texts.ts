/** Every text that people have written into a content folder, sound or not, published or not. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Leaf } from '#lib/shelf.ts';
import type { Content } from '#model/read.ts';
import { faultOfKind } from '#model/source.ts';
import type { Assets } from './assets.ts';

/** A file below the content folder. */
export interface Text {
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  text: string;
  /** What `make` gives, kept between runs as long as the file and `basis` stay the same. */
  keep<Value>(basis: string, make: () => Value): Value;
}

/** Beyond this a file of `public/` is a download rather than a text, in bytes. */
const longest = 4 * 1024 * 1024;

/** The texts of a content folder: settings, questions, entries and pages, code files, and what of `public/` is text. */
export function* textsOf(content: Content, assets: Assets): Generator<Text> {
  yield { file: 'site.yaml', text: content.settings, keep: anew };
  const questions = join(content.dir, 'questions.yaml');
  if (existsSync(questions) && !faultOfKind(questions)) yield { file: 'questions.yaml', text: readFileSync(questions).toString(), keep: anew };
  for (const { source, keep } of content.sources) yield keptText(source.file, source, 'leaks', keep);
  for (const { kind, source, codeFiles } of content.entries) {
    for (const [path, code] of codeFiles) yield keptText(`${kind.id}/${path}`, code, `leaks ${path}`, content.keeps.get(source.file)!);
  }
  for (const [path, file] of assets.files) {
    if (!file.startsWith(content.dir) || statSync(file).size > longest) continue;
    const bytes = readFileSync(file);
    if (!bytes.includes(0)) yield { file: `public${path}`, text: bytes.toString(), keep: anew };
  }
}

/** The text of `source`, read when it is asked for. */
function keptText(file: string, source: { readonly text: string }, topic: string, keep: Leaf['keep']): Text {
  return {
    file,
    get text() {
      return source.text;
    },
    keep: (basis, make) => keep(topic, basis, make)?.value ?? make(),
  };
}

function anew<Value>(_basis: string, make: () => Value): Value {
  return make();
}
