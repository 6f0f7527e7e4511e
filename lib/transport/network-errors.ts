import type { ConnectionPhase } from '../errors/connection-error.js';
import { causesOf } from './causes.js';

/** What a raw error of the network layer means. */
export interface NetworkErrorDescription {
  /** What happened and what to do next. */
  readonly message: string;
  /** Set when no connection was there at all. */
  readonly phase?: ConnectionPhase;
  /** Set when the next attempt would end the same way. */
  readonly retryable?: boolean;
  /** Set when it is a clock of the fetch implementation that ran out. */
  readonly clock?: 'headers' | 'idle';
}

/** By the codes of Node and undici, and by what Bun, Deno and workerd say. */
const KINDS: readonly (readonly [RegExp, NetworkErrorDescription])[] = [
  // Deno without --allow-net.
  [
    /NotCapable|PermissionDenied|--allow-net/,
    { phase: 'connect', message: 'the runtime forbids it: allow network access.', retryable: false },
  ],
  // What undici says of a proxy that does not let a tunnel be built.
  [
    /Proxy response \(40[137]\)/,
    {
      phase: 'connect',
      message: 'the proxy refused the connection: check its credentials.',
      retryable: false,
    },
  ],
  [
    /Proxy response|HTTP Tunneling|proxy refused/i,
    { phase: 'connect', message: 'the proxy refused the connection, see cause: check the proxy.' },
  ],
  [
    /ECONNREFUSED|Connection ?refused/i,
    { phase: 'connect', message: 'nothing listens there: check the base URL, and your proxy.' },
  ],
  [
    /ENOTFOUND|EAI_AGAIN|dns error/,
    { phase: 'connect', message: 'its host name cannot be looked up: check the base URL.' },
  ],
  [
    /UNREACH|ETIMEDOUT|CONNECT_TIMEOUT|error \(Connect\)/,
    { phase: 'connect', message: 'no connection came about: check your network and proxy.' },
  ],
  // Not a bad moment but a bad set-up: the next attempt meets the same certificate.
  [
    /CERT_|_CERT|ERR_TLS|_SIGNATURE/,
    { phase: 'connect', message: 'its certificate is not trusted, see cause.', retryable: false },
  ],
  [
    /unexpected redirect/,
    {
      message: 'it redirects to another place, which is not followed: check the base URL.',
      retryable: false,
    },
  ],
  [/HEADERS_TIMEOUT/, { clock: 'headers', message: '' }],
  [/BODY_TIMEOUT/, { clock: 'idle', message: '' }],
  [
    /ECONNRESET|EPIPE|terminated|socket|connection (closed|reset|lost)/i,
    { message: 'the connection was lost.' },
  ],
];

/** Reads an error that fetch, or the reading of a body, rejected with. The code is mostly on its cause. */
export function describeNetworkError(error: unknown): NetworkErrorDescription {
  const texts = (key: string) => causesOf(error).map((link) => String(Reflect.get(link, key) ?? ''));
  const message = texts('message').findLast((text) => text !== '') ?? String(error);
  const signs = `${texts('code')} ${texts('name')} ${message}`;
  const [, known] = KINDS.find(([pattern]) => pattern.test(signs)) ?? [];
  return known ?? { message: `${message.replace(/(?<![.\s])[.\s]+$/, '')}.` };
}
