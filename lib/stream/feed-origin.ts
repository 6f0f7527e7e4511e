import type { ApiError } from '../errors/api-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/** The response whose body is read. */
export interface FeedOrigin {
  /** The call, as `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly http: HttpInfo;
  /** How many requests were sent for the call. */
  readonly attempts: number;
  /** Hides the API key in a text of the server. */
  redact(text: string): string;
  /** Converts an `error` event into the error to throw. */
  errorIn(event: MessageStreamEvent): ApiError;
}
