import type { ToolRun, ToolTurn } from './tool-run.js';

/**
 * The answers of a run as an async iterable, from `client.toolTurns()`. Nothing is sent before the first answer is
 * requested. A run can be read once.
 *
 * @example
 * ```ts
 * import { Client, MessagesRequestBuilder, tool } from 'clust';
 *
 * const clock = tool({ name: 'get_time', input: { type: 'object' }, run: () => new Date().toISOString() });
 * const request = MessagesRequestBuilder.create('claude-sonnet-5-5')
 *   .maxTokens(1024)
 *   .tools(clock)
 *   .user('What time is it?')
 *   .build();
 *
 * const turns = Client.fromEnv().toolTurns(request);
 * for await (const { number, message } of turns) console.log(number, message.text);
 * const { status, usage } = await turns.outcome();
 * ```
 */
export class ToolTurns<Request = unknown, Turn = ToolTurn<Request>> implements AsyncIterable<Turn> {
  readonly #loop: () => Promise<ToolLoop<Request, Turn>>;
  readonly #turns: AsyncGenerator<Turn, undefined>;
  #outcome: ToolRun<Request> | undefined;

  /** @internal Runs come from `client.toolTurns()`. The loop is loaded when the first turn is requested. */
  constructor(open: () => Promise<ToolLoop<Request, Turn>>) {
    let loop: Promise<ToolLoop<Request, Turn>> | undefined;
    this.#loop = () => {
      loop ??= open();
      return loop;
    };
    this.#turns = this.#read();
  }

  [Symbol.asyncIterator](): AsyncGenerator<Turn, undefined> {
    return this.#turns;
  }

  /**
   * Returns how the run ended. Runs the remaining turns, if there are any.
   *
   * @throws {AbortedError} If the reader left the loop early: there is no outcome then, and `runOf(error)` returns the
   * unfinished run.
   */
  async outcome(): Promise<ToolRun<Request>> {
    for await (const _ of this.#turns);
    if (this.#outcome === undefined) throw (await this.#loop()).abandoned();
    return this.#outcome;
  }

  async *#read(): AsyncGenerator<Turn, undefined> {
    this.#outcome = yield* await this.#loop();
    return undefined;
  }
}

/** The turns of a run, and the error for a reader that asks for the outcome after leaving the loop. */
export type ToolLoop<Request = unknown, Turn = ToolTurn<Request>> = AsyncGenerator<Turn, ToolRun<Request>> & {
  abandoned(): Error;
};
