import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import { reveal, type Secret } from '../values/secret.js';
import type { Issued } from './credential-function.js';
import type { HttpRequest } from './middleware.js';
import type { Redact } from './redact.js';

/** What proves who calls, or the function that is asked for it; printing it shows nothing. */
export type Credential = ApiKey | AuthToken | AskedCredential;

/** Where the credential of an attempt may go. */
interface Home {
  readonly baseUrl: URL;
  readonly secret: Secret<string>;
}

/** Whether a request takes our credential: it goes to the configured origin, and no middleware has set another. */
export function takesCredential({ url, headers }: HttpRequest, { origin }: URL): boolean {
  return new URL(url).origin === origin && !headers.has('x-api-key') && !headers.has('authorization');
}

/**
 * The headers that go on the wire. The credential goes to the configured origin only: a middleware that sends
 * a request elsewhere sends it without. A credential that a middleware has set itself is left alone.
 */
export function withCredential(request: HttpRequest, { baseUrl, secret }: Home): Headers {
  const headers = new Headers(request.headers);
  if (!takesCredential(request, baseUrl)) return headers;
  const text = reveal(secret);
  if (secret.kind === 'ApiKey') headers.set('x-api-key', text);
  else headers.set('authorization', `Bearer ${text}`);
  return headers;
}

/** What an attempt takes from its credential. */
export interface Identity {
  readonly secret: Secret<string>;
  /** Set when a function gave the credential: another one can be had. */
  readonly issued?: Issued;
  /** Signs a request with the secret, where it is not sent itself: sets headers, `authorization` among them. */
  readonly sign?: ((request: HttpRequest) => Promise<void>) | undefined;
  readonly headers: Headers;
  readonly redact: Redact;
}

/** What a credential is told of the call that it is for. */
export interface CallToIdentify extends Pick<Identity, 'headers' | 'redact'> {
  readonly where: string;
  readonly runtime: { readonly now: () => number };
}

/**
 * A credential that is asked for when it is needed. Clients that share it share what it keeps.
 *
 * It brings its code along: a program with a key does not carry what renews tokens.
 */
export interface AskedCredential {
  readonly kind: 'Asked';
  /** The credential of an attempt, another one than what was refused. @throws {CredentialError} When there is none. */
  identify(call: CallToIdentify, refused: Issued | undefined): Promise<Identity>;
}

/** The credential of an attempt. @throws {CredentialError} When the function that gives it gives none. */
export async function identify(
  call: CallToIdentify & { readonly credential: Secret<string> | AskedCredential },
  refused: Issued | undefined,
): Promise<Identity> {
  const { credential, headers, redact } = call;
  if ('identify' in credential) return credential.identify(call, refused);
  return { headers, redact, secret: credential };
}
