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

/** Options of `batches.list()`. */
export interface ListBatchesOptions extends CursorOptions {}

/** Options of `batches.wait()`. */
export interface WaitOptions extends CallOptions {
  /**
   * The time between two requests, in milliseconds. Default: 2 seconds at first, then longer each time, up to a minute.
   */
  readonly poll?: number | undefined;
  /** Called after each request, with the counts of the batch. */
  readonly onProgress?: ((counts: BatchRequestCounts, batch: MessageBatchBody) => void) | undefined;
}

/** Options of `batches.results()`. */
export interface ResultsOptions<Item extends BatchItem> extends CallOptions {
  /** The batch that was sent, if another process created it: types the results, and fills `parsed`. */
  readonly batch?: Batch<Item> | undefined;
}

/** The message batches of the workspace: `client.batches`. */
export interface Batches {
  /**
   * Sends a batch: `POST /v1/messages/batches`. clust checks all requests before it sends anything, since the API
   * accepts them all, and reports an invalid one hours later.
   *
   * Takes a built batch, or an iterable of `{custom_id, params}`. The beta headers of each request apply to the whole
   * batch, as does the API version of the client.
   *
   * If the connection is lost, the call is retried like any other, and the API may create two batches. Use `{ retry: {
   * limit: 0 } }` if a second batch would be worse than an error.
   *
   * @throws {ValidationError} By rejection, with all problems: ids that are not unique, more than 100,000 requests,
   * more than 256 MB, or an invalid request.
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

  /** The current state of a batch: `GET /v1/messages/batches/{id}`. */
  retrieve<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: CallOptions,
  ): Promise<MessageBatch<Item>>;

  /** All batches of the workspace, the newest first: `GET /v1/messages/batches`. */
  list(options?: ListBatchesOptions): PageList<MessageBatchBody>;

  /**
   * Cancels a batch: `POST /v1/messages/batches/{id}/cancel`. It is `canceling` for a while, then `ended`, with the
   * results of the requests that had finished.
   */
  cancel<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: CallOptions,
  ): Promise<MessageBatch<Item>>;

  /** Deletes a batch with its results: `DELETE /v1/messages/batches/{id}`. The batch must have ended. */
  delete(batch: string | MessageBatchBody, options?: CallOptions): Promise<DeletedMessageBatch & HasHttp>;

  /**
   * Waits until a batch has ended, and returns its final state. It needs only the id, so another process can continue
   * to wait. A failed request that may succeed later does not end the wait, unless ten fail in a row.
   *
   * @throws {ClustError} By rejection: an `AbortedError` if the signal aborts, an `ApiError` for an unknown id.
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
   * The results of a batch that has ended, in any order: identify each by its `custom_id`. They are read as a stream of
   * JSON Lines, one at a time, so memory use does not grow with the batch. Each loop starts with the first result
   * again.
   *
   * @throws {ClustError} To the reader: a `ValidationError` if the batch has not ended, or if its `results_url` is on
   * another host, where clust sends no key; a `StreamError`, after the valid results, if the results are cut off, if a
   * line is not a result, or if their number differs from `request_counts`.
   */
  results<Item extends BatchItem>(
    batch: string | MessageBatch<Item>,
    options?: ResultsOptions<Item>,
  ): AsyncIterable<BatchResult<Item>>;
}
