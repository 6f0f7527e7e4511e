import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import { reveal, type Secret } from '../values/secret.js';
import type { AskedCredential } from './identify.js';
import type { HttpRequest } from './middleware.js';

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
