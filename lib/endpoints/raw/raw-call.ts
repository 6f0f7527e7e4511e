import type { Call, CallOptions } from '../../transport/call.js';
import type { HasHttp } from '../../wire/http.js';
import type { MultipartFields } from '../multipart/part.js';
import type { PageList } from '../page-list.js';

/** A call to an endpoint that has no method of its own: its query, its body, and the options of every call. */
export interface RawCallOptions
  extends CallOptions,
    Pick<Call, 'query' | 'json' | 'body' | 'contentType' | 'accept'> {
  /** Sent as a form, in place of `json`: texts, and files as `{source, filename, mediaType?}`. */
  readonly multipart?: MultipartFields | undefined;
}

/** What `raw` can read an answer as. */
export interface RawAnswers {
  /** The whole body, as UTF-8 text. */
  readonly text: string;
  /** The whole body. */
  readonly bytes: Uint8Array & HasHttp;
  /** The body while it arrives; `cancel()` closes the connection. */
  readonly stream: ReadableStream<Uint8Array> & HasHttp;
  /** The lines of the body while it arrives, without line breaks and without blank lines: JSON Lines, say. */
  readonly lines: AsyncIterable<string> & HasHttp;
}

/**
 * Calls what has no method here, with the authentication, retries, clocks and errors of every other call. A request
 * that was built is sent with the beta headers that it needs.
 */
export interface RawCall {
  /** Reads the answer as `responseType` says. */
  <Type extends keyof RawAnswers>(
    method: string,
    path: string,
    options: RawCallOptions & { readonly responseType: Type },
  ): Promise<RawAnswers[Type]>;

  /** Reads the answer as a JSON object. */
  <Answer extends object = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RawCallOptions & { readonly responseType?: 'json' | undefined },
  ): Promise<Answer & HasHttp>;

  /**
   * A list that is fetched page by page while it is read. All paging schemes of the API are followed: `after_id` and
   * `before_id`, `page`, `page_token`.
   */
  paginate<Item = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RawCallOptions,
  ): PageList<Item>;
}
