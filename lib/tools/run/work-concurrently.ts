/** Processes all items, at most `limit` at once. Stops at the first failure. */
export async function workConcurrently<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    // The workers share one iterator, so each item is taken once.
    for (const item of queue) await work(item);
  };
  const workers = Math.max(1, Math.min(limit, items.length));
  await Promise.all(Array.from({ length: workers }, worker));
}
