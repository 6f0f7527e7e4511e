import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import type { Secret } from '../values/secret.js';

/** What a credential function is told when it is called. */
export interface CredentialRequest {
  /** True when the API has refused the last credential: give a new one, not one from a cache of your own. */
  readonly refresh: boolean;
  /** Aborts when the function has taken a minute: the answer is no longer waited for. */
  readonly signal: AbortSignal;
}

/** When a credential ends, and what is sent beside it. */
export interface CredentialTerms {
  /** When it ends, by the clock of this machine. Without it the credential is kept until the API refuses it. */
  readonly expiresAt?: Date | null | undefined;
  /** Headers that belong to the credential: the workspace of a login, the beta of its tokens. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** A key, and when it ends. */
export interface IssuedKey extends CredentialTerms {
  readonly apiKey: ApiKey | string;
}

/** A token, and when it ends. */
export interface IssuedToken extends CredentialTerms {
  readonly token: AuthToken | string;
  /** What `expiresAt` is called in an `AccessToken` of Azure: milliseconds since 1970. */
  readonly expiresOnTimestamp?: number | undefined;
}

/**
 * A function that gives the API key: see `ClientBuilder.apiKey()`.
 *
 * A key alone does not say when it ends, so the function is called again after a minute; with an object the key is kept
 * until shortly before `expiresAt`.
 */
export type ApiKeyFunction = (
  request: CredentialRequest,
) => ApiKey | string | IssuedKey | Promise<ApiKey | string | IssuedKey>;

/** What a function may give as a token. Libraries that found none give `null` or `undefined`: a `CredentialError`. */
type GivenToken = AuthToken | string | IssuedToken | null | undefined;

/**
 * A function that gives the token: see `ClientBuilder.authToken()`.
 *
 * A token alone does not say when it ends, so the function is called again after a minute; with an object the token is
 * kept until shortly before `expiresAt`.
 */
export type AuthTokenFunction = (request: CredentialRequest) => GivenToken | Promise<GivenToken>;

/** A credential as the transport keeps it: checked, with its end in milliseconds since 1970. */
export interface Issued {
  readonly secret: Secret<string>;
  /** `Infinity` for one that does not end; `undefined` when nothing was said of it. */
  readonly expiresAt: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

/** A function of the caller's, and what is known of its answers. */
export interface CredentialFunction {
  /** The method that it was given to, for errors: `authToken()`. */
  readonly method: string;
  readonly ask: (request: CredentialRequest) => unknown;
  /** Checks an answer. @throws {ValidationError} For what is no credential, without showing it. */
  readonly read: (answer: unknown) => Issued;
}
