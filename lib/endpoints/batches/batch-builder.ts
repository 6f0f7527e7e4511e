import { type Problem, ValidationError } from '../../errors/validation-error.js';
import { freezeJson } from '../../request/freeze.js';
import { hasMeta, metaOf, withMeta } from '../../request/request-meta.js';
import type { Unless } from '../../values/checked.js';
import type { Batch } from './batch.js';
import type { BatchItem, BatchRequest } from './batch-item.js';
import { batchProblems } from './batch-problems.js';
import type { BatchMaxTokens, RefusedId, RefusedInBatch } from './refused-in-batch.js';

declare const items: unique symbol;

/** The request that was added last, and those before it: adding one copies nothing. */
interface Link {
  readonly item: BatchItem;
  readonly before: Link | undefined;
}

/** What holds for one request in a batch. */
export interface BatchItemOptions<MaxTokens = number> {
  /**
   * Replaces the request's `max_tokens`. In a batch some models generate up to 300,000 tokens, more than elsewhere; the
   * beta that this needs is sent by itself. A literal above that is refused by the compiler, a `number` by `build()`.
   */
  readonly maxTokens?: MaxTokens | undefined;
}

/**
 * Builds a batch, request by request. A builder never changes: `add()` gives a new one.
 *
 * `Item` says, to the compiler only, which requests the batch has, so that each result is typed by its `custom_id`.
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

  /** A batch without requests. */
  static create(): BatchBuilder<never> {
    return new BatchBuilder<never>(undefined);
  }

  /**
   * Adds a request under an id of yours: 1 to 64 letters, digits, hyphens and underscores, each id once.
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
    // A request that was not built is checked with the batch, and must not change in between.
    const params = hasMeta(request) ? sealed(wanted, request) : freezeJson(wanted);
    return new BatchBuilder({ item: Object.freeze({ custom_id, params }), before: this.#last });
  }

  /** What `build()` would throw, all of it. */
  problems(): readonly Problem[] {
    return batchProblems(this.toJSON().requests);
  }

  /**
   * The batch, checked and frozen.
   *
   * @throws {ValidationError} With every problem, each with its path.
   */
  build(this: [Item] extends [never] ? 'build() needs add()' : BatchBuilder<Item>): Batch<Item>;
  build(): Batch {
    const batch = this.toJSON();
    const problems = batchProblems(batch.requests);
    if (problems.length > 0) throw new ValidationError(problems);
    return batch;
  }

  /** The batch as far as it has come, unchecked. */
  toJSON(): Batch<Item> {
    const requests: BatchItem[] = [];
    for (let link = this.#last; link !== undefined; link = link.before) requests.push(link.item);
    // `add()` is the only way in, and its type says what was added.
    return Object.freeze({ requests: Object.freeze(requests.reverse()) }) as Batch as Batch<Item>;
  }
}

/** The request itself, or a copy that has all that belongs to it. */
function sealed(wanted: BatchRequest, request: BatchRequest): BatchRequest {
  return wanted === request ? request : withMeta(wanted, metaOf(request));
}
