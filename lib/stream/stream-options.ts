import type { MessageResponse } from '../content/message-response.js';
import type { ReadOutput } from '../content/read-json-output.js';

/** Options of a stream. */
export interface MessageStreamOptions {
  /** Aborts the stream: its reader gets an `AbortedError` whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether the message is assembled while its events are read. With `false`, memory use does not grow with the answer,
   * but there is no `snapshot`, no `finalMessage()` after the events, and no `partial` on errors.
   *
   * @default true
   */
  readonly accumulate?: boolean | undefined;
  /** @internal */
  readonly readOutput?: ReadOutput | undefined;
  /** @internal Called when the stream has ended: with its message, or without one if it failed or was given up. */
  readonly onEnd?: ((message: MessageResponse | undefined) => void) | undefined;
}
