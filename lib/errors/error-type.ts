import type { ApiErrorType, KnownApiErrorType } from '../wire/api-error-body.js';

export type { ApiErrorType };

/** The status that each type is sent with. */
const STATUS = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  conflict_error: 409,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  timeout_error: 504,
  overloaded_error: 529,
} as const satisfies { readonly [Type in KnownApiErrorType]: number };

/**
 * The types that `isApiError()` accepts: the known ones, and any other that ends in `_error`, so that a mistake such as
 * `rate_limit` does not compile.
 */
export type NamedApiErrorType = KnownApiErrorType | 'unexpected_response' | (`${string}_error` & {});

/** The status of an error that arrived without one, during a stream; 500 for an unknown type. */
export function statusOfType(type: string | undefined): number {
  return Object.entries(STATUS).find(([known]) => known === type)?.[1] ?? 500;
}

/** The type of an error whose body has none, such as a gateway's HTML page. */
export function typeOfStatus(status: number): ApiErrorType {
  const known = Object.entries(STATUS).find(([, value]) => value === status)?.[0];
  return known ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
}

/**
 * Whether the same request may succeed later: 408, 409, 429 and every 5xx, including 529 (overloaded). A spend limit is
 * also reported as 429, but waiting does not lift it.
 */
export function isRetryableStatus(status: number, errorCode?: string | undefined): boolean {
  if (status === 429) return !errorCode?.includes('spend_limit');
  return status === 408 || status === 409 || status >= 500;
}
