import { Queue } from 'bullmq';
import { parseJson } from '../base/parse-json.js';
import type { PoolClient } from '../pool/pool-client.js';
import { metaOf } from '../request/request-meta.js';
import type { MessageBody } from '../wire/message-body.js';
import {
  assertFleetOptions,
  assertJob,
  type FleetJob,
  type FleetJobData,
  type FleetOptions,
  type WorkOptions,
} from './fleet-options.js';
import type { FleetFailure, FleetProgress, FleetResult } from './fleet-results.js';
import { FleetLedger } from './ledger.js';
import { connect } from './redis.js';
import { type FleetShared, type FleetWorker, startWorker } from './worker.js';

/** How many jobs are added, or read, in one round trip. */
const CHUNK = 500;
/** How often unfinished jobs are checked, in milliseconds. */
const POLL = 200;

/** How many jobs `add()` received, and how many of them were new. */
export interface AddedJobs {
  readonly given: number;
  readonly added: number;
}

/**
 * Runs one queue of requests in Redis on many machines: any process may add jobs, work, or read results. It needs the
 * packages `bullmq` and `ioredis`, and a Redis that does not evict keys.
 *
 * All workers share the limits per minute; a 429 or a 529 pauses all of them for the time that the API asks for. Every
 * job has exactly one result, even if a process dies: another worker takes over the job, and only the first result
 * counts. A request that was running at that time may reach the API twice.
 *
 * @throws {ValidationError} For an invalid name or number.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder } from 'clust';
 * import { fleet } from 'clust/fleet';
 *
 * const jobs = fleet({ redis: 'redis://127.0.0.1:6379', name: 'cities', perMinute: { requests: 50 } });
 * const params = MessagesRequestBuilder.create('claude-haiku-5-5').maxTokens(256).user('Describe Paris.').build();
 *
 * await jobs.add([{ custom_id: 'paris', params }]);
 * const worker = jobs.work(Client.fromEnv(), { concurrency: 4 });
 * for await (const { custom_id, result } of jobs.results()) console.log(custom_id, result.type);
 * await worker.close();
 * await jobs.close();
 * ```
 */
export function fleet(options: FleetOptions): Fleet {
  return new Fleet(options);
}

/** A queue of requests and its workers. Created by `fleet()`. */
export class Fleet {
  readonly #queue: Queue<FleetJobData, MessageBody>;
  readonly #shared: FleetShared;
  readonly #workers = new Set<FleetWorker>();

  /** @internal */
  constructor(options: FleetOptions) {
    assertFleetOptions(options);
    const redis = connect(options.redis);
    const prefix = `clust:${options.name}:fleet`;
    this.#queue = new Queue(options.name, { connection: redis, prefix: 'clust' });
    this.#queue.on('error', () => undefined);
    this.#shared = { queue: options.name, prefix, options, redis, ledger: new FleetLedger(redis, prefix) };
  }

  /**
   * Adds jobs to the queue. A job with a known id is not added again, so a program that was killed while adding may add
   * all of them again. Iterables are read on demand.
   *
   * @throws {ValidationError} For an invalid id or priority. A request that breaks a rule becomes a failed job.
   */
  async add(jobs: Iterable<FleetJob> | AsyncIterable<FleetJob>): Promise<AddedJobs> {
    let given = 0;
    let added = 0;
    for await (const chunk of inChunks(jobs)) {
      for (const job of chunk) assertJob(job);
      given += chunk.length;
      await this.#queue.addBulk(
        chunk.map(({ custom_id, params, priority = 0 }) => ({
          name: 'request',
          data: { params, betas: metaOf(params).betas },
          // In BullMQ the smallest number runs first, and a job without a number before all others.
          opts: { jobId: jobIdOf(custom_id), priority: 101 - priority },
        })),
      );
      added += await this.#remember(chunk);
    }
    return { given, added };
  }

  /** Starts a worker: takes jobs from the queue and sends their requests, until the worker or the fleet is closed. */
  work(client: PoolClient, options: WorkOptions = {}): FleetWorker {
    const worker = startWorker(client, this.#shared, options);
    this.#workers.add(worker);
    return {
      close: async () => {
        this.#workers.delete(worker);
        await worker.close();
      },
    };
  }

  /**
   * The result of every job that has been added, once each. It waits for jobs that have no result yet. Results come
   * roughly in the order of adding, a page at a time, in constant memory.
   */
  async *results(): AsyncGenerator<FleetResult> {
    for (let start = 0; ; ) {
      let waiting = await this.#ids(start);
      if (waiting.length === 0) return;
      start += waiting.length;
      while (waiting.length > 0) {
        const found = await this.#resultsOf(waiting);
        yield* found.filter((result) => result !== undefined);
        const unfinished = waiting.filter((_, at) => found[at] === undefined);
        if (unfinished.length === waiting.length) await pause(POLL);
        waiting = unfinished;
      }
    }
  }

  /** The jobs that have failed so far, with the paths of their requests' problems. */
  async *failed(): AsyncGenerator<FleetFailure> {
    for (let start = 0; ; start += CHUNK) {
      const ids = await this.#ids(start);
      for (const found of await this.#resultsOf(ids)) {
        if (found?.result.type === 'errored') yield { custom_id: found.custom_id, error: found.result.error };
      }
      if (ids.length < CHUNK) return;
    }
  }

  async progress(): Promise<FleetProgress> {
    const { ledger, redis, prefix, options } = this.#shared;
    const counts = await this.#queue.getJobCounts('completed', 'failed', 'active');
    const used = await ledger.total();
    const total = await redis.zcard(`${prefix}:ids`);
    const { completed: succeeded = 0, failed = 0, active = 0 } = counts;
    return {
      total,
      succeeded,
      failed,
      active,
      waiting: Math.max(0, total - succeeded - failed - active),
      ...used,
      isOverBudget: options.budget !== undefined && used.usd >= options.budget.usd,
    };
  }

  /** Closes the connections. Workers of this object finish their running jobs; jobs and results stay in Redis. */
  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.close()));
    await this.#queue.close();
    this.#shared.redis.disconnect();
  }

  /** Stores the ids in the order of adding. A known id keeps its place. */
  async #remember(jobs: readonly FleetJob[]): Promise<number> {
    const { redis, prefix } = this.#shared;
    const last = await redis.incrby(`${prefix}:added`, jobs.length);
    const places = jobs.flatMap(({ custom_id }, at) => [String(last - jobs.length + at), custom_id]);
    return redis.zadd(`${prefix}:ids`, 'NX', ...places);
  }

  #ids(start: number): Promise<string[]> {
    const { redis, prefix } = this.#shared;
    return redis.zrange(`${prefix}:ids`, `${start}`, `${start + CHUNK - 1}`);
  }

  /** The result of each job; `undefined` if it has none yet. */
  async #resultsOf(ids: readonly string[]): Promise<readonly (FleetResult | undefined)[]> {
    if (ids.length === 0) return [];
    const asked = this.#shared.redis.pipeline();
    for (const id of ids) {
      asked.hmget(this.#queue.toKey(jobIdOf(id)), 'finishedOn', 'returnvalue', 'failedReason');
    }
    const answers = (await asked.exec()) ?? [];
    return ids.map((custom_id, at) => {
      // Each reply has three fields, each a text or null.
      const [finished, returned, reason] = (answers[at]?.[1] ?? []) as (string | null)[];
      if (!finished) return undefined;
      if (reason) return { custom_id, result: { type: 'errored', error: errorOf(reason) } };
      // `work()` returns the message, and BullMQ stores it as JSON.
      return { custom_id, result: { type: 'succeeded', message: parseJson(returned ?? '') as MessageBody } };
    });
  }
}

/** BullMQ refuses ids that are numbers. */
function jobIdOf(customId: string): string {
  return `job_${customId}`;
}

/** Reads a failure that `work()` described. A failure of BullMQ itself is a sentence. */
function errorOf(reason: string): FleetFailure['error'] {
  const described = parseJson(reason) as FleetFailure['error'] | undefined;
  return described?.name === undefined ? { name: 'Error', message: reason } : described;
}

async function* inChunks(jobs: Iterable<FleetJob> | AsyncIterable<FleetJob>): AsyncGenerator<FleetJob[]> {
  let chunk: FleetJob[] = [];
  for await (const job of jobs) {
    chunk.push(job);
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });
}
