/** Whether a large file that was proven still says what it must, told by the stretches that have changed. Where in doubt it does not: it is then read whole. */
import type { Tree } from '#lib/tree.ts';
import { saysSame } from './compare.ts';
import type { Duty } from './duties.ts';
import type { Past, Proven } from './proven.ts';
import type { Field, Subject } from './reference.ts';
import type { Statement } from './surface.ts';
import { textOf, type Replaced } from './stretch.ts';
import type { Tools } from './tools.ts';

interface Grounds {
  tree: Tree;
  before: Tree;
  written: ReadonlySet<string>;
  past: Past;
  tools: Tools;
  /** What has changed in a file, in stretches that begin with `mark`; undefined where there is no telling. */
  changesIn(file: string, mark: string): readonly Replaced[] | undefined;
  /** Whether something else is to be said of a subject in one of `states`. */
  isStale(subject: Subject, states: readonly Field[]): boolean;
}

/** Tells of a duty whether it is done as before, and then adds of whom its file speaks to `speaks`. */
export function makeStillCheck({ tree, before, written, past, tools, changesIn, isStale }: Grounds): (duty: Duty, speaks: Proven['speaks']) => boolean {
  const { reference } = tools;

  /** What a stretch says, of whom, and which files it names. Throws where it speaks of somebody unknown. */
  const read = ({ surface, expected }: Duty, text: string) => {
    const parts: string[] = [];
    const open = (path: string) => {
      parts.push(path);
      return '';
    };
    const said = [...surface.read(text, { ...tools, expected, open, isStretch: true })].map((statement) => ({ ...statement, subject: reference.at(statement.url ?? '') ?? fail('unknown') }));
    return { said, parts, subjects: said.map(({ subject }) => subject) };
  };

  /** Of whom the files speak now, after it was held what they say of those of whom what changed speaks, who are added to `held`. */
  const readChanged = (duty: Duty, files: readonly string[], spoken: readonly Subject[], held: Set<Subject>): readonly Subject[] => {
    const { surface: { about, cut }, expected: { states } } = duty;
    const hold = (said: readonly (Statement & { subject: Subject })[]) => {
      if (!said.every(({ subject, says }) => states.every((field) => saysSame(subject, says, field)))) fail('value');
      return said.map(({ subject }) => subject);
    };
    let list = spoken;
    const changes = new Map(files.filter((file) => written.has(file)).map((file) => [file, changesIn(file, cut!) ?? fail(file)]));
    for (const [file, stretch] of changes.entries().flatMap(([file, some]) => some.map((stretch) => [file, stretch] as const))) {
      const [now, was] = [read(duty, textOf(tree, file, stretch.now)), read(duty, textOf(before, file, stretch.before))];
      if (now.parts.join() !== was.parts.join()) fail('parts');
      for (const subject of [...now.subjects, ...was.subjects]) held.add(subject);
      if (about) continue;
      hold(now.said);
      if (!isSameList(now.subjects, was.subjects)) list = splice(list, was.subjects, now.subjects);
    }
    if (!about) return list;
    if (held.size > mostSought) fail('many');
    const lines = files.flatMap((file) => linesAbout([...held].flatMap(about), file, changes.get(file) ?? [], tree)).join('');
    return [...list.filter((subject) => !held.has(subject)), ...hold(read(duty, lines).said.filter(({ subject }) => held.has(subject)))];
  };

  const isStill = (duty: Duty, spoken: readonly Subject[], parts: readonly string[]): boolean => {
    const { path, holds, states, subjects } = duty.expected;
    const held = new Set<Subject>();
    const list = readChanged(duty, [path, ...parts], spoken, held);
    if (past.changed.keys().some((subject) => !held.has(subject) && isStale(subject, states) && subjects.includes(subject))) return false;
    return holds === 'ordered' ? isSameList(list, subjects) : list.length === subjects.length && new Set([...list, ...subjects]).size === list.length;
  };

  return (duty, speaks) => {
    const { id, surface, expected } = duty;
    const spoken = past.spoken(id);
    if (!surface.cut || !spoken || !spoken.subjects.every((subject) => subject !== undefined) || ![expected.path, ...spoken.parts].every((part) => tree.files.has(part))) return false;
    try {
      if (!isStill(duty, spoken.subjects, spoken.parts)) return false;
    } catch {
      return false;
    }
    speaks.push([id, expected.subjects.map(reference.numberOf), spoken.parts]);
    return true;
  };
}

/** Subjects whose lines are looked for one by one in a whole file. Of more, it is read faster as it is. */
const mostSought = 10;

function fail(reason: string): never {
  throw new Error(reason);
}

function isSameList(a: readonly Subject[], b: readonly Subject[]): boolean {
  return a.length === b.length && a.every((subject, index) => subject === b[index]);
}

/** `list` with `now` in the place of the run `was`. Throws where that does not stand there. */
function splice(list: readonly Subject[], was: readonly Subject[], now: readonly Subject[]): readonly Subject[] {
  const start = list.indexOf(was[0]!);
  if (!isSameList(list.slice(start, start + was.length), was)) fail('run');
  return list.toSpliced(start, was.length, ...now);
}

/** The lines of `file` that hold one of `marks` or stand in one of `changes`, each with a comma at its end. */
function linesAbout(marks: readonly string[], file: string, changes: readonly Replaced[], tree: Tree): string[] {
  const bytes = tree.read(file);
  const starts = new Set<number>();
  for (const mark of marks) {
    for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + mark.length)) starts.add(bytes.lastIndexOf('\n', at) + 1);
  }
  for (const { now: { start, end } } of changes) for (let at = start; at >= 0 && at < end; at = bytes.indexOf('\n{', at + 1)) starts.add(at + 1);
  return [...starts].sort((a, b) => a - b).map((start) => `\n${bytes.toString('utf8', start, bytes.indexOf('\n', start)).replace(/,$/, '')},`);
}
