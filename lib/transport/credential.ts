import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import { reveal, type Secret } from '../values/secret.js';
import type { Issued } from './credential-function.js';
import type { HttpRequest } from './middleware.js';
import type { Redact } from './redact.js';

/** A credential, or a function that returns one. Printing it shows no secret. */
export type Credential = ApiKey | AuthToken | CredentialProvider;

/** A credential, and the only URL that it may be sent to. */
interface CredentialTarget {
  readonly baseUrl: URL;
  readonly secret: Secret<string>;
}

/**
 * Whether clust adds its credential to a request: the request goes to the configured origin, and no middleware has set
 * another credential.
 */
export function takesCredential({ url, headers }: HttpRequest, { origin }: URL): boolean {
  return new URL(url).origin === origin && !headers.has('x-api-key') && !headers.has('authorization');
}

/**
 * The headers to send. The credential is sent to the configured origin only: if a middleware sends the request
 * elsewhere, it goes without. A credential that a middleware has set is left alone.
 */
export function withCredential(request: HttpRequest, { baseUrl, secret }: CredentialTarget): Headers {
  const headers = new Headers(request.headers);
  if (!takesCredential(request, baseUrl)) return headers;
  const text = reveal(secret);
  if (secret.kind === 'ApiKey') headers.set('x-api-key', text);
  else headers.set('authorization', `Bearer ${text}`);
  return headers;
}

/** The credential of one attempt, and what follows from it. */
export interface Identity {
  readonly secret: Secret<string>;
  /** Set if a function returned the credential, so another one can be requested. */
  readonly issued?: Issued;
  /** Signs a request with a secret that is not sent itself: sets headers, including `authorization`. */
  readonly sign?: ((request: HttpRequest) => Promise<void>) | undefined;
  readonly headers: Headers;
  readonly redact: Redact;
}

/** The call that a credential is for. */
export interface CallToIdentify extends Pick<Identity, 'headers' | 'redact'> {
  readonly where: string;
  readonly runtime: { readonly now: () => number };
}

/**
 * Provides a credential when a call needs one. Clients that share a provider also share its cache.
 *
 * A provider is an object with its own code, so that a program with a fixed key does not bundle the renewal of tokens.
 */
export interface CredentialProvider {
  readonly kind: 'Provider';
  /** The credential of an attempt; never the refused one. @throws {CredentialError} If there is none. */
  identify(call: CallToIdentify, refused: Issued | undefined): Promise<Identity>;
}

/** The credential of an attempt. @throws {CredentialError} If the credential function returns none. */
export async function identify(
  call: CallToIdentify & { readonly credential: Secret<string> | CredentialProvider },
  refused: Issued | undefined,
): Promise<Identity> {
  const { credential, headers, redact } = call;
  if ('identify' in credential) return credential.identify(call, refused);
  return { headers, redact, secret: credential };
}
