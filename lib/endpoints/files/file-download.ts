import type { HasHttp } from '../../wire/http.js';

/** The content of a file that is being downloaded. Read it once: as a stream, as bytes or as text. */
export interface FileDownload extends HasHttp {
  /** The media type that the API sends; `undefined` if it sends none. */
  readonly mediaType: string | undefined;
  /** In bytes; `undefined` if the API does not send it. */
  readonly size: number | undefined;
  /** The content as it arrives. Failures are errors of clust; `cancel()` closes the connection. */
  readonly stream: ReadableStream<Uint8Array>;
  /** The whole content. */
  bytes(): Promise<Uint8Array>;
  /** The whole content, as UTF-8 text. */
  text(): Promise<string>;
}
