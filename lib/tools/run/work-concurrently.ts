/** Works on all items, on at most `limit` at once. The first failure ends it. */
export async function workConcurrently<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    // The workers share one iterator: each takes the next item that nobody has.
    for (const item of queue) await work(item);
  };
  const workers = Math.max(1, Math.min(limit, items.length));
  await Promise.all(Array.from({ length: workers }, worker));
}
