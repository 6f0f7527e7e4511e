import { ApiError, type ApiErrorFacts } from './api-error.js';
import { describeErrorBody } from './describe-error-body.js';
import { statusOfType, typeOfStatus } from './error-type.js';

/** The answer that an error body came in. `reason` stands for the sentence of a body that has none. */
export type ErrorOrigin = Pick<
  ApiErrorFacts,
  'where' | 'requestId' | 'rateLimit' | 'retryable' | 'attempts' | 'advice'
> & {
  /** Without it, in the middle of a stream, the type stands for it: `overloaded_error` 529, an unknown type 500. */
  readonly status?: number;
  readonly reason?: string;
};

/** The error that a body stands for. The status, or the type, of which it does not tell follows from the other. */
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
