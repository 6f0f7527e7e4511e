import { ValidationError } from '../errors/validation-error.js';
import type { Journal } from './journal.js';

/** The limits of a run, for any minute. Anything left out is limited only by the API. */
export interface PerMinute {
  readonly requests?: number | undefined;
  /** Tokens of prompts. Until its answer arrives, a request counts as one token per four characters. */
  readonly inputTokens?: number | undefined;
  /** Tokens of answers, counted when they arrive. */
  readonly outputTokens?: number | undefined;
}

/** The progress of a run. */
export interface PoolProgress {
  /** Items with an answer, including those of the journal. */
  readonly succeeded: number;
  readonly failed: number;
  /** Items whose request is running or waiting. */
  readonly running: number;
  /** Requests that were sent, including retries. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * Options of a pool. Each has a default.
 *
 * @example
 * ```ts
 * import { Client, pool } from 'clust';
 *
 * const calls = pool(Client.fromEnv(), { concurrency: 4, perMinute: { requests: 50, outputTokens: 8_000 } });
 * ```
 */
export interface PoolOptions {
  /** How many requests run at once, in all runs of the pool. Default: 8. */
  readonly concurrency?: number | undefined;
  readonly perMinute?: PerMinute | undefined;
  /** How many times one request is retried. Default: 8. */
  readonly retries?: number | undefined;
  /** Stores the answers, so that a killed run can continue. One journal belongs to one run. */
  readonly journal?: Journal | undefined;
  readonly onProgress?: ((progress: PoolProgress) => void) | undefined;
  /** Ends every run of the pool with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
}

const KNOWN = new Set(['concurrency', 'perMinute', 'retries', 'journal', 'onProgress', 'signal']);
const KNOWN_LIMITS = new Set(['requests', 'inputTokens', 'outputTokens']);

/** @throws {ValidationError} For an unknown option, or a number out of its range. */
export function assertPoolOptions(options: PoolOptions): void {
  const { concurrency = 1, retries = 0, perMinute = {} } = options;
  const problems = [
    ...unknownNames(options, KNOWN, ''),
    ...unknownNames(perMinute, KNOWN_LIMITS, 'perMinute.'),
    ...(isWhole(concurrency, 1)
      ? []
      : [problem('concurrency', `must be a whole number from 1, not ${concurrency}`)]),
    ...(isWhole(retries, 0) ? [] : [problem('retries', `must be a whole number from 0, not ${retries}`)]),
    ...Object.entries(perMinute).flatMap(([name, limit]) =>
      limit === undefined || limit >= 1
        ? []
        : [problem(`perMinute.${name}`, `must be at least 1, not ${limit}`)],
    ),
  ];
  if (problems.length > 0) throw new ValidationError(problems);
}

function unknownNames(options: object, known: ReadonlySet<string>, prefix: string) {
  return Object.keys(options)
    .filter((name) => !known.has(name))
    .map((name) => problem(prefix + name, `is not an option of pool(): it takes ${[...known].join(', ')}`));
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function problem(path: string, what: string) {
  return { path, rule: 'pool-option', message: `${path} ${what}` };
}
