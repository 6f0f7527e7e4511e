import type { AbortedError } from './aborted-error.js';
import type { ApiError } from './api-error.js';
import type { ClustError } from './clust-error.js';
import type { ConnectionError } from './connection-error.js';
import type { CredentialError } from './credential-error.js';
import type { NamedApiErrorType } from './error-type.js';
import type { ParseError } from './parse-error.js';
import type { StreamError } from './stream-error.js';
import type { TimeoutError } from './timeout-error.js';
import type { ToolCallError } from './tool-call-error.js';
import type { ValidationError } from './validation-error.js';
import type { XmlError } from './xml-error.js';

// By mark, not by `instanceof`, so that errors of another copy of the package are recognized.
function isMarked(error: unknown, name: string): boolean {
  return typeof error === 'object' && error !== null && Symbol.for(`clust.error.${name}`) in error;
}

/** Whether an error comes from clust, whatever its class. */
export function isClustError(error: unknown): error is ClustError {
  return isMarked(error, 'ClustError');
}

/** Whether clust refused a value before sending it. */
export function isValidationError(error: unknown): error is ValidationError {
  return isMarked(error, 'ValidationError');
}

/**
 * Whether the API answered with an error; of the given type, if there is one.
 *
 * @example
 * ```ts
 * import { isApiError } from 'clust';
 *
 * function shouldSlowDown(error: unknown): boolean {
 *   return isApiError(error, 'rate_limit_error');
 * }
 * ```
 */
export function isApiError(error: unknown): error is ApiError;
export function isApiError<Type extends NamedApiErrorType>(
  error: unknown,
  type: Type,
): error is ApiError & { readonly type: Type };
export function isApiError(error: unknown, type?: string): error is ApiError {
  // Only the constructor of ApiError sets the mark, and it also sets `type`.
  return isMarked(error, 'ApiError') && (type === undefined || (error as ApiError).type === type);
}

/** Whether the request did not reach the API, or its answer did not arrive completely. */
export function isConnectionError(error: unknown): error is ConnectionError {
  return isMarked(error, 'ConnectionError');
}

/** Whether a credential function returned no key or token. */
export function isCredentialError(error: unknown): error is CredentialError {
  return isMarked(error, 'CredentialError');
}

/** Whether a timeout was reached. */
export function isTimeoutError(error: unknown): error is TimeoutError {
  return isMarked(error, 'TimeoutError');
}

/** Whether the caller aborted. */
export function isAbortedError(error: unknown): error is AbortedError {
  return isMarked(error, 'AbortedError');
}

/** Whether a stream ended early, or cannot be read. */
export function isStreamError(error: unknown): error is StreamError {
  return isMarked(error, 'StreamError');
}

/** Whether a tool call failed. */
export function isToolCallError(error: unknown): error is ToolCallError {
  return isMarked(error, 'ToolCallError');
}

/** Whether XML is invalid. */
export function isXmlError(error: unknown): error is XmlError {
  return isMarked(error, 'XmlError');
}

/** Whether an answer did not fit its `outputFormat`. */
export function isParseError(error: unknown): error is ParseError {
  return isMarked(error, 'ParseError');
}
