import type { Redis } from 'ioredis';
import type { PerMinute } from '../pool/pool-options.js';

const MINUTE = 60_000;

/**
 * Admits a request, or says how long to wait: all limits at once, in one step that no other worker can come between.
 *
 * Each limit is a generic cell rate algorithm: one number, the time at which all that was admitted will have dripped off.
 * A tenth of the limit may go at once and nine tenths drip off in a minute, so that in any minute, wherever it begins, no
 * more than the limit is admitted. Fixed windows would let through twice the limit around their border. The time is that
 * of Redis: the clocks of the machines do not matter.
 *
 * KEYS: when the pause ends, then one key a limit. ARGV: for each limit milliseconds per unit, burst in milliseconds,
 * and units.
 */
const ADMIT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local wait = tonumber(redis.call('GET', KEYS[1]) or '0') - now
local ends = {}
for at = 2, #KEYS do
  local base = (at - 2) * 3
  local each, burst, units = tonumber(ARGV[base + 1]), tonumber(ARGV[base + 2]), tonumber(ARGV[base + 3])
  local begin = math.max(tonumber(redis.call('GET', KEYS[at]) or '0'), now)
  ends[at] = begin + units * each
  -- What is larger than the burst waits until nothing else is in the way.
  wait = math.max(wait, begin + math.min(units * each, burst) - now - burst)
end
if wait > 0 then return math.ceil(wait) end
for at = 2, #KEYS do redis.call('SET', KEYS[at], string.format('%.3f', ends[at]), 'PX', math.ceil(ends[at] - now) + 1000) end
return 0
`;

/** Moves limits by what an answer used more, or less, than was admitted. ARGV: milliseconds for each key. */
const CORRECT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
for at = 1, #KEYS do
  local ends = math.max(tonumber(redis.call('GET', KEYS[at]) or '0'), now) + tonumber(ARGV[at])
  if ends > now then redis.call('SET', KEYS[at], string.format('%.3f', ends), 'PX', math.ceil(ends - now) + 1000) end
end
return 0
`;

/** Nobody is admitted for so long; a longer pause that is in force stays. */
const PAUSE = `
local time = redis.call('TIME')
local ends = time[1] * 1000 + time[2] / 1000 + tonumber(ARGV[1])
if ends > tonumber(redis.call('GET', KEYS[1]) or '0') then
  redis.call('SET', KEYS[1], string.format('%.3f', ends), 'PX', math.ceil(tonumber(ARGV[1])) + 1000)
end
return 0
`;

/** One limit per minute, as the scripts count it. */
interface Limit {
  readonly key: string;
  /** Milliseconds in which one unit drips off. */
  readonly each: number;
  /** How many milliseconds may be used up at once. */
  readonly burst: number;
}

/** The limits that all workers of a fleet share, in Redis. */
export class FleetLimits {
  readonly #redis: Redis;
  readonly #pauseKey: string;
  readonly #requests: Limit | undefined;
  readonly #input: Limit | undefined;
  readonly #output: Limit | undefined;

  constructor(redis: Redis, prefix: string, { requests, inputTokens, outputTokens }: PerMinute) {
    this.#redis = redis;
    this.#pauseKey = `${prefix}:paused-until`;
    this.#requests = limitOf(`${prefix}:requests`, requests);
    this.#input = limitOf(`${prefix}:input-tokens`, inputTokens);
    this.#output = limitOf(`${prefix}:output-tokens`, outputTokens);
  }

  /** 0 when the request was admitted, and counted; else how many milliseconds to wait before asking again. */
  async admit(inputTokens: number): Promise<number> {
    const limits = [
      [this.#requests, 1],
      [this.#input, inputTokens],
      // What an answer will use is not known; a limit that is used up holds requests back all the same.
      [this.#output, 0],
    ] as const;
    const set = limits.flatMap(([limit, units]) => (limit ? [{ ...limit, units }] : []));
    const keys = [this.#pauseKey, ...set.map(({ key }) => key)];
    const args = set.flatMap(({ each, burst, units }) => [each, burst, units]);
    return Number(await this.#redis.eval(ADMIT, keys.length, ...keys, ...args));
  }

  /** Counts what an answer used in earnest. */
  async correct(change: { readonly inputTokens: number; readonly outputTokens: number }): Promise<void> {
    const used = [
      [this.#input, change.inputTokens],
      [this.#output, change.outputTokens],
    ] as const;
    const set = used.flatMap(([limit, units]) =>
      limit ? [{ key: limit.key, moved: units * limit.each }] : [],
    );
    if (set.length === 0) return;
    const keys = set.map(({ key }) => key);
    await this.#redis.eval(CORRECT, keys.length, ...keys, ...set.map(({ moved }) => moved));
  }

  /** Every worker of the fleet waits. */
  async pause(milliseconds: number): Promise<void> {
    await this.#redis.eval(PAUSE, 1, this.#pauseKey, milliseconds);
  }
}

function limitOf(key: string, perMinute: number | undefined): Limit | undefined {
  if (perMinute === undefined || !Number.isFinite(perMinute)) return undefined;
  const atOnce = Math.max(1, Math.floor(perMinute / 10));
  const each = MINUTE / Math.max(perMinute - atOnce, perMinute / 10);
  return { key, each, burst: atOnce * each };
}
