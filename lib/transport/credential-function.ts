import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import type { Secret } from '../values/secret.js';

/** The argument of a credential function. */
export interface CredentialRequest {
  /** True if the API has refused the last credential: return a new one, not one from your own cache. */
  readonly refresh: boolean;
  /** Aborts when the function has run for a minute. clust then no longer waits for its result. */
  readonly signal: AbortSignal;
}

/** When a credential expires, and the headers to send with it. */
export interface CredentialTerms {
  /** When it expires, by the clock of this machine. Without it, the credential is kept until the API refuses it. */
  readonly expiresAt?: Date | null | undefined;
  /** Headers to send with the credential, such as the workspace of a login or the beta of its tokens. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A key, and when it expires. */
export interface IssuedKey extends CredentialTerms {
  readonly apiKey: ApiKey | string;
}

/** A token, and when it expires. */
export interface IssuedToken extends CredentialTerms {
  readonly token: AuthToken | string;
  /** The name of `expiresAt` in Azure's `AccessToken`: milliseconds since 1970. */
  readonly expiresOnTimestamp?: number | undefined;
}

/**
 * A function that returns the API key: see `ClientBuilder.apiKey()`.
 *
 * If it returns only a key, clust calls it again after a minute. If it returns an object, clust keeps the key until
 * shortly before `expiresAt`.
 */
export type ApiKeyFunction = (
  request: CredentialRequest,
) => ApiKey | string | IssuedKey | Promise<ApiKey | string | IssuedKey>;

/**
 * What the function may return. Libraries that find no token return `null` or `undefined`: the call then fails with a
 * `CredentialError`.
 */
type GivenToken = AuthToken | string | IssuedToken | null | undefined;

/**
 * A function that returns the token: see `ClientBuilder.authToken()`.
 *
 * If it returns only a token, clust calls it again after a minute. If it returns an object, clust keeps the token until
 * shortly before `expiresAt`.
 */
export type AuthTokenFunction = (request: CredentialRequest) => GivenToken | Promise<GivenToken>;

/** A credential as the transport keeps it: checked, with its expiry in milliseconds since 1970. */
export interface Issued {
  readonly secret: Secret<string>;
  /** `Infinity` if it does not expire; `undefined` if the function did not say. */
  readonly expiresAt: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** The caller's function, and how to read its results. */
export interface CredentialFunction {
  /** The method that the function was passed to, for errors: `authToken()`. */
  readonly method: string;
  readonly ask: (request: CredentialRequest) => unknown;
  /** Checks a result. @throws {ValidationError} If it is not a credential. The message does not show it. */
  readonly read: (answer: unknown) => Issued;
}
