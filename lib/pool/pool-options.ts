import { ValidationError } from '../errors/validation-error.js';
import type { Journal } from './journal.js';

/** What a run may use in any minute. What is left out is limited by the API alone. */
export interface PerMinute {
  readonly requests?: number | undefined;
  /** Tokens of prompts. A request counts as one token per four characters until its answer tells the number. */
  readonly inputTokens?: number | undefined;
  /** Tokens of answers, counted when they arrive. */
  readonly outputTokens?: number | undefined;
}

/** How far a run has come. */
export interface PoolProgress {
  /** Items with an answer, those of the journal among them. */
  readonly succeeded: number;
  readonly failed: number;
  /** Items that are being asked, or wait to be. */
  readonly running: number;
  /** Requests that were sent, retries among them. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * How a pool runs. Every option has a default.
 *
 * @example
 * ```ts
 * import { Client, pool } from 'clust';
 *
 * const calls = pool(Client.fromEnv(), { concurrency: 4, perMinute: { requests: 50, outputTokens: 8_000 } });
 * ```
 */
export interface PoolOptions {
  /** How many requests are under way at once, over all runs of the pool. Default: 8. */
  readonly concurrency?: number | undefined;
  readonly perMinute?: PerMinute | undefined;
  /** How many times one request is sent again. Default: 8. */
  readonly retries?: number | undefined;
  /** Keeps the answers, so that a killed run resumes. One journal serves one run. */
  readonly journal?: Journal | undefined;
  readonly onProgress?: ((progress: PoolProgress) => void) | undefined;
  /** Ends every run of the pool with an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
}

const KNOWN = new Set(['concurrency', 'perMinute', 'retries', 'journal', 'onProgress', 'signal']);
const KNOWN_LIMITS = new Set(['requests', 'inputTokens', 'outputTokens']);

/** @throws {ValidationError} For an option that does not exist, and a number out of its range. */
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
    .map((name) => problem(prefix + name, `is no option of pool(): it takes ${[...known].join(', ')}`));
}

function isWhole(value: number, least: number): boolean {
  return Number.isSafeInteger(value) && value >= least;
}

function problem(path: string, what: string) {
  return { path, rule: 'pool-option', message: `${path} ${what}` };
}
