import type { MessageBody } from '../wire/message-body.js';

/** One answered item of a run. */
export interface JournalEntry {
  /** The item's place in the run, and a digest of its request. */
  readonly key: string;
  readonly message: MessageBody;
}

/**
 * Where a run keeps its answers, so that the next run over the same items does not ask for them again. `fileJournal(path)`
 * of `clust/node` keeps them in a file; a table of a database serves as well.
 */
export interface Journal {
  /** Every entry so far, read once when a run starts. */
  read(): AsyncIterable<JournalEntry> | Iterable<JournalEntry>;
  /** Keeps an entry. The answer is handed out when this has settled. */
  append(entry: JournalEntry): Promise<void> | void;
}

/** A changed request has another key: its old answer does not stand for it. */
export async function journalKey(index: number, request: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(request));
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  const hex = [...new Uint8Array(digest, 0, 12)].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${index}:${hex.join('')}`;
}
