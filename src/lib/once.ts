/** Making something when it is first asked for. */

/** `make`, called at the first call alone. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** `make`, called again only when the list is another than the last time: longer, shorter, or with a member that is not the `same` in what `make` looks at. */
export function rememberLast<Member, Value>(make: (members: readonly Member[]) => Value, same: (one: Member, other: Member) => boolean): (members: readonly Member[]) => Value {
  let last: { members: readonly Member[]; value: Value } | undefined;
  return (members) => {
    const known = last?.members;
    if (!last || known?.length !== members.length || !members.every((member, at) => member === known[at] || same(member, known[at]!))) last = { members, value: make(members) };
    return last.value;
  };
}
