import { rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { FileDownload } from '../endpoints/files/file-download.js';

/**
 * Writes a download to a file, piece by piece. Until the download is complete the file has another name; if the
 * download fails, the file is removed.
 *
 * @throws {ClustError} By rejection, if the download fails. If the file fails, Node's error is thrown.
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
    // If writing the file failed, this closes the connection. The first error is thrown.
    await stream.cancel().catch(() => undefined);
    await rm(partial, { force: true });
    throw error;
  }
}
