import type { MessagesRequestBody } from '../wire/messages-request-body.js';
import type { PoolClient } from './pool-client.js';
import { assertPoolOptions, type PoolOptions } from './pool-options.js';
import { PoolRun } from './pool-run.js';
import type { PoolEngine } from './run/engine.js';

/**
 * Makes many calls through one client, in one process: limits how many run at once, and how much is used per minute.
 *
 * A pool follows the limits of the API: the rate-limit headers say how much is left. A 429 or a 529 pauses every call
 * of the pool for the time that the API asks for, and the request is then sent again. All runs of a pool share its
 * concurrency evenly.
 *
 * @throws {ValidationError} For an unknown option, or a number out of its range.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, pool } from 'clust';
 *
 * const cities = ['Paris', 'Rome', 'Oslo'];
 * const calls = pool(Client.fromEnv(), { concurrency: 4, perMinute: { requests: 50 } });
 *
 * const results = await calls.map(cities, (city) =>
 *   MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256).user(`Describe ${city}.`).build(),
 * );
 * for (const { item, ...result } of results) {
 *   console.log(item, result.ok ? result.message.text : result.error);
 * }
 * ```
 */
export function pool(client: PoolClient, options: PoolOptions = {}): Pool {
  return new Pool(client, options);
}

/**
 * Makes many calls through one client. Created by `pool()`.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, type Pool, pool } from 'clust';
 *
 * const calls: Pool = pool(Client.fromEnv());
 * const preset = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256);
 * for await (const { item, ok } of calls.map(['Paris', 'Rome'], (city) => preset.user(city).build())) {
 *   console.log(item, ok);
 * }
 * ```
 */
export class Pool {
  readonly #options: PoolOptions;
  readonly #engine: () => Promise<PoolEngine>;

  /** @internal */
  constructor(client: PoolClient, options: PoolOptions) {
    assertPoolOptions(options);
    this.#options = options;
    let engine: Promise<PoolEngine> | undefined;
    // The code of a run is loaded when the first run starts.
    this.#engine = () => {
      engine ??= import('./run/engine.js').then(({ PoolEngine }) => new PoolEngine(client, options));
      return engine;
    };
  }

  /**
   * Calls `request` for every item. `await` returns the results in the order of the items. `for await` yields each when
   * it is complete, and reads items on demand. `inOrder()` yields them one by one in order. The run starts with the
   * first of these, and can be read once.
   *
   * If an item fails, for any reason, its result has `ok: false`, and the others continue.
   */
  map<Item, Request extends MessagesRequestBody>(
    items: Iterable<Item> | AsyncIterable<Item>,
    toRequest: (item: Item, index: number) => Request | Promise<Request>,
  ): PoolRun<Item, Request> {
    const engine = this.#engine;
    const { signal } = this.#options;
    return new PoolRun(async function* results() {
      yield* (await engine()).run<Item, Request>(items, toRequest, signal);
    });
  }
}
