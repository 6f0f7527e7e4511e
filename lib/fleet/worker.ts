import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { onAbort, wait } from '../base/abort.js';
import { isApiError, isClustError } from '../errors/guards.js';
import { cost } from '../models/cost/cost.js';
import type { PoolClient } from '../pool/pool-client.js';
import { CallWindow } from '../pool/run/call-window.js';
import { delayAfter, isOverload, isRetryable } from '../pool/run/failed-call.js';
import { MessagesRequest } from '../request/messages-request.js';
import type { MessageBody } from '../wire/message-body.js';
import { Admission } from './admission.js';
import type { FleetJobData, FleetOptions, WorkOptions } from './fleet-options.js';
import type { FleetFailure } from './fleet-results.js';
import type { FleetLedger } from './ledger.js';
import { FleetLimits } from './limits.js';

const CONCURRENCY = 8;
const RETRIES = 8;

/** A running worker. */
export interface FleetWorker {
  /** Closes the worker: running jobs are finished, and no more are taken. */
  close(): Promise<void>;
}

/** What a worker shares with the rest of its fleet. */
export interface FleetShared {
  readonly queue: string;
  readonly prefix: string;
  readonly options: FleetOptions;
  readonly redis: Redis;
  readonly ledger: FleetLedger;
}

/** Takes jobs from the queue and sends their requests, until it is closed. */
export function startWorker(client: PoolClient, shared: FleetShared, options: WorkOptions): FleetWorker {
  const { queue, prefix, redis, ledger } = shared;
  const { perMinute = {}, retries = RETRIES, takeOverAfter = 30_000, budget } = shared.options;
  const limits = new FleetLimits(redis, prefix, perMinute);
  const closing = new AbortController();
  const admission = new Admission({ limits, ledger, budget, closing: closing.signal });
  const { concurrency = CONCURRENCY } = options;
  const window = new CallWindow(concurrency);

  async function ask({ params, betas }: FleetJobData): Promise<MessageBody> {
    // The request comes from JSON, and may not have been checked when it was added.
    const request = MessagesRequest.parse(params);
    for (let attempt = 1; ; attempt++) {
      try {
        return await window.run(() => send(request, betas, attempt));
      } catch (error) {
        if (attempt > retries || !isRetryable(error)) throw error;
        if (!isOverload(error)) await pause(delayAfter(error, attempt), closing.signal);
      }
    }
  }

  async function send(
    request: MessagesRequest,
    betas: FleetJobData['betas'],
    attempt: number,
  ): Promise<MessageBody> {
    const estimated = Math.ceil(JSON.stringify(request).length / 4);
    await admission.pass(estimated);
    const sentAt = performance.now();
    try {
      // The fleet retries, since a retry may have to pause all workers. The client checks the request, since a fleet
      // does not know the client's version.
      const message = await client.createMessage(request as never, { betas, retry: { limit: 0 } });
      window.answered();
      const { input_tokens, cache_creation_input_tokens, output_tokens } = message.usage;
      const inputTokens = input_tokens + (cache_creation_input_tokens ?? 0);
      await Promise.all([
        limits.learn(message.http.rateLimit),
        limits.correct({ inputTokens: inputTokens - estimated, outputTokens: output_tokens }),
        ledger.add({ inputTokens, outputTokens: output_tokens, usd: cost(message).total ?? 0 }),
      ]);
      return message;
    } catch (error) {
      // Limits and pauses are updated before this request frees its place, since the next request is then sent.
      if (isApiError(error)) await limits.learn(error.rateLimit);
      if (isOverload(error)) {
        window.refused(sentAt);
        await limits.pause(delayAfter(error, attempt));
      }
      throw error;
    }
  }

  const connection = redis.duplicate();
  connection.on('error', () => undefined);
  const worker = new Worker<FleetJobData, MessageBody>(
    queue,
    async (job: Job<FleetJobData, MessageBody>, token) => {
      try {
        return await ask(job.data);
      } catch (error) {
        if (!isClosed(error)) throw new UnrecoverableError(JSON.stringify(describe(error)));
        await job.moveToWait(token);
        throw new WaitingError();
      }
    },
    {
      connection,
      prefix: 'clust',
      concurrency,
      lockDuration: takeOverAfter,
      stalledInterval: Math.ceil(takeOverAfter / 3),
      // A job whose workers die is always given to another worker, since the job did not cause it.
      maxStalledCount: Number.MAX_SAFE_INTEGER,
    },
  );
  // Errors of Redis are retried; errors of a job are in its result.
  worker.on('error', () => undefined);

  const close = once(async () => {
    // Jobs that wait for a limit go back into the queue. Jobs whose request was sent are finished.
    closing.abort(new WorkerClosed());
    await worker.close();
    connection.disconnect();
  });
  if (options.signal) onAbort(options.signal, () => void close());
  return { close };
}

/** Returns a job to the queue because its worker is closed, not because it failed. */
class WorkerClosed extends Error {}

function isClosed(error: unknown): boolean {
  return error instanceof WorkerClosed;
}

function once<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  return () => {
    running ??= run();
    return running;
  };
}

/** The stored facts of an error: no stack, no headers, and nothing of the request. */
function describe(error: unknown): FleetFailure['error'] {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const fields = isClustError(error) ? { ...error } : {};
  const { problems, status, type } = fields as Partial<FleetFailure['error']>;
  return { name, message, problems, status, type };
}

/** Waits, or returns at once when the worker is closed. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return wait(milliseconds, signal).catch(() => undefined);
}
