import type { OpenString } from './open.js';

/** The kinds of failure that the API documents. */
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

/** What kind of failure the API reports. Open: a type that this release does not know passes through. */
export type ApiErrorType = OpenString<KnownApiErrorType>;

/** More about an error; each `error_code` brings fields of its own. */
export interface ApiErrorDetails {
  readonly error_code?: string | null | undefined;
  readonly [field: string]: unknown;
}

/** What went wrong, as the API says it. */
export interface ApiErrorObject {
  readonly type: ApiErrorType;
  /** For people to read: its wording may change. */
  readonly message: string;
  readonly details?: ApiErrorDetails | null | undefined;
}

/** The body of every answer that is not 2xx, as the API itself writes it; a gateway may answer otherwise. */
export interface ApiErrorBody {
  readonly type: 'error';
  readonly error: ApiErrorObject;
  readonly request_id?: string | null | undefined;
}
