import type { Credential } from '../transport/credential.js';
import type { ApiKey } from '../values/api-key.js';
import { AuthToken } from '../values/auth-token.js';
import { reveal } from '../values/secret.js';

/** Where a credential comes from: the method of the builder that was called. */
export type CredentialSource = 'apiKey' | 'authToken' | 'fromEnv';

/** The credentials that a builder was given, one a source. */
export type Credentials = { readonly [Source in CredentialSource]?: Credential };

/** @throws {ValidationError} For anything that `ApiKey.of()` did not make. */
export function keyCredential(key: ApiKey): Credential {
  const text = reveal(key);
  return () => ['x-api-key', text];
}

/** @throws {ValidationError} For a token that no header can carry. */
export function tokenCredential(token: AuthToken | string): Credential {
  const text = reveal(typeof token === 'string' ? AuthToken.of(token) : token);
  return () => ['authorization', `Bearer ${text}`];
}
