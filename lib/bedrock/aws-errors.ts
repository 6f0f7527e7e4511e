import type { ApiErrorType } from '../errors/error-type.js';

/** The error types of the Claude API, by AWS exception. */
const TYPES: Readonly<Record<string, ApiErrorType>> = {
  AccessDeniedException: 'permission_error',
  ExpiredTokenException: 'authentication_error',
  IncompleteSignatureException: 'authentication_error',
  InvalidSignatureException: 'authentication_error',
  MissingAuthenticationTokenException: 'authentication_error',
  UnrecognizedClientException: 'authentication_error',
  ResourceNotFoundException: 'not_found_error',
  ConflictException: 'conflict_error',
  ValidationException: 'invalid_request_error',
  ThrottlingException: 'rate_limit_error',
  ServiceQuotaExceededException: 'rate_limit_error',
  ModelTimeoutException: 'timeout_error',
  ModelNotReadyException: 'overloaded_error',
  ServiceUnavailableException: 'overloaded_error',
};

/** Converts an AWS exception to an error body of the Claude API. Its name becomes the `errorCode`. */
export function errorBodyOf(name: string, message: string): object {
  const code = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const type = TYPES[code] ?? 'api_error';
  return { type: 'error', error: { type, message, details: { error_code: code } } };
}
