import { type Problem, ValidationError } from '../../errors/validation-error.js';
import { freezeJson } from '../../request/freeze.js';
import { hasMeta, metaOf, withMeta } from '../../request/request-meta.js';
import type { Unless } from '../../values/checked.js';
import type { Batch } from './batch.js';
import type { BatchItem, BatchRequest } from './batch-item.js';
import { batchProblems } from './batch-problems.js';
import type { BatchMaxTokens, RefusedId, RefusedInBatch } from './refused-in-batch.js';

declare const items: unique symbol;

/** A linked list of requests, the last one first: adding one copies nothing. */
interface Link {
  readonly item: BatchItem;
  readonly before: Link | undefined;
}

/** Options of one request in a batch. */
export interface BatchItemOptions<MaxTokens = number> {
  /**
   * Replaces the request's `max_tokens`. Some models generate up to 300,000 tokens in a batch, more than elsewhere;
   * clust sends the beta that this needs. The compiler refuses a literal above that limit, and `build()` a `number`.
   */
  readonly maxTokens?: MaxTokens | undefined;
}

/**
 * Builds a batch, request by request. A builder is immutable: `add()` returns a new one.
 *
 * `Item` is the type of the batch's requests. It exists only for the compiler, which types each result by its
 * `custom_id`.
 *
 * @example
 * ```ts
 * import { BatchBuilder, MessagesRequestBuilder } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
 * let batch: BatchBuilder = BatchBuilder.create();
 * for (const country of ['France', 'Italy']) {
 *   batch = batch.add(country, preset.user(`Where is the capital of ${country}?`).build());
 * }
 * console.log(batch.build().requests.length); // 2
 * ```
 */
export class BatchBuilder<out Item extends BatchItem = BatchItem> {
  /** Keeps the requests in the type. */
  declare readonly [items]: Item;
  readonly #last: Link | undefined;

  private constructor(last: Link | undefined) {
    this.#last = last;
    Object.freeze(this);
  }

  /** A builder without requests. */
  static create(): BatchBuilder<never> {
    return new BatchBuilder<never>(undefined);
  }

  /**
   * Adds a request under an id of your choice: 1 to 64 letters, digits, hyphens and underscores, unique in the batch.
   *
   * Sends `{"custom_id": "…", "params": {…}}` in `requests`.
   */
  add<const Id extends string, const Request extends BatchRequest, const N extends number = number>(
    customId: Unless<RefusedId<Id, Item['custom_id']>, Id>,
    request: Unless<RefusedInBatch<Request>, Request>,
    options?: BatchItemOptions<BatchMaxTokens<Request, N>>,
  ): BatchBuilder<Item | BatchItem<Id, Request>>;
  add(
    custom_id: string,
    request: BatchRequest,
    { maxTokens }: BatchItemOptions = {},
  ): BatchBuilder<BatchItem> {
    const wanted = maxTokens === undefined ? request : { ...request, max_tokens: maxTokens };
    // A request that was not built is checked by `build()`, so it is frozen until then.
    const params = hasMeta(request) ? sealed(wanted, request) : freezeJson(wanted);
    return new BatchBuilder({ item: Object.freeze({ custom_id, params }), before: this.#last });
  }

  /** All problems that `build()` would throw. */
  problems(): readonly Problem[] {
    return batchProblems(this.toJSON().requests);
  }

  /**
   * Returns the batch, checked and frozen.
   *
   * @throws {ValidationError} With all problems, each with its path.
   */
  build(this: [Item] extends [never] ? 'build() needs add()' : BatchBuilder<Item>): Batch<Item>;
  build(): Batch {
    const batch = this.toJSON();
    const problems = batchProblems(batch.requests);
    if (problems.length > 0) throw new ValidationError(problems);
    return batch;
  }

  /** The batch so far, unchecked. */
  toJSON(): Batch<Item> {
    const requests: BatchItem[] = [];
    for (let link = this.#last; link !== undefined; link = link.before) requests.push(link.item);
    // Requests are only added by `add()`, which records their types.
    return Object.freeze({ requests: Object.freeze(requests.reverse()) }) as Batch as Batch<Item>;
  }
}

/** The request itself, or a copy with all metadata of the request. */
function sealed(wanted: BatchRequest, request: BatchRequest): BatchRequest {
  return wanted === request ? request : withMeta(wanted, metaOf(request));
}
