import type { HasHttp } from '../../wire/http.js';

/** The content of a file, on its way. Read it once: as a stream, as bytes or as text. */
export interface FileDownload extends HasHttp {
  /** As the API labels it; `undefined` when it does not. */
  readonly mediaType: string | undefined;
  /** In bytes; `undefined` when the API does not say. */
  readonly size: number | undefined;
  /** The content as it arrives. What is wrong on the way is an error of clust; `cancel()` closes the connection. */
  readonly stream: ReadableStream<Uint8Array>;
  /** The whole content. */
  bytes(): Promise<Uint8Array>;
  /** The whole content, as UTF-8 text. */
  text(): Promise<string>;
}
