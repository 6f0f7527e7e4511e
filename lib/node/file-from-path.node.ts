import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The media types that the API distinguishes, by extension. */
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

/** Replaces what the path says about a file. */
export interface FileFromPathOptions {
  /** Default: the last part of the path. */
  readonly filename?: string | undefined;
  /** Default: derived from the extension. */
  readonly mediaType?: string | undefined;
}

/**
 * Opens a file for an upload. It is read while it is sent, so it is never in memory as a whole. It must not change
 * before that.
 *
 * @throws Node's error if the file cannot be read.
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
  // The error of `stat` explains what is wrong with the path; that of `openAsBlob` does not.
  await stat(path);
  return new File([await openAsBlob(path)], filename ?? basename(name), { type });
}
