import type { Call, CallOptions } from '../../transport/call.js';
import type { HasHttp } from '../../wire/http.js';
import type { MultipartFields } from '../multipart/part.js';
import type { PageList } from '../page-list.js';

/** Options of a call to an endpoint without a method: its query, its body, and the options of every call. */
export interface RawCallOptions
  extends CallOptions,
    Pick<Call, 'query' | 'json' | 'body' | 'contentType' | 'accept'> {
  /** Sent as a form, in place of `json`: texts, and files as `{source, filename, mediaType?}`. */
  readonly multipart?: MultipartFields | undefined;
}

/** The types that `responseType` selects. */
export interface RawAnswers {
  /** The whole body, as UTF-8 text. */
  readonly text: string;
  /** The whole body. */
  readonly bytes: Uint8Array & HasHttp;
  /** The body while it arrives; `cancel()` closes the connection. */
  readonly stream: ReadableStream<Uint8Array> & HasHttp;
  /** The lines of the body while it arrives, for example JSON Lines, without line breaks and blank lines. */
  readonly lines: AsyncIterable<string> & HasHttp;
}

/**
 * Calls an endpoint that has no method, with the authentication, retries, timeouts and errors of every other call. A
 * built request is sent with the beta headers that it needs.
 */
export interface RawCall {
  /** Returns the answer in the form that `responseType` names. */
  <Type extends keyof RawAnswers>(
    method: string,
    path: string,
    options: RawCallOptions & { readonly responseType: Type },
  ): Promise<RawAnswers[Type]>;

  /** Returns the answer as a JSON object, which is empty for a 204. */
  <Answer extends object = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RawCallOptions & { readonly responseType?: 'json' | undefined },
  ): Promise<Answer & HasHttp>;

  /**
   * A list that is fetched page by page while it is read. It supports all paging schemes of the API: `after_id` and
   * `before_id`, `page`, `page_token`.
   */
  paginate<Item = Record<string, unknown>>(
    method: string,
    path: string,
    options?: RawCallOptions,
  ): PageList<Item>;
}
