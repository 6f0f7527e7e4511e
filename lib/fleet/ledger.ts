import type { Redis } from 'ioredis';

/** The usage of an answer. */
export interface Used {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number;
}

/**
 * What a fleet has used so far, stored in Redis. If a worker dies between an answer and its entry, the entry is
 * missing.
 */
export class FleetLedger {
  readonly #redis: Redis;
  readonly #key: string;

  constructor(redis: Redis, prefix: string) {
    this.#redis = redis;
    this.#key = `${prefix}:used`;
  }

  async add({ inputTokens, outputTokens, usd }: Used): Promise<void> {
    const entry = this.#redis.multi();
    entry.hincrby(this.#key, 'inputTokens', inputTokens);
    entry.hincrby(this.#key, 'outputTokens', outputTokens);
    entry.hincrbyfloat(this.#key, 'usd', usd);
    await entry.exec();
  }

  async total(): Promise<Used> {
    const { inputTokens = 0, outputTokens = 0, usd = 0 } = await this.#redis.hgetall(this.#key);
    return { inputTokens: Number(inputTokens), outputTokens: Number(outputTokens), usd: Number(usd) };
  }

  /** In US dollars. */
  async spent(): Promise<number> {
    return Number((await this.#redis.hget(this.#key, 'usd')) ?? 0);
  }
}
