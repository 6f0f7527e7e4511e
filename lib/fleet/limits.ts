import type { Redis } from 'ioredis';
import type { PerMinute } from '../pool/pool-options.js';
import type { RateLimit } from '../wire/http.js';

const MINUTE = 60_000;

/**
 * How much later than another request one may reach the API, in milliseconds. Requests are admitted by the clock of
 * Redis and counted by that of the API, so without this a late request could exceed the limit in the minute in which it
 * arrives.
 */
const DELAY = 1_000;

/** The windows of the API that can delay requests. */
const windowNames = ['requests', 'tokens', 'inputTokens'] as const;

/**
 * Admits a request, or returns how long to wait. All limits are checked in one atomic step.
 *
 * Each limit is a generic cell rate algorithm: it stores one number, the time at which everything admitted so far will
 * have drained. A tenth of the limit may be used at once, and nine tenths drain in a minute and a second, so that no
 * more than the limit arrives in any minute. Fixed windows would allow twice the limit around their boundary. The time is
 * that of Redis, so the clocks of the machines do not matter.
 *
 * What the API has left of its own windows counts as well, until they are full again or a newer answer updates them.
 *
 * KEYS: the end of the pause, what is left of the API's windows, then one key per limit. ARGV: input tokens, then for
 * each limit milliseconds per unit, burst in milliseconds, and units.
 */
const ADMIT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
local wait = tonumber(redis.call('GET', KEYS[1]) or '0') - now
local left = redis.call('HGETALL', KEYS[2])
local windows = {}
for at = 1, #left, 2 do
  local remaining, reset = string.match(left[at + 1], '^(%S+) (%S+)$')
  local units = left[at] == 'requests' and 1 or tonumber(ARGV[1])
  windows[left[at]] = string.format('%d %s', remaining - units, reset)
  if tonumber(reset) <= now then
    -- After the reset the window is unknown, and no answer may update it, so the next request is admitted.
    redis.call('HDEL', KEYS[2], left[at])
    windows[left[at]] = nil
  elseif tonumber(remaining) < units then
    wait = math.max(wait, reset - now)
  end
end
local ends = {}
for at = 3, #KEYS do
  local base = (at - 3) * 3 + 1
  local each, burst, units = tonumber(ARGV[base + 1]), tonumber(ARGV[base + 2]), tonumber(ARGV[base + 3])
  local begin = math.max(tonumber(redis.call('GET', KEYS[at]) or '0'), now)
  ends[at] = begin + units * each
  -- A request larger than the burst waits until everything admitted before it has drained.
  wait = math.max(wait, begin + math.min(units * each, burst) - now - burst)
end
if wait > 0 then return math.ceil(wait) end
for name, window in pairs(windows) do redis.call('HSET', KEYS[2], name, window) end
for at = 3, #KEYS do redis.call('SET', KEYS[at], string.format('%.3f', ends[at]), 'PX', math.ceil(ends[at] - now) + 1000) end
return 0
`;

/** Moves limits by the difference between an answer's usage and what was admitted. ARGV: milliseconds for each key. */
const CORRECT = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
for at = 1, #KEYS do
  local ends = math.max(tonumber(redis.call('GET', KEYS[at]) or '0'), now) + tonumber(ARGV[at])
  if ends > now then redis.call('SET', KEYS[at], string.format('%.3f', ends), 'PX', math.ceil(ends - now) + 1000) end
end
return 0
`;

/** Stores what is left of a window of the API. ARGV: name, how many are left, milliseconds to the reset. */
const LEARN = `
local time = redis.call('TIME')
local now = time[1] * 1000 + time[2] / 1000
for at = 1, #ARGV, 3 do
  redis.call('HSET', KEYS[1], ARGV[at], string.format('%d %.3f', ARGV[at + 1], now + ARGV[at + 2]))
end
redis.call('PEXPIRE', KEYS[1], ${2 * MINUTE})
return 0
`;

/** Pauses admission. A longer pause that is already running stays. */
const PAUSE = `
local time = redis.call('TIME')
local ends = time[1] * 1000 + time[2] / 1000 + tonumber(ARGV[1])
if ends > tonumber(redis.call('GET', KEYS[1]) or '0') then
  redis.call('SET', KEYS[1], string.format('%.3f', ends), 'PX', math.ceil(tonumber(ARGV[1])) + 1000)
end
return 0
`;

/** One limit per minute, in the units of the scripts. */
interface Limit {
  readonly key: string;
  /** The milliseconds in which one unit drains. */
  readonly each: number;
  /** How many milliseconds may be used at once. */
  readonly burst: number;
}

/** The limits that all workers of a fleet share, stored in Redis. */
export class FleetLimits {
  readonly #redis: Redis;
  readonly #pauseKey: string;
  readonly #leftKey: string;
  readonly #requests: Limit | undefined;
  readonly #input: Limit | undefined;
  readonly #output: Limit | undefined;

  constructor(redis: Redis, prefix: string, { requests, inputTokens, outputTokens }: PerMinute) {
    this.#redis = redis;
    this.#pauseKey = `${prefix}:paused-until`;
    this.#leftKey = `${prefix}:left`;
    this.#requests = limitOf(`${prefix}:requests`, requests);
    this.#input = limitOf(`${prefix}:input-tokens`, inputTokens);
    this.#output = limitOf(`${prefix}:output-tokens`, outputTokens);
  }

  /** Returns 0 if the request was admitted, and counts it; else how many milliseconds to wait before asking again. */
  async admit(inputTokens: number): Promise<number> {
    const limits = [
      [this.#requests, 1],
      [this.#input, inputTokens],
      // The output of an answer is unknown in advance, but a limit that is used up delays requests.
      [this.#output, 0],
    ] as const;
    const set = limits.flatMap(([limit, units]) => (limit ? [{ ...limit, units }] : []));
    const keys = [this.#pauseKey, this.#leftKey, ...set.map(({ key }) => key)];
    const args = [inputTokens, ...set.flatMap(({ each, burst, units }) => [each, burst, units])];
    return Number(await this.#redis.eval(ADMIT, keys.length, ...keys, ...args));
  }

  /** Corrects the counts with an answer's actual usage. */
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

  /** Stores the limits in the headers of an answer. */
  async learn(rateLimit: RateLimit | undefined): Promise<void> {
    const windows = windowNames.flatMap((name) => {
      const { remaining, reset } = rateLimit?.[name] ?? {};
      if (remaining === undefined || reset === undefined) return [];
      return [name, remaining, Math.min(reset.getTime() - Date.now(), MINUTE)];
    });
    if (windows.length > 0) await this.#redis.eval(LEARN, 1, this.#leftKey, ...windows);
  }

  /** Pauses every worker of the fleet. */
  async pause(milliseconds: number): Promise<void> {
    await this.#redis.eval(PAUSE, 1, this.#pauseKey, milliseconds);
  }
}

function limitOf(key: string, perMinute: number | undefined): Limit | undefined {
  if (perMinute === undefined || !Number.isFinite(perMinute)) return undefined;
  const atOnce = Math.max(1, Math.floor(perMinute / 10));
  const each = (MINUTE + DELAY) / Math.max(perMinute - atOnce, perMinute / 10);
  return { key, each, burst: atOnce * each };
}
