import { appendFile, mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import type { Journal, JournalEntry } from '../pool/journal.js';

/**
 * Stores the answers of a pool's run in a file, one JSON object per line. If the run is killed, the next run continues
 * it: only requests that were running are sent again, and a last line that was cut off is dropped. One run writes one
 * file.
 *
 * @example
 * ```ts
 * import { Client, pool } from 'clust';
 * import { fileJournal } from 'clust/node';
 *
 * const calls = pool(Client.fromEnv(), { journal: fileJournal('run.jsonl') });
 * ```
 */
export function fileJournal(path: string): Journal {
  let writing = Promise.resolve();
  return {
    async *read() {
      const { entries, length } = await entriesIn(path);
      // Removes what follows the last complete line, so that the next line starts on its own.
      if (length !== undefined) await truncate(path, length);
      yield* entries;
    },
    append(entry) {
      // A failed write is reported to its own caller; the next one is tried anyway.
      const settled = writing.catch(() => undefined);
      writing = settled.then(async () => {
        await mkdir(dirname(path), { recursive: true });
        await appendFile(path, `${JSON.stringify(entry)}\n`);
      });
      return writing;
    },
  };
}

/** The complete lines of a file, and where they end; `length` is `undefined` if there is no file. */
async function entriesIn(path: string): Promise<{ entries: JournalEntry[]; length: number | undefined }> {
  const file = await open(path).catch((error: unknown) => {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return undefined;
    throw error;
  });
  if (file === undefined) return { entries: [], length: undefined };
  const text = await file.readFile('utf8').finally(() => file.close());
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const entries = whole
    .split('\n')
    .filter(Boolean)
    .map((line, at) => entryOf(line, path, at + 1));
  return { entries, length: new TextEncoder().encode(whole).length };
}

function entryOf(line: string, path: string, number: number): JournalEntry {
  const entry = parseJson(line);
  if (isObject(entry) && typeof entry.key === 'string' && isObject(entry.message)) {
    // Only `append` writes lines of this form, and the message came from the API.
    return entry as unknown as JournalEntry;
  }
  throw new Error(
    `${path}:${number} is not a line of a journal: delete the line, or delete the file to start again`,
  );
}
