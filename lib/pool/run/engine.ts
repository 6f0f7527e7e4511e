import PQueue from 'p-queue';
import { wait } from '../../base/abort.js';
import { MessageResponse } from '../../content/message-response.js';
import { AbortedError } from '../../errors/aborted-error.js';
import { isApiError } from '../../errors/guards.js';
import type { MessageBody } from '../../wire/message-body.js';
import { type Journal, journalKeys } from '../journal.js';
import type { PoolClient } from '../pool-client.js';
import type { PoolOptions, PoolProgress } from '../pool-options.js';
import type { PoolResult } from '../pool-run.js';
import { CallWindow } from './call-window.js';
import { delayAfter, isOverload, isRetryable } from './failed-call.js';
import { Pace } from './pace.js';

const CONCURRENCY = 8;
const RETRIES = 8;

/** Runs the calls of a pool. Loaded when the first run starts. */
export class PoolEngine {
  readonly #client: PoolClient;
  readonly #options: PoolOptions;
  readonly #queue: PQueue;
  readonly #pace: Pace;
  readonly #window: CallWindow;
  #progress: PoolProgress = {
    succeeded: 0,
    failed: 0,
    running: 0,
    requests: 0,
    inputTokens: 0,
    outputTokens: 0,
  };

  constructor(client: PoolClient, options: PoolOptions) {
    this.#client = client;
    this.#options = options;
    const { concurrency = CONCURRENCY } = options;
    this.#queue = new PQueue({ concurrency });
    this.#window = new CallWindow(concurrency);
    this.#pace = new Pace(options.perMinute ?? {});
  }

  /**
   * The results of a run in the order of completion. It holds at most twice as many items as the pool's concurrency: an
   * item is read when it is needed, and a slow reader slows the run down.
   */
  async *run<Item, Request>(
    items: Iterable<Item> | AsyncIterable<Item>,
    toRequest: (item: Item, index: number) => Request | Promise<Request>,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<PoolResult<Item, Request>> {
    // Aborts the running requests when the reader stops.
    const ended = new AbortController();
    const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
    const known = await entriesOf(this.#options.journal);
    const source = iteratorOf(items);
    const running = new Map<number, Promise<PoolResult<Item, Request>>>();
    const task = {
      toRequest,
      known,
      keyOf: journalKeys(),
      signal: either,
      writing: new Set<Promise<void>>(),
    };
    let index = 0;
    let isDrained = false;
    try {
      while (!isDrained || running.size > 0) {
        while (!isDrained && running.size < 2 * this.#queue.concurrency) {
          const next = await source.next();
          if (next.done) isDrained = true;
          else running.set(index, this.#settle(next.value, index++, task));
        }
        // `Promise.race([])` never settles.
        if (running.size === 0) break;
        const result = await Promise.race(running.values());
        signal?.throwIfAborted();
        running.delete(result.index);
        yield result;
      }
    } catch (error) {
      throw signal?.aborted ? new AbortedError('The run of the pool', { cause: signal.reason }) : error;
    } finally {
      ended.abort();
      // The next run may read the journal at once.
      await Promise.allSettled(task.writing);
      await source.return?.();
    }
  }

  /** Never rejects: an error becomes the result of its item. */
  async #settle<Item, Request>(
    item: Item,
    index: number,
    task: Task<Item, Request>,
  ): Promise<PoolResult<Item, Request>> {
    this.#report({ running: 1 });
    try {
      const message = await this.#answer(item, index, task);
      this.#report({ running: -1, succeeded: 1 });
      return { ok: true, index, item, message };
    } catch (error) {
      this.#report({ running: -1, failed: 1 });
      return { ok: false, index, item, error };
    }
  }

  async #answer<Item, Request>(
    item: Item,
    index: number,
    task: Task<Item, Request>,
  ): Promise<MessageResponse<Request>> {
    const request = await task.toRequest(item, index);
    const { journal } = this.#options;
    const key = journal ? await task.keyOf(request) : '';
    const kept = task.known.get(key);
    if (kept) return MessageResponse.from<Request>(kept, request);
    return this.#ask(request, key, task);
  }

  async #ask<Item, Request>(
    request: Request,
    key: string,
    { signal, writing }: Task<Item, Request>,
  ): Promise<MessageResponse<Request>> {
    const { retries = RETRIES, journal } = this.#options;
    const estimated = Math.ceil(JSON.stringify(request).length / 4);
    let attempt = 1;
    const place = async () => {
      const message = await this.#window.run(() => this.#send(request, { estimated, attempt, signal }));
      signal.throwIfAborted();
      // The request keeps its place in the queue until its answer is stored. A killed process therefore loses at most as
      // many answers as requests run at once.
      const write = (async () => journal?.append({ key, message }))();
      writing.add(write);
      await write.finally(() => writing.delete(write));
      return message;
    };
    for (; ; attempt++) {
      try {
        return await this.#queue.add(place);
      } catch (error) {
        if (signal.aborted || attempt > retries || !isRetryable(error)) throw error;
        // An overload has paused the whole pool. After any other failure only this request waits.
        if (!isOverload(error)) await wait(delayAfter(error, attempt), signal);
      }
    }
  }

  async #send<Request>(
    request: Request,
    { estimated, attempt, signal }: Attempt,
  ): Promise<MessageResponse<Request>> {
    signal.throwIfAborted();
    await this.#pace.admit(estimated, signal);
    this.#report({ requests: 1 });
    const sentAt = performance.now();
    // The pool retries, since a retry may have to pause all its calls. The client checks the request, since a pool does
    // not know the client's version.
    const options = { signal, retry: { limit: 0 } };
    try {
      const answer = await this.#client.createMessage(request as never, options);
      const message = answer as MessageResponse<Request>;
      this.#window.answered();
      this.#pace.learn(message.http.rateLimit, { estimated, real: message.usage });
      this.#report({
        inputTokens: message.usage.input_tokens,
        outputTokens: message.usage.output_tokens,
      });
      return message;
    } catch (error) {
      // Limits and pauses are updated before this request frees its place, since the next request is then sent.
      if (isApiError(error)) this.#pace.learn(error.rateLimit);
      if (isOverload(error)) {
        this.#pace.pause(delayAfter(error, attempt));
        this.#window.refused(sentAt);
      }
      throw error;
    }
  }

  #report(change: Partial<PoolProgress>): void {
    const before = this.#progress;
    const plus = (name: keyof PoolProgress) => before[name] + (change[name] ?? 0);
    this.#progress = {
      succeeded: plus('succeeded'),
      failed: plus('failed'),
      running: plus('running'),
      requests: plus('requests'),
      inputTokens: plus('inputTokens'),
      outputTokens: plus('outputTokens'),
    };
    this.#options.onProgress?.(this.#progress);
  }
}

interface Attempt {
  readonly estimated: number;
  readonly attempt: number;
  readonly signal: AbortSignal;
}

interface Task<Item, Request> {
  readonly toRequest: (item: Item, index: number) => Request | Promise<Request>;
  readonly known: ReadonlyMap<string, MessageBody>;
  readonly keyOf: (request: unknown) => Promise<string>;
  readonly signal: AbortSignal;
  /** The entries of the journal that are being written. */
  readonly writing: Set<Promise<void>>;
}

async function entriesOf(journal: Journal | undefined): Promise<ReadonlyMap<string, MessageBody>> {
  const known = new Map<string, MessageBody>();
  if (journal) for await (const { key, message } of journal.read()) known.set(key, message);
  return known;
}

function iteratorOf<Item>(items: Iterable<Item> | AsyncIterable<Item>): AsyncIterator<Item> | Iterator<Item> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
}
