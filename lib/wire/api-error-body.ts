import type { OpenString } from './open.js';

/** The error types that the API documents. */
export type KnownApiErrorType =
  | 'invalid_request_error'
  | 'authentication_error'
  | 'billing_error'
  | 'permission_error'
  | 'not_found_error'
  | 'conflict_error'
  | 'request_too_large'
  | 'rate_limit_error'
  | 'timeout_error'
  | 'api_error'
  | 'overloaded_error';

/** The type of an error. Types that this release does not know may occur. */
export type ApiErrorType = OpenString<KnownApiErrorType>;

/** More about an error. Each `error_code` has fields of its own. */
export interface ApiErrorDetails {
  readonly error_code?: string | null | undefined;
  readonly [field: string]: unknown;
}

/** The error of the API. */
export interface ApiErrorObject {
  readonly type: ApiErrorType;
  /** A text for people. Its wording may change. */
  readonly message: string;
  readonly details?: ApiErrorDetails | null | undefined;
}

/** The body of every API response that is not 2xx. A gateway may send another. */
export interface ApiErrorBody {
  readonly type: 'error';
  readonly error: ApiErrorObject;
  readonly request_id?: string | null | undefined;
}
