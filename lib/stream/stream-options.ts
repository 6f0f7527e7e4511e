import type { MessageResponse } from '../content/message-response.js';
import type { ReadOutput } from '../content/read-json-output.js';

/** How a stream is read. */
export interface MessageStreamOptions {
  /** Aborts the stream: its reader gets an `AbortedError` whose `cause` is the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether the message is put together while its events are read. Without it the memory stays flat, however long
   * the answer, but there is no `snapshot`, no `finalMessage()` behind the events, and no `partial` on errors.
   *
   * @default true
   */
  readonly accumulate?: boolean | undefined;
  /** @internal */
  readonly readOutput?: ReadOutput | undefined;
  /** @internal Called when the stream has ended: with its message, or with none when it failed or was given up. */
  readonly onEnd?: ((message: MessageResponse | undefined) => void) | undefined;
}
