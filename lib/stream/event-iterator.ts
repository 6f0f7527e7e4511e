import type { MessageStreamEvent } from '../wire/message-stream-event.js';
import type { StreamSession } from './stream-session.js';

/**
 * Turns an event into an item; `undefined` skips the event. If an event gives several items, the function returns the
 * first and passes the others to `also`.
 */
export type Select<Item> = (event: MessageStreamEvent, also: (item: Item) => void) => Item | undefined;

/**
 * Iterates over a stream. It is not an async generator: an event that has arrived costs one resolved promise here, and
 * several in nested generators.
 */
export class EventIterator<Item> implements AsyncIterableIterator<Item, undefined, undefined> {
  readonly #session: StreamSession;
  readonly #select: Select<Item>;
  /** The other items of an event that gave several. */
  readonly #waiting: Item[] = [];
  readonly #also = (item: Item) => void this.#waiting.push(item);
  #isReading = false;
  #isDone = false;

  constructor(session: StreamSession, select: Select<Item>) {
    this.#session = session;
    this.#select = select;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  next(): Promise<IteratorResult<Item, undefined>> {
    if (this.#isDone) return Promise.resolve(END);
    try {
      this.#session.claim(this);
      this.#isReading = true;
      const item = this.#nextItem();
      if (item !== undefined) return Promise.resolve({ done: false, value: item });
      if (this.#session.isComplete) return this.#end();
    } catch (error) {
      return Promise.reject(error);
    }
    return this.#session.advance().then(
      () => this.next(),
      // After a loop was left early, `next()` reports the end and no error.
      (error: unknown) => (this.#isDone ? END : Promise.reject(error)),
    );
  }

  /** Called when a loop is left early: closes the connection. */
  return(): Promise<IteratorResult<Item, undefined>> {
    if (this.#isReading) this.#session.close();
    return this.#end();
  }

  #nextItem(): Item | undefined {
    if (this.#waiting.length > 0) return this.#waiting.shift();
    for (let event = this.#session.take(); event !== undefined; event = this.#session.take()) {
      const item = this.#read(event);
      if (item !== undefined) return item;
    }
    return undefined;
  }

  #read(event: MessageStreamEvent): Item | undefined {
    try {
      return this.#select(event, this.#also);
    } catch (error) {
      throw this.#session.malformed(error);
    }
  }

  #end(): Promise<IteratorResult<Item, undefined>> {
    this.#isDone = true;
    return Promise.resolve(END);
  }
}

const END: IteratorReturnResult<undefined> = { done: true, value: undefined };
