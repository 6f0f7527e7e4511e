import { ValidationError } from '../errors/validation-error.js';
import type { PerMinute } from '../pool/pool-options.js';
import type { MessagesRequestBody } from '../wire/messages-request-body.js';

/** Where Redis is: a URL, `redis://127.0.0.1:6379`, or its parts. */
export type RedisConnection =
  | string
  | {
      readonly host: string;
      readonly port: number;
      readonly username?: string | undefined;
      readonly password?: string | undefined;
      readonly db?: number | undefined;
      /** Options of `tls.connect()`; an empty object turns TLS on. */
      readonly tls?: object | undefined;
    };

/** What all workers together may spend, by the list prices of the API. */
export interface FleetBudget {
  readonly usd: number;
}

export interface FleetOptions {
  readonly redis: RedisConnection;
  /** Names the queue. Every machine that uses the same name on the same Redis shares jobs, limits and results. */
  readonly name: string;
  /** What all workers together may use in any minute. */
  readonly perMinute?: PerMinute | undefined;
  /** No job starts when this has been spent; jobs under way are finished. */
  readonly budget?: FleetBudget | undefined;
  /** How many times one request is sent again before its job fails. Default: 8. */
  readonly retries?: number | undefined;
  /**
   * After how many milliseconds without a sign of life another worker takes over a job. Default: 30,000. A shorter time
   * makes up for a dead worker sooner, and asks that no worker blocks its event loop for so long.
   */
  readonly takeOverAfter?: number | undefined;
}

/** One request of a fleet, as in a batch. */
export interface FleetJob {
  /** 1 to 64 letters, digits, `_` and `-`. A job whose id is known is not added again. */
  readonly custom_id: string;
  readonly params: MessagesRequestBody;
  /** From 0, the default, which comes last, to 100, which comes first. */
  readonly priority?: number | undefined;
}

/** A job as the queue keeps it. The betas of a request are not in its JSON. */
export interface FleetJobData {
  readonly params: MessagesRequestBody;
  readonly betas: readonly string[];
}

export interface WorkOptions {
  /** How many requests this worker has under way at once. Default: 8. */
  readonly concurrency?: number | undefined;
  /** Finishes what is under way and takes no more jobs. */
  readonly signal?: AbortSignal | undefined;
}

const NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** @throws {ValidationError} For a name or a number that cannot be. */
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

/** @throws {ValidationError} For an id or a priority that cannot be. */
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
