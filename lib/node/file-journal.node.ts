import { appendFile, mkdir, open, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import type { Journal, JournalEntry } from '../pool/journal.js';

/**
 * Keeps the answers of a pool's run in a file, one JSON object a line. A run that was killed, at any moment, resumes: only
 * the requests that were under way are sent again. A last line that was cut off by the kill is dropped. One run writes one file.
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
      // What follows the last whole line would otherwise run into the next one.
      if (length !== undefined) await truncate(path, length);
      yield* entries;
    },
    append(entry) {
      // A write that failed is told to its own caller; the next one is tried all the same.
      const settled = writing.catch(() => undefined);
      writing = settled.then(async () => {
        await mkdir(dirname(path), { recursive: true });
        await appendFile(path, `${JSON.stringify(entry)}\n`);
      });
      return writing;
    },
  };
}

/** The whole lines of a file, and where they end; `length` is `undefined` where there is no file. */
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
    // Only `append` writes lines of this form, and the message is what the API answered.
    return entry as unknown as JournalEntry;
  }
  throw new Error(`${path}:${number} is no line of a journal: delete the line, or the file to start anew`);
}
