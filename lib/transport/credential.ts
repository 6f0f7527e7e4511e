import type { HttpRequest } from './middleware.js';

/** The header that proves who calls. Kept behind a function, where no printing of an object reaches it. */
export type Credential = () => readonly [name: 'x-api-key' | 'authorization', value: string];

/** Where the credential may go. */
interface Home {
  readonly baseUrl: URL;
  readonly credential: Credential;
}

/**
 * The headers that go on the wire. The credential goes to the configured origin only: a middleware that sends
 * a request elsewhere sends it without. A credential that a middleware has set itself is left alone.
 */
export function withCredential(request: HttpRequest, home: Home): Headers {
  const headers = new Headers(request.headers);
  const isHome = new URL(request.url).origin === home.baseUrl.origin;
  const isSigned = headers.has('x-api-key') || headers.has('authorization');
  if (isHome && !isSigned) headers.set(...home.credential());
  return headers;
}
