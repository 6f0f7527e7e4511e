import type { Bytes } from '../../content/bytes.js';
import type { CallOptions } from '../../transport/call.js';
import type { DeletedFile, FileObject } from '../../wire/endpoints/file-object.js';
import type { HasHttp } from '../../wire/http.js';
import type { PageList, PageOptions } from '../page-list.js';
import type { FileDownload } from './file-download.js';

/**
 * The content of a file: bytes, a `Blob`, a `File`, or a stream (a `ReadableStream`, or an async iterable of bytes such
 * as a Node stream). For a path use `fileFromPath()` of `clust/node`.
 */
export type FileSource = Bytes | Blob | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** Options of `files.upload()`. */
export interface UploadOptions extends CallOptions {
  /**
   * The name of the file: 1 to 255 characters without `< > : " | ? *` and control characters. The API keeps the part
   * after the last slash. Required unless the source is a `File`, which has a name.
   */
  readonly filename?: string | undefined;
  /** For example `application/pdf`. Default: the type of the `Blob`, else the API decides. */
  readonly mediaType?: string | undefined;
  /** The time until the API deletes the file, in seconds: 3,600 (an hour) to 7,776,000 (90 days). Default: never. */
  readonly expires_in_seconds?: number | undefined;
}

/** Options of `files.list()`. */
export interface ListFilesOptions extends PageOptions {
  /** Lists only these files, at most 100. The API leaves out unknown ids. */
  readonly ids?: readonly string[] | undefined;
}

/** A download that has started: await it, or read it at once. */
export interface PendingDownload extends Promise<FileDownload>, Pick<FileDownload, 'bytes' | 'text'> {}

/** The files of the workspace: `client.files`. */
export interface Files {
  /**
   * Uploads a file of up to 500 MB: `POST /v1/files`. A stream is sent while it is read, so it is never in memory as a
   * whole. It can be read only once, so its upload is not retried; uploads of bytes and blobs are.
   *
   * @throws {ValidationError} By rejection, for a name that the API does not accept.
   *
   * @example
   * ```ts
   * import { Client, document, MessagesRequestBuilder } from 'clust';
   * import { fileFromPath } from 'clust/node';
   *
   * const client = Client.fromEnv();
   * const file = await client.files.upload(await fileFromPath('report.pdf'));
   * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
   *   .maxTokens(1024)
   *   .user([document({ file_id: file.id }), { type: 'text', text: 'Sum it up.' }])
   *   .build();
   * ```
   */
  upload(source: File, options?: UploadOptions): Promise<FileObject & HasHttp>;
  upload(
    source: FileSource,
    options: UploadOptions & { readonly filename: string },
  ): Promise<FileObject & HasHttp>;

  /** All files of the workspace, the newest first: `GET /v1/files`. */
  list(options?: ListFilesOptions): PageList<FileObject>;

  /** The metadata of a file: `GET /v1/files/{id}`. */
  retrieve(id: string, options?: CallOptions): Promise<FileObject & HasHttp>;

  /** Deletes a file: `DELETE /v1/files/{id}`. */
  delete(id: string, options?: CallOptions): Promise<DeletedFile & HasHttp>;

  /**
   * Downloads a file: `GET /v1/files/{id}/content`. Only files that tools or skills created can be downloaded; for
   * others the API answers 400 `file_not_downloadable`.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   * import { saveTo } from 'clust/node';
   *
   * const client = Client.fromEnv();
   * const text = await client.files.download('file_01A').text();
   * await saveTo(client.files.download('file_01B'), 'chart.png');
   * ```
   */
  download(id: string, options?: CallOptions): PendingDownload;
}
