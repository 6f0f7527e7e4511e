import type { CallOptions } from '../../transport/call.js';
import type {
  BatchRequestCounts,
  DeletedMessageBatch,
  MessageBatchBody,
} from '../../wire/endpoints/message-batch.js';
import type { HasHttp } from '../../wire/http.js';
import type { CursorOptions, PageList } from '../page-list.js';
import type { Batch } from './batch.js';
import type { BatchItem } from './batch-item.js';
import type { BatchResult, MessageBatch } from './message-batch.js';

/** Which batches to list. */
export interface ListBatchesOptions extends CursorOptions {}

/** How to wait for a batch. */
export interface WaitOptions extends CallOptions {
  /** Milliseconds between two looks. Default: 2 seconds at first, then longer each time, up to a minute. */
  readonly poll?: number | undefined;
  /** Called after each look, with the counts of the batch. */
  readonly onProgress?: ((counts: BatchRequestCounts, batch: MessageBatchBody) => void) | undefined;
}

/** How to read the results of a batch. */
export interface ResultsOptions<Item extends BatchItem> extends CallOptions {
  /** What the batch was created from, where another process created it: types the results, and fills `parsed`. */
  readonly batch?: Batch<Item> | undefined;
}

/** The message batches of the workspace: `client.batches`. */
export interface Batches {
  /**
   * Sends a batch: `POST /v1/messages/batches`. The requests are checked before anything is sent: the API takes them
   * all, and reports a bad one hours later.
   *
   * An iterable of `{custom_id, params}` works as well as a built batch. The beta headers that any request needs hold
   * for all of them, and so does the API version of the client.
   *
   * A call whose connection is lost is sent again, as every call is, and the API cannot tell the second from the
   * first: use `{ retry: { limit: 0 } }` where a second batch would be worse than an error.
   *
   * @throws {ValidationError} By rejection, with all problems: ids that are not unique, more than 100,000 requests,
   * more than 256 MB, and what is wrong with a request.
   *
   * @example
   * ```ts
   * import { BatchBuilder, Client, MessagesRequestBuilder } from 'clust';
   *
   * const client = Client.fromEnv();
   * const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
   * const batch = BatchBuilder.create()
   *   .add('france', preset.user('Where is the capital of France?').build())
   *   .add('italy', preset.user('Where is the capital of Italy?').build())
   *   .build();
   *
   * const created = await client.batches.create(batch);
   * await client.batches.wait(created.id);
   * for await (const { custom_id, result } of client.batches.results(created)) {
   *   if (result.type === 'succeeded') console.log(custom_id, result.message.text);
   * }
   * ```
   */
  create<const Item extends BatchItem>(
    batch: Batch<Item> | Iterable<Item> | AsyncIterable<Item>,
    options?: CallOptions,
  ): Promise<MessageBatch<Item>>;

  /** A batch as it is now: `GET /v1/messages/batches/{id}`. */
  retrieve<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: CallOptions,
  ): Promise<MessageBatch<Item>>;

  /** All batches of the workspace, the newest first: `GET /v1/messages/batches`. */
  list(options?: ListBatchesOptions): PageList<MessageBatchBody>;

  /**
   * Asks to stop a batch: `POST /v1/messages/batches/{id}/cancel`. It is `canceling` for a while, then `ended`, with
   * the results of what had been done.
   */
  cancel<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: CallOptions,
  ): Promise<MessageBatch<Item>>;

  /** Deletes a batch with its results: `DELETE /v1/messages/batches/{id}`. Only a batch that has ended. */
  delete(batch: string | MessageBatchBody, options?: CallOptions): Promise<DeletedMessageBatch & HasHttp>;

  /**
   * Waits until a batch has ended, and gives it as it is then. The id is all it needs, so another process can go on
   * waiting. A look that fails in a way that may pass does not end the wait, unless ten fail in a row.
   *
   * @throws {ClustError} By rejection: an `AbortedError` when the signal aborts, an `ApiError` for an unknown id.
   *
   * @example
   * ```ts
   * import { Client } from 'clust';
   *
   * const batch = await Client.fromEnv().batches.wait('msgbatch_01A', {
   *   signal: AbortSignal.timeout(3_600_000),
   *   onProgress: ({ processing }) => console.log(`${processing} to go`),
   * });
   * console.log(batch.request_counts);
   * ```
   */
  wait<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: WaitOptions,
  ): Promise<MessageBatch<Item>>;

  /**
   * The results of a batch that has ended, in any order: find each by its `custom_id`. They are read as a stream of
   * JSON Lines, one at a time, however many there are. Each loop begins anew.
   *
   * @throws {ClustError} To the reader: a `ValidationError` while the batch has not ended, and when its `results_url`
   * is on another host, where no key is sent; a `StreamError` after the good lines when the results are cut off, when
   * a line is no result, and when there are not as many as `request_counts` says.
   */
  results<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: ResultsOptions<Item>,
  ): AsyncIterable<BatchResult<Item>>;
}
