import type { RateLimit } from '../wire/http.js';
import { ApiError } from './api-error.js';
import { describeErrorBody } from './describe-error-body.js';
import { statusOfType } from './error-type.js';

/** Where an `error` event came from. */
export interface EventOrigin {
  /** The call, as `POST https://api.anthropic.com/v1/messages`. */
  readonly where: string;
  readonly requestId?: string | undefined;
  readonly rateLimit?: RateLimit | undefined;
  readonly attempts?: number | undefined;
}

/**
 * The error that an `error` event of a stream stands for. The response was a 200, so the status is derived from
 * the type: `overloaded_error` 529, `rate_limit_error` 429, `api_error` 500, …; an unknown type 500.
 */
export function apiErrorFromEvent(body: unknown, origin: EventOrigin): ApiError {
  const { type = 'api_error', reason, errorCode, requestId } = describeErrorBody(body);
  return new ApiError({
    ...origin,
    status: statusOfType(type),
    type,
    reason: reason ?? 'the stream ended with an error event that gives no reason',
    errorCode,
    requestId: requestId ?? origin.requestId,
    body,
    synthetic: true,
  });
}
