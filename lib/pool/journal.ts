import type { MessageBody } from '../wire/message-body.js';

/** One answered item of a run. */
export interface JournalEntry {
  /** A digest of its request, and how many equal requests came before it in the run. */
  readonly key: string;
  readonly message: MessageBody;
}

/**
 * Stores the answers of a run, so that the next run does not make the same requests again.
 * `fileJournal(path)` of `clust/node` uses a file; a database table works as well.
 */
export interface Journal {
  /** All entries so far. Read once, when a run starts. */
  read(): AsyncIterable<JournalEntry> | Iterable<JournalEntry>;
  /** Stores an entry. The pool yields the answer after this has settled. */
  append(entry: JournalEntry): Promise<void> | void;
}

/**
 * The keys of the requests of one run. They do not depend on the order of the items, so the next run may have more
 * items, fewer, or the same in another order. A changed request has another key.
 */
export function journalKeys(): (request: unknown) => Promise<string> {
  const counts = new Map<string, number>();
  return async (request) => {
    const bytes = new TextEncoder().encode(JSON.stringify(request));
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const hex = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const count = counts.get(hex) ?? 0;
    counts.set(hex, count + 1);
    return `${count}:${hex}`;
  };
}
