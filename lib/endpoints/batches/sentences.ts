/** The sentences that refuse a request in a batch. */
export const inBatch = {
  stream: 'a request in a batch is not streamed: leave stream out',
  speed: 'a batch has no speed: leave speed out',
  thread: 'a batch takes no threads: send the whole conversation',
  fallbacks: 'a batch takes no fallbacks: send what fails again, to another model',
  max_tokens: 'a batch generates something: ask for 1 token or more',
} as const;

/** Refuses an id that another request of the batch has. */
export const takenId = <Id extends string>(id: Id) =>
  `the custom_id "${id}" is taken: results are found by it, so each request needs its own` as const;

/** Refuses an id that the API does not accept. */
export const illegalId = <Id extends string>(id: Id) =>
  `a custom_id is 1 to 64 letters, digits, hyphens and underscores, not "${id}"` as const;

/** Refuses a `max_tokens` above the model's limit in a batch. */
export const aboveInBatch = <Id extends string, Limit extends number, N extends number>(
  id: Id,
  limit: Limit,
  n: N,
) => `${id} generates at most ${limit} tokens in a batch, not ${n}` as const;

/** Why the API does not accept an id; `undefined` if it does. */
export function customIdRefusal(id: unknown): string | undefined {
  if (typeof id !== 'string') return `a custom_id is a string, not ${id === null ? 'null' : typeof id}`;
  return /^[a-zA-Z0-9_-]{1,64}$/.test(id) ? undefined : illegalId(id);
}
