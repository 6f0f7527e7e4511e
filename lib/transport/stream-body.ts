import { amend } from '../errors/amend.js';
import type { Attempt } from './attempt.js';
import { BodyReader } from './body-reader.js';
import { startTimer } from './timer.js';
import { toFailure } from './to-failure.js';

/**
 * How long the server may keep the connection open behind the last event. As a rule the end of the body is there
 * already, and a body that is read to its end leaves a connection that the next request can use.
 */
const GRACE = 20;

/** The body of a stream, which is read when its call is over: the clocks of the attempt run on until it ends. */
export class StreamBody {
  readonly #attempt: Attempt;
  readonly #reader: BodyReader;
  #release: (() => void) | undefined;
  #isOver = false;

  constructor(response: Response, attempt: Attempt) {
    this.#attempt = attempt;
    this.#reader = new BodyReader(response, attempt);
  }

  /** Keeps the clocks for what is still to come. Not before the attempt has succeeded: it may be retried. */
  hold(): void {
    if (!this.#isOver) this.#release = this.#attempt.hold();
  }

  async next(): Promise<Uint8Array | undefined> {
    try {
      return await this.#reader.next();
    } catch (error) {
      throw amend(toFailure(error, this.#attempt, 'body'), { attempts: this.#attempt.number });
    }
  }

  cancel(): void {
    this.#isOver = true;
    this.#reader.cancel();
    this.#release?.();
  }

  /** Reads the end of the body, not waiting long for it. */
  finish(): void {
    this.#isOver = true;
    const stopTimer = startTimer(GRACE, () => this.#reader.cancel());
    // The message is whole: nothing that happens to the connection now is a failure.
    const isOver = this.#reader.next().catch(() => undefined);
    void isOver.then(stopTimer).then(() => this.cancel());
  }
}
