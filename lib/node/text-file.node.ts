import { randomUUID } from 'node:crypto';
import { constants, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The maximum size of a memory file, in bytes. */
export const maxFileBytes = 1024 * 1024;

/** Why a file cannot be read. The message follows the path in a sentence. */
export class UnreadableFile extends Error {}

/**
 * Reads a text file.
 *
 * @throws {UnreadableFile} If it is not a file, too large, or not UTF-8: an edit would damage its bytes.
 */
export async function readTextFile(path: string): Promise<string> {
  // A FIFO without a writer would block a plain `open()`.
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new UnreadableFile('is a directory');
    if (!stats.isFile()) throw new UnreadableFile('is not a regular file');
    if (stats.size > maxFileBytes) throw new UnreadableFile(`is larger than ${maxFileBytes} bytes`);
    return decode(await file.readFile());
  } finally {
    await file.close();
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('is not a UTF-8 text');
  }
}

/**
 * Writes a text file as a whole: into a temporary file in the same folder, which is then renamed. After a full disk or
 * a killed process the old file is unchanged. Only the owner can read files and new folders.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.clust-${randomUUID()}.tmp`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
