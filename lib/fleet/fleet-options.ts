import { ValidationError } from '../errors/validation-error.js';
import type { PerMinute } from '../pool/pool-options.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** The Redis server: a URL such as `redis://127.0.0.1:6379`, or its parts. */
export type RedisConnection =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly username?: string | undefined;
      readonly password?: string | undefined;
      readonly db?: number | undefined;
      /** Options of `tls.connect()`. An empty object turns TLS on. */
      readonly tls?: object | undefined;
    };

/** What all workers together may spend, at the list prices of the API. */
export interface FleetBudget {
  readonly usd: number;
}

export interface FleetOptions {
  readonly redis: RedisConnection;
  /** The name of the queue. All machines with the same name on the same Redis share jobs, limits and results. */
  readonly name: string;
  /** The limits of all workers together, for any minute. */
  readonly perMinute?: PerMinute | undefined;
  /** No job starts once this has been spent. Running jobs are finished. */
  readonly budget?: FleetBudget | undefined;
  /** How many times a request is retried before its job fails. Default: 8. */
  readonly retries?: number | undefined;
  /**
   * The time without a sign of life after which another worker takes over a job, in milliseconds. Default: 30,000. A
   * shorter time replaces a dead worker sooner, but no worker may then block its event loop for that long.
   */
  readonly takeOverAfter?: number | undefined;
}

/** One request of a fleet, as in a batch. */
export interface FleetJob {
  /** 1 to 64 letters, digits, `_` and `-`. A job with a known id is not added again. */
  readonly custom_id: string;
  readonly params: MessagesRequestBody;
  /** From 0 (the default), which runs last, to 100, which runs first. */
  readonly priority?: number | undefined;
}

/** A job in the queue. The betas of a request are not in its JSON, so they are kept beside it. */
export interface FleetJobData {
  readonly params: MessagesRequestBody;
  readonly betas: readonly string[];
}

export interface WorkOptions {
  /** How many requests this worker runs at once. Default: 8. */
  readonly concurrency?: number | undefined;
  /** Closes the worker: running jobs are finished, and no more are taken. */
  readonly signal?: AbortSignal | undefined;
}

const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** @throws {ValidationError} For an invalid name or number. */
export function assertFleetOptions({
  name,
  perMinute = {},
  budget,
  retries,
  takeOverAfter,
}: FleetOptions): void {
  const problems = [
    ...(NAME.test(name) ? [] : [problem('name', 'takes 1 to 64 letters, digits, _ and -')]),
    ...Object.entries({ 'budget.usd': budget?.usd, retries, takeOverAfter }).flatMap(([path, value]) =>
      value === undefined || value >= 0 ? [] : [problem(path, `takes a number from 0, not ${value}`)],
    ),
    ...Object.entries(perMinute).flatMap(([name, value]) =>
      value === undefined || value >= 1
        ? []
        : [problem(`perMinute.${name}`, `takes a number from 1, not ${value}`)],
    ),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
}

/** @throws {ValidationError} For an invalid id or priority. */
export function assertJob({ custom_id, priority = 0 }: FleetJob): void {
  const problems = [
    ...(NAME.test(custom_id)
      ? []
      : [problem('custom_id', `takes 1 to 64 letters, digits, _ and -, not ${JSON.stringify(custom_id)}`)]),
    ...(Number.isInteger(priority) && priority >= 0 && priority <= 100
      ? []
      : [problem('priority', `takes a whole number from 0 to 100, not ${priority}`)]),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
}

function problem(path: string, what: string) {
  return { path, rule: 'fleet-option', message: `${path} ${what}` };
}
