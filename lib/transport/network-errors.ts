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

/** Why no connection came about, by the `code` that Node and undici put on the error or on its cause. */
const UNREACHABLE = new Map([
  ['ECONNREFUSED', 'nothing listens there. Check the base URL.'],
  ['ENOTFOUND', 'there is no host of that name. Check the base URL and your DNS.'],
  ['EAI_AGAIN', 'the host name could not be looked up. Check your network.'],
  ['EHOSTUNREACH', 'the host cannot be reached. Check your network.'],
  ['ENETUNREACH', 'the network cannot be reached. Check your network.'],
  ['ETIMEDOUT', 'no connection came about in time. Check your network and proxy.'],
  ['UND_ERR_CONNECT_TIMEOUT', 'no connection came about in time. Check your network and proxy.'],
]);

/** undici's "terminated", and what Bun, Deno and workerd call a connection that ended too early. */
const LOST = /ECONNRESET|EPIPE|UND_ERR_SOCKET|terminated|socket|connection (closed|reset|lost)/i;

/** Reads an error that fetch, or the reading of a body, rejected with. */
export function describeNetworkError(error: unknown): NetworkErrorDescription {
  const chain = causesOf(error);
  const code = chain.map((link) => text(link, 'code')).find((found) => found !== '') ?? '';
  const message =
    chain.map((link) => text(link, 'message')).findLast((found) => found !== '') ?? String(error);
  const lost = { connected: true, retryable: true };

  if (code === 'UND_ERR_HEADERS_TIMEOUT') return { ...lost, clock: 'headers', message };
  if (code === 'UND_ERR_BODY_TIMEOUT') return { ...lost, clock: 'idle', message };
  const unreachable = UNREACHABLE.get(code);
  if (unreachable !== undefined) return { connected: false, retryable: true, message: unreachable };
  if (/CERT|TLS|SIGNATURE/.test(code)) {
    // Not a bad moment but a bad set-up: the next attempt meets the same certificate.
    return { connected: false, retryable: false, message: `its certificate is not trusted (${code}).` };
  }
  if (LOST.test(`${code} ${message}`)) {
    return { ...lost, message: 'the connection was lost before the answer was complete. Try again.' };
  }
  return { ...lost, message: `${message.replace(/[.\s]+$/, '')}.` };
}

function text(link: object, key: 'code' | 'message'): string {
  const value: unknown = Reflect.get(link, key);
  return typeof value === 'string' ? value : '';
}
