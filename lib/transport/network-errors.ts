import { causesOf } from './causes.js';

/** What a raw error of the network layer means. */
export interface NetworkErrorDescription {
  /** What happened and what to do next. */
  readonly message: string;
  /** Set when it is a clock of the fetch implementation that ran out. */
  readonly clock?: 'headers' | 'idle';
  /** Whether a connection was there at all. */
  readonly connected: boolean;
  readonly retryable: boolean;
}

/** By the codes of Node and undici, and by what Bun, Deno and workerd say of a connection that ended too early. */
const KINDS: readonly (readonly [RegExp, NetworkErrorDescription])[] = [
  [/ECONNREFUSED/, unreachable('nothing listens there: check the base URL.')],
  [/ENOTFOUND|EAI_AGAIN/, unreachable('its host name cannot be looked up: check the base URL and your DNS.')],
  [
    /UNREACH|ETIMEDOUT|CONNECT_TIMEOUT/,
    unreachable('no connection came about: check your network and proxy.'),
  ],
  // Not a bad moment but a bad set-up: the next attempt meets the same certificate.
  [
    /CERT_|_CERT|ERR_TLS|_SIGNATURE/,
    { ...unreachable('its certificate is not trusted, see cause.'), retryable: false },
  ],
  [/HEADERS_TIMEOUT/, { ...lost(''), clock: 'headers' }],
  [/BODY_TIMEOUT/, { ...lost(''), clock: 'idle' }],
  [
    /ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|socket|connection (closed|reset|lost)/i,
    lost('the connection was lost before the answer was complete.'),
  ],
];

function unreachable(message: string): NetworkErrorDescription {
  return { connected: false, retryable: true, message };
}

function lost(message: string): NetworkErrorDescription {
  return { connected: true, retryable: true, message };
}

/** Reads an error that fetch, or the reading of a body, rejected with. The code is mostly on its cause. */
export function describeNetworkError(error: unknown): NetworkErrorDescription {
  const texts = (key: string) => causesOf(error).map((link) => String(Reflect.get(link, key) ?? ''));
  const message = texts('message').findLast((text) => text !== '') ?? String(error);
  const signs = `${texts('code')} ${message}`;
  const [, known] = KINDS.find(([pattern]) => pattern.test(signs)) ?? [];
  return known ?? lost(`${message.replace(/[.\s]+$/, '')}.`);
}
