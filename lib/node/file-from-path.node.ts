import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Media types that the API tells apart, by extension. */
const types: Readonly<Record<string, string>> = {
  '.csv': 'text/csv',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.gif': 'image/gif',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.md': 'text/markdown',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.txt': 'text/plain',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.xml': 'text/xml',
  '.zip': 'application/zip',
};

/** What to say of a file, where its path says otherwise. */
export interface FileFromPathOptions {
  /** Default: the last part of the path. */
  readonly filename?: string | undefined;
  /** Default: by the extension. */
  readonly mediaType?: string | undefined;
}

/**
 * A file to upload. It is read while it is sent and never held in memory as a whole; it must not change until then.
 *
 * @throws When the file cannot be read: the error of Node.
 *
 * @example
 * ```ts
 * import { Client } from 'clust';
 * import { fileFromPath } from 'clust/node';
 *
 * const file = await Client.fromEnv().files.upload(await fileFromPath('report.pdf'));
 * console.log(file.id);
 * ```
 */
export async function fileFromPath(
  path: string | URL,
  { filename, mediaType }: FileFromPathOptions = {},
): Promise<File> {
  const name = path instanceof URL ? fileURLToPath(path) : path;
  const type = mediaType ?? types[extname(name).toLowerCase()] ?? '';
  // Its error says what is wrong with the path; that of `openAsBlob` does not.
  await stat(path);
  return new File([await openAsBlob(path)], filename ?? basename(name), { type });
}
