import type { MessageResponse } from '../content/message-response.js';
import { ValidationError } from '../errors/validation-error.js';

/** The result of one item. */
export type PoolResult<Item, Request> =
  | {
      readonly ok: true;
      readonly index: number;
      readonly item: Item;
      readonly message: MessageResponse<Request>;
    }
  | { readonly ok: false; readonly index: number; readonly item: Item; readonly error: unknown };

/**
 * A run of a pool: a promise of all results in the order of the items, or an iterable of them in the order of
 * completion. It starts when it is first read, and can be read once.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, type PoolRun, pool } from 'clust';
 *
 * const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
 * const run = pool(Client.fromEnv()).map(['Paris', 'Rome'], (city) => preset.user(city).build());
 * for await (const result of run.inOrder()) console.log(result.item, result.ok);
 * ```
 */
export class PoolRun<Item, Request>
  extends Promise<readonly PoolResult<Item, Request>[]>
  implements AsyncIterable<PoolResult<Item, Request>>
{
  /** `then` returns an ordinary promise. */
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }

  readonly #open: () => AsyncGenerator<PoolResult<Item, Request>>;
  readonly #settle: (results: Promise<readonly PoolResult<Item, Request>[]>) => void;
  #isRead = false;

  /** @internal */
  constructor(open: () => AsyncGenerator<PoolResult<Item, Request>>) {
    let settle: (results: Promise<readonly PoolResult<Item, Request>[]>) => void = () => undefined;
    super((resolve) => {
      settle = resolve;
    });
    this.#open = open;
    this.#settle = settle;
  }

  // biome-ignore lint/suspicious/noThenProperty: this is a promise; it starts with its first reader.
  override then<Result1, Result2>(
    ...listeners: Parameters<Promise<readonly PoolResult<Item, Request>[]>['then']>
  ): Promise<Result1 | Result2> {
    if (!this.#isRead) this.#settle(collect(this.#read()));
    return super.then(...listeners) as Promise<Result1 | Result2>;
  }

  /** The results in the order of completion. */
  [Symbol.asyncIterator](): AsyncGenerator<PoolResult<Item, Request>> {
    return this.#read();
  }

  /** The results in the order of the items, each as soon as those before it are complete. */
  async *inOrder(): AsyncGenerator<PoolResult<Item, Request>> {
    const early = new Map<number, PoolResult<Item, Request>>();
    let next = 0;
    for await (const result of this.#read()) {
      early.set(result.index, result);
      for (let ready = early.get(next); ready !== undefined; ready = early.get(next)) {
        early.delete(next);
        next += 1;
        yield ready;
      }
    }
  }

  #read(): AsyncGenerator<PoolResult<Item, Request>> {
    if (this.#isRead) {
      const message = 'a run is read once: by await, by for await or by inOrder()';
      throw new ValidationError([{ path: '', rule: 'pool-run', message }]);
    }
    this.#isRead = true;
    return this.#open();
  }
}

async function collect<Item, Request>(
  results: AsyncIterable<PoolResult<Item, Request>>,
): Promise<readonly PoolResult<Item, Request>[]> {
  const all: PoolResult<Item, Request>[] = [];
  for await (const result of results) all[result.index] = result;
  return all;
}
