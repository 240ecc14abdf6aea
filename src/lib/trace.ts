/**
 * Writing down which facts a computation reads, by number, so that it need not be made again while all of them stay the same.
 * One computation is traced at a time; what one inside another reads is that one's own.
 */

let reads: Set<number> | undefined;

/** What was made, and the numbers of all facts that were read for it. */
export interface Traced<Value> {
  value: Value;
  reads: ReadonlySet<number>;
}

/** Writes down that `fact` was read. */
export function note(fact: number): void {
  reads?.add(fact);
}

/** What `make` makes, traced until it is done. */
export async function trace<Value>(make: () => Value | Promise<Value>): Promise<Traced<Value>> {
  const outer = reads;
  const own = (reads = new Set<number>());
  try {
    return { value: await make(), reads: own };
  } finally {
    reads = outer;
  }
}

/** The same for what needs no waiting: a file may have a hundred thousand pieces. */
export function traceNow<Value>(make: () => Value): Traced<Value> {
  const outer = reads;
  const own = (reads = new Set<number>());
  try {
    return { value: make(), reads: own };
  } finally {
    reads = outer;
  }
}

/** `make`, called once for each `subject`; whoever asks again has read the same. */
export function rememberFor<Subject extends object, Value>(make: (subject: Subject) => Value): (subject: Subject) => Value {
  const known = new WeakMap<Subject, Traced<Value>>();
  return (subject) => {
    let made = known.get(subject);
    if (!made) known.set(subject, (made = traceNow(() => make(subject))));
    made.reads.forEach(note);
    return made.value;
  };
}
