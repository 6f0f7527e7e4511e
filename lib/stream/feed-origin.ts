import type { ApiError } from '../errors/api-error.js';
import type { HttpInfo } from '../wire/http.js';
import type { MessageStreamEvent } from '../wire/message-stream-event.js';

/** The answer whose body is read. */
export interface FeedOrigin {
  /** The call, as `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly http: HttpInfo;
  /** How many requests were sent for it. */
  readonly attempts: number;
  /** Hides the key in a text of the other side. */
  redact(text: string): string;
  /** The error that an `error` event stands for. */
  errorIn(event: MessageStreamEvent): ApiError;
}
