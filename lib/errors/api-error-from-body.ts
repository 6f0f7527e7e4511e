import { ApiError, type ApiErrorFacts } from './api-error.js';
import { describeErrorBody } from './describe-error-body.js';
import { statusOfType, typeOfStatus } from './error-type.js';

/** The response of an error body. `reason` is used if the body has no message. */
export type ErrorOrigin = Pick<
  ApiErrorFacts,
  'where' | 'requestId' | 'rateLimit' | 'retryable' | 'attempts' | 'advice'
> & {
  /**
   * If absent, as for an `error` event of a stream, it follows from the type: 529 for `overloaded_error`, 500 for an
   * unknown type.
   */
  readonly status?: number;
  readonly reason?: string;
};

/** Creates the error for a body. If the status or the type is absent, it is derived from the other. */
export function apiErrorFromBody(body: unknown, origin: ErrorOrigin): ApiError {
  const said = describeErrorBody(body);
  const status = origin.status ?? statusOfType(said.type);
  return new ApiError({
    ...origin,
    status,
    type: said.type ?? typeOfStatus(status),
    apiMessage: said.reason,
    reason: said.reason ?? (origin.reason || 'no reason is given'),
    errorCode: said.errorCode,
    requestId: origin.requestId ?? said.requestId,
    body,
    synthetic: origin.status === undefined || said.type === undefined,
  });
}
