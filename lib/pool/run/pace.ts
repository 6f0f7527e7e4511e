import { TokenBucket } from 'limiter';
import { wait } from '../../base/abort.js';
import type { RateLimit, RateLimitWindow } from '../../wire/http.js';
import type { Usage } from '../../wire/usage.js';
import type { PerMinute } from '../pool-options.js';

const MINUTE = 60_000;

/**
 * How much later than another request one may reach the API, in milliseconds. A late request counts in the minute in
 * which it arrives.
 */
const DELAY = 1_000;

/** Decides when the next request may be sent: by the user's limits, and by the limits that the API reports. */
export class Pace {
  readonly #requests: TokenBucket | undefined;
  readonly #input: TokenBucket | undefined;
  readonly #output: TokenBucket | undefined;
  #pausedUntil = 0;
  /** What is left of the API's windows according to the newest answer, minus what was sent since. */
  readonly #left = new Map<WindowName, { remaining: number; readonly reset: number }>();

  constructor({ requests, inputTokens, outputTokens }: PerMinute) {
    this.#requests = bucketOf(requests);
    this.#input = bucketOf(inputTokens);
    this.#output = bucketOf(outputTokens);
  }

  /** Waits until a request with about this many input tokens may be sent, and counts it. */
  async admit(inputTokens: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      const delay = this.#delay(inputTokens);
      if (delay <= 0) break;
      await wait(delay, signal);
    }
    this.#requests?.tryRemoveTokens(1);
    if (this.#input) this.#input.content -= inputTokens;
    this.#spend('requests', 1);
    this.#spend('inputTokens', inputTokens);
    this.#spend('tokens', inputTokens);
  }

  /** Pauses all requests. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + milliseconds);
  }

  /** Learns from an answer: its actual usage, and what is left of the API's limits. */
  learn(
    rateLimit: RateLimit | undefined,
    usage?: { readonly estimated: number; readonly real: Usage },
  ): void {
    if (usage && this.#input) this.#input.content += usage.estimated - promptTokens(usage.real);
    if (usage && this.#output) this.#output.content -= usage.real.output_tokens;
    for (const name of windowNames) this.#note(name, rateLimit?.[name]);
  }

  #delay(inputTokens: number): number {
    const now = Date.now();
    const waits = [
      this.#pausedUntil - now,
      waitOf(this.#requests, 1),
      waitOf(this.#input, inputTokens),
      waitOf(this.#output, 1),
      ...windowNames.map((name) => this.#windowDelay(name, name === 'requests' ? 1 : inputTokens, now)),
    ];
    return Math.max(...waits);
  }

  /** How long to wait for a window without enough left: until it is full again, or a newer answer updates it. */
  #windowDelay(name: WindowName, count: number, now: number): number {
    const left = this.#left.get(name);
    if (left === undefined || left.remaining >= count) return 0;
    // After the reset the window is unknown, and no answer may update it, so the next request is sent.
    if (left.reset <= now) this.#left.delete(name);
    return Math.min(left.reset - now, MINUTE);
  }

  #spend(name: WindowName, count: number): void {
    const left = this.#left.get(name);
    if (left) left.remaining -= count;
  }

  #note(name: WindowName, window: RateLimitWindow | undefined): void {
    if (window?.remaining === undefined || window.reset === undefined) return;
    this.#left.set(name, { remaining: window.remaining, reset: window.reset.getTime() });
  }
}

const windowNames = ['requests', 'tokens', 'inputTokens'] as const;
type WindowName = (typeof windowNames)[number];

/** The input tokens that count against the limit: cache writes do, cache reads do not. */
function promptTokens({ input_tokens, cache_creation_input_tokens }: Usage): number {
  return input_tokens + (cache_creation_input_tokens ?? 0);
}

/**
 * A token bucket that never lets more than `limit` through in any minute: its size plus its refill in a minute and a
 * second equal the limit.
 */
function bucketOf(limit: number | undefined): TokenBucket | undefined {
  if (limit === undefined || !Number.isFinite(limit)) return undefined;
  const bucketSize = Math.max(1, limit / 10);
  const tokensPerInterval = Math.max(limit - bucketSize, limit / 10);
  const bucket = new TokenBucket({ bucketSize, tokensPerInterval, interval: MINUTE + DELAY });
  bucket.content = bucketSize;
  return bucket;
}

/** A request larger than the bucket waits for a full bucket, and leaves it below zero. */
function waitOf(bucket: TokenBucket | undefined, count: number): number {
  return bucket ? bucket.getWaitTime(Math.min(count, bucket.bucketSize)) : 0;
}
