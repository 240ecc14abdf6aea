/** Making something when it is first asked for. */

/** `make`, called at the first call alone. */
export function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
