import type { ErrorEvent } from '../../wire/message-stream-event.js';

/** The last line of a relay whose call the API refused: the API's own event, with what its HTTP response said. */
export interface RelayedError extends ErrorEvent {
  readonly status?: number | undefined;
  readonly retry_after_ms?: number | undefined;
}
