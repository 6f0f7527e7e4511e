/** The rate limit of an API: a bucket of ten requests that refills at a hundred per second. */
export class LimitedApi {
  refused = 0;
  #left = 10;
  #filled = performance.now();

  /** Whether a request that arrives now is refused. */
  refuses(): boolean {
    const now = performance.now();
    this.#left = Math.min(10, this.#left + (now - this.#filled) / 10);
    this.#filled = now;
    const isRefused = this.#left < 1;
    if (isRefused) this.refused += 1;
    else this.#left -= 1;
    return isRefused;
  }

  get remaining(): number {
    return Math.floor(this.#left);
  }

  /** When the bucket is full again. */
  get reset(): Date {
    return new Date(Date.now() + (10 - this.#left) * 10);
  }
}
