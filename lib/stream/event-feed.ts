import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/** An open connection, as a stream reads it: an event stream of the API, or the relay of one. */
export interface EventFeed {
  readonly http: HttpInfo;
  /** How many events have arrived. */
  readonly events: number;
  /** How many bytes have arrived. */
  readonly bytes: number;
  /** The next event, if one has arrived. Without a promise: this is asked for every event. */
  take(): MessageStreamEvent | undefined;
  /**
   * Waits until `take` has an event to give. Rejects when none will come, with the reason; a feed that ends without
   * `message_stop` fails with a `StreamError` `cut`.
   */
  fill(): Promise<void>;
  /** Closes the connection. Harmless when it is closed, or has failed. */
  close(): void;
}

/** Opens the connection; called once, when the stream is first read. The signal aborts when the stream is given up. */
export type OpenEventFeed = (signal: AbortSignal) => Promise<EventFeed>;
