import type { ErrorEvent } from '../../wire/message-stream-event.js';

/** The last line of a relay when the API returned an error: the API's `error` event with facts of its HTTP response. */
export interface RelayedError extends ErrorEvent {
  readonly status?: number | undefined;
  readonly retry_after_ms?: number | undefined;
}
