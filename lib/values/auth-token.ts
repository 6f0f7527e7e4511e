import type { ValidationError } from '../errors/validation-error.js';
import { orThrow } from './checked.js';
import type { Result } from './result.js';
import { type Secret, secret } from './secret.js';

/** A token, sent as `Authorization: Bearer`. */
export interface AuthToken extends Secret<'AuthToken'> {}

/**
 * Creates an `AuthToken`, with the checks and the redaction of an `ApiKey`.
 *
 * Pass the token alone: clust adds `Bearer` when it sends it.
 *
 * @example
 * ```ts
 * import { AuthToken, ClientBuilder } from 'clust';
 *
 * const client = ClientBuilder.create().authToken(AuthToken.of('sk-ant-oat01-example')).build();
 * ```
 */
export const AuthToken = {
  /** @throws {ValidationError} If no header can carry the text. */
  of(text: string): AuthToken {
    return orThrow(AuthToken.safe(text));
  },

  /** As `of`, but returns the error. */
  safe(text: string): Result<AuthToken, ValidationError> {
    return secret('AuthToken', 'authToken', text);
  },
};
