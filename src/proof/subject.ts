/** Making what can be spoken of. */
import { digest } from '#lib/hash.ts';
import { Held, type Holder } from '#lib/held.ts';
import type { Site } from '#model/site.ts';
import type { Facts, Role, Subject } from './reference.ts';

/** What a subject is made of. */
export interface SubjectParts {
  role: Role;
  path: string;
  /** What its key stands for, besides its role. */
  key?(): string[];
  facts(): Facts;
  successor?: Subject | undefined;
}

/** Something at a path of `site` that facts can be said of. They are made when one of them is asked for: after an edit few are. Those in `held` are in memory. */
export function makeSubject(site: Site, parts: SubjectParts, held = new Held()): Subject {
  return new HeldSubject(site.url(parts.path), parts, held);
}

class HeldSubject implements Subject, Holder {
  readonly url: string;
  readonly path: string;
  readonly role: Role;
  readonly successor: Subject | undefined;
  readonly #parts: SubjectParts;
  readonly #held: Held;
  #key: string | undefined;
  #facts: Facts | undefined;

  constructor(url: string, parts: SubjectParts, held: Held) {
    this.url = url;
    this.path = parts.path;
    this.role = parts.role;
    this.successor = parts.successor;
    this.#parts = parts;
    this.#held = held;
  }

  get key(): string {
    return (this.#key ??= digest([this.role, ...(this.#parts.key?.() ?? [])].join('\n')));
  }

  get facts(): Facts {
    if (!this.#facts) {
      this.#facts = this.#parts.facts();
      this.#held.add(this);
    }
    return this.#facts;
  }

  release(): void {
    this.#facts = undefined;
  }
}
