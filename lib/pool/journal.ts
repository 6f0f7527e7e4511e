import type { MessageBody } from '../wire/message-body.js';

/** One answered item of a run. */
export interface JournalEntry {
  /** The item's place in the run, and a digest of its request. */
  readonly key: string;
  readonly message: MessageBody;
}

/**
 * Stores the answers of a run, so that the next run over the same items does not request them again.
 * `fileJournal(path)` of `clust/node` uses a file; a database table works as well.
 */
export interface Journal {
  /** All entries so far. Read once, when a run starts. */
  read(): AsyncIterable<JournalEntry> | Iterable<JournalEntry>;
  /** Stores an entry. The pool yields the answer after this has settled. */
  append(entry: JournalEntry): Promise<void> | void;
}

/** The key of an item. A changed request has another key, so its old answer is not used. */
export async function journalKey(index: number, request: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hex = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${index}:${hex.join('')}`;
}
