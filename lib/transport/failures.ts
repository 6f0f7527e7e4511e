import { messageOf } from '../base/message-of.js';
import { amend } from '../errors/amend.js';
import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError, type ConnectionPhase } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Attempt } from './attempt.js';
import type { Redact } from './redact.js';

/** The attempt that failed, possibly before its answer. */
export type FailedAttempt = Pick<Attempt, 'where' | 'attempts' | 'signal' | 'redact'>;

/**
 * Converts an error of the network, the runtime or a custom fetch into an error of clust; the raw error is kept as
 * `cause`. An error of clust is returned as it is. If the attempt was aborted, the reason of its signal (a timeout, or
 * the caller's abort) is returned, whatever error fetch reports.
 *
 * Every failure of a call passes through here, so this is where the number of attempts is added.
 */
export function toFailure(error: unknown, attempt: FailedAttempt, phase: ConnectionPhase): ClustError {
  const ours = [error, attempt.signal.reason].find(isClustError);
  return amend(ours ?? translate(error, attempt, phase), { attempts: attempt.attempts });
}

function translate(error: unknown, { where, redact }: FailedAttempt, phase: ConnectionPhase): ClustError {
  const { clock, message, ...facts } = describeNetworkError(error);
  const options = { cause: withoutKeys(error, redact) };
  if (clock !== undefined) return new TimeoutError({ where, phase: clock, ms: undefined }, options);
  return new ConnectionError(
    `${where} failed: ${redact(message)}`,
    { phase, retryable: true, ...facts },
    options,
  );
}

/** Properties in which errors of HTTP libraries keep the request and its headers; undici's parser keeps its input. */
const PRIVATE_PROPERTIES = ['request', 'options', 'config', 'response', 'data'];

/**
 * The error itself, or a copy without secrets if printing it would show a key: in one of its texts, or in the request
 * that it carries.
 */
function withoutKeys(error: unknown, redact: Redact): unknown {
  const isHarmful = (link: unknown) => {
    const texts = [String(link), ...Object.getOwnPropertyNames(Object(link)).map((name) => read(link, name))];
    return (
      PRIVATE_PROPERTIES.some((property) => property in Object(link)) ||
      texts.some((text) => typeof text === 'string' && redact(text) !== text)
    );
  };
  return [error, ...causesOf(error)].some(isHarmful) ? new Error(redact(String(error))) : error;
}

function read(link: unknown, name: string): unknown {
  try {
    return Reflect.get(Object(link), name);
  } catch {
    return undefined;
  }
}

/** The meaning of a raw network error. */
interface NetworkErrorDescription {
  /** What happened and what to do next. */
  readonly message: string;
  /** Set if no connection was made. */
  readonly phase?: ConnectionPhase;
  /** Set if the next attempt would fail the same way. */
  readonly retryable?: boolean;
  /** Set if a timeout of the fetch implementation fired. */
  readonly clock?: 'headers' | 'idle';
}

/** Matched against the codes of Node and undici, and against the messages of Bun, Deno and workerd. */
const NETWORK_ERRORS: readonly (readonly [RegExp, NetworkErrorDescription])[] = [
  // Deno without --allow-net.
  [
    /NotCapable|PermissionDenied|--allow-net/,
    { phase: 'connect', message: 'the runtime forbids network access: allow it.', retryable: false },
  ],
  // undici's message when a proxy refuses to build a tunnel.
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
    { phase: 'connect', message: 'no connection could be made: check your network and proxy.' },
  ],
  // A configuration error: the next attempt gets the same certificate.
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

/** Describes an error of fetch, or of reading a body. Its code is usually on its cause. */
function describeNetworkError(error: unknown): NetworkErrorDescription {
  const texts = (key: string) => causesOf(error).map((link) => String(Reflect.get(link, key) ?? ''));
  const message = texts('message').findLast((text) => text !== '') ?? String(error);
  const signs = `${texts('code')} ${texts('name')} ${message}`;
  const [, known] = NETWORK_ERRORS.find(([pattern]) => pattern.test(signs)) ?? [];
  return known ?? { message: withPeriod(message) };
}

/** Ends a text with one period, in place of the periods and spaces at its end. */
function withPeriod(text: string): string {
  let end = text.length;
  while (/[.\s]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end)}.`;
}

/**
 * An error and its causes, outermost first. `instanceof` is not used, so errors of another realm (jest, Electron) are
 * read too. The depth is limited, since causes can be circular.
 */
function causesOf(error: unknown, depth = 8): readonly object[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  return [error, ...causesOf(Reflect.get(error, 'cause'), depth - 1)];
}

/** Matches what may be a key, a token or an assertion: 20 or more characters, with a letter and a digit among them. */
const TOKEN = /(?<![\w+/=~-])(?=[a-z_+/=~-]*\d)(?=[\d_+/=~-]*[a-z])[\w+/=~-]{20,}/gi;

/** How much of a message is kept, in characters. */
const EXCERPT = 1_000;

/**
 * A copy of a credential function's error that is safe to print: such errors may hold the requests and answers of token
 * services, in properties and in texts.
 *
 * An error of clust contains no secret and is returned as it is.
 */
export function withoutSecrets(error: unknown): Error {
  if (isClustError(error)) return error;
  const chain = causesOf(error);
  const texts = (chain.length === 0 ? [error] : chain).map(messageOf).filter((text) => text !== '');
  const message = [...new Set(texts)].join(': ').slice(0, EXCERPT).replace(TOKEN, '***');
  const copy = new Error(message);
  const { name, stack } = Object(error);
  const frames = String(stack ?? '').match(/^ {4}at .*$/gm) ?? [];
  const label = /^[\w.]{1,60}$/.test(String(name ?? '')) ? String(name) : 'Error';
  const code = chain
    .map((link) => Reflect.get(link, 'code'))
    .find((each) => /^[A-Z_]{3,40}$/.test(String(each)));
  for (const [key, value] of Object.entries({
    name: label,
    stack: [`${label}: ${message}`, ...frames].join('\n'),
  }))
    Object.defineProperty(copy, key, { value });
  return code === undefined ? copy : Object.assign(copy, { code });
}
