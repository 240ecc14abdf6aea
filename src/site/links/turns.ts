/** One request at a time per host, and a few hosts at a time. */

/** Runs what it is given when everything given before for the host of the same address has ended. */
export function makeTurns(): <Value>(url: string, ask: () => Promise<Value>) => Promise<Value> {
  const last = new Map<string, Promise<unknown>>();
  return async (url, ask) => {
    const { host } = new URL(url);
    const turn = (last.get(host) ?? Promise.resolve()).then(ask, ask);
    last.set(host, turn);
    return turn;
  };
}

/** Runs `work` for each of `items`, for those of one host in order and for at most `most` hosts at a time. */
export async function eachHost<Item extends { url: string }>(items: readonly Item[], most: number, work: (item: Item) => Promise<void>): Promise<void> {
  const hosts = Map.groupBy(items, ({ url }) => new URL(url).host).values();
  const worker = async () => {
    for (const group of hosts) for (const item of group) await work(item);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
