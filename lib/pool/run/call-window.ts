import PQueue from 'p-queue';

/**
 * Limits how many calls are at the API at once. An overload halves the number; each full round of answers adds one.
 * Otherwise a caller with more places than the API accepts would send everything again at the end of each pause.
 */
export class CallWindow {
  readonly #most: number;
  readonly #queue: PQueue;
  #size: number;
  #reducedAt = 0;

  constructor(most: number) {
    this.#most = most;
    this.#size = most;
    this.#queue = new PQueue({ concurrency: most });
  }

  /** Runs a call when there is a place for it. */
  run<Result>(call: () => Promise<Result>): Promise<Result> {
    return this.#queue.add(call);
  }

  /** Counts an answer. */
  answered(): void {
    this.#resize(Math.min(this.#most, this.#size + 1 / this.#size));
  }

  /** Counts the refusal of a request. One that was sent before the last reduction says nothing about the new size. */
  refused(sentAt: number): void {
    if (sentAt < this.#reducedAt) return;
    this.#reducedAt = performance.now();
    this.#resize(Math.max(1, this.#size / 2));
  }

  #resize(size: number): void {
    this.#size = size;
    this.#queue.concurrency = Math.floor(size);
  }
}
