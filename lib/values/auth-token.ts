import type { ValidationError } from '../errors/validation-error.js';
import { orThrow } from './checked.js';
import type { Result } from './result.js';
import { type Secret, secret } from './secret.js';

/** A token, sent as `Authorization: Bearer`. */
export interface AuthToken extends Secret<'AuthToken'> {}

/**
 * Makes an `AuthToken` from its text, under the rules and the redaction of an `ApiKey`.
 *
 * The text is the token alone: `Bearer` is put before it when it is sent.
 *
 * @example
 * ```ts
 * import { AuthToken, ClientBuilder } from 'clust';
 *
 * const client = ClientBuilder.create().authToken(AuthToken.of('sk-ant-oat01-example')).build();
 * ```
 */
export const AuthToken = {
  /** @throws ValidationError when no header can carry the text. */
  of(text: string): AuthToken {
    return orThrow(AuthToken.safe(text));
  },

  /** As `of`, with the error returned. */
  safe(text: string): Result<AuthToken, ValidationError> {
    return secret('AuthToken', 'authToken', text);
  },
};
