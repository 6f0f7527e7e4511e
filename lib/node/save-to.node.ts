import { rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileDownload } from '../endpoints/files/file-download.js';

/**
 * Writes a download to a file, piece by piece. The file is there when all of it has arrived: until then it has another
 * name, and a download that fails leaves nothing behind.
 *
 * @throws {ClustError} By rejection, for what happens to the download; for the file, the error of Node.
 *
 * @example
 * ```ts
 * import { Client } from 'clust';
 * import { saveTo } from 'clust/node';
 *
 * await saveTo(Client.fromEnv().files.download('file_01A'), 'chart.png');
 * ```
 */
export async function saveTo(
  download: FileDownload | PromiseLike<FileDownload>,
  path: string | URL,
): Promise<void> {
  const target = path instanceof URL ? fileURLToPath(path) : path;
  const partial = `${target}.${crypto.randomUUID()}.partial`;
  const { stream } = await download;
  try {
    await writeFile(partial, stream, { flag: 'wx' });
    await rename(partial, target);
  } catch (error) {
    // What failed may have been the file: the connection is closed, and the first error is the one to tell.
    await stream.cancel().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}
