import { type Overrides, overrideNumbers } from './override.js';

/** How long to wait, in milliseconds. `Infinity` switches a clock off. */
export interface Timeouts {
  /** From sending a request, middleware included, to the headers of its answer, per attempt. Default: 600,000 (ten minutes). */
  readonly headers: number;
  /** Between two pieces of the answer; pings count. Default: 300,000 (five minutes). */
  readonly idle: number;
  /** The whole call: retries, waits and the last byte. Default: no limit. */
  readonly total: number;
}

export const DEFAULT_TIMEOUTS: Timeouts = {
  headers: 600_000,
  idle: 300_000,
  total: Number.POSITIVE_INFINITY,
};

/** @throws {ValidationError} For a time below one millisecond. */
export function timeoutsOf(overrides: Overrides<Timeouts> | undefined, base: Timeouts): Timeouts {
  return overrideNumbers('timeout', 1, base, overrides);
}
