import { messageOf } from '../base/message-of.js';
import { amend } from '../errors/amend.js';
import type { ClustError } from '../errors/clust-error.js';
import { ConnectionError, type ConnectionPhase } from '../errors/connection-error.js';
import { isClustError } from '../errors/guards.js';
import { TimeoutError } from '../errors/timeout-error.js';
import type { Attempt } from './attempt.js';
import type { Redact } from './redact.js';

/** The attempt that failed; before its answer there is no more of it. */
export type FailedAttempt = Pick<Attempt, 'where' | 'attempts' | 'signal' | 'redact'>;

/**
 * What leaves the library for an error of the network, of the runtime, or of a custom fetch: never the raw error,
 * which is kept as `cause`. An error of ours passes through. When the attempt was aborted, the reason of its signal
 * (a timeout, or the caller) is what happened, whatever the fetch implementation says about it.
 *
 * Every failure of a call comes by here, so this is where it learns how many requests were sent.
 */
export function toFailure(error: unknown, attempt: FailedAttempt, phase: ConnectionPhase): ClustError {
  const ours = [error, attempt.signal.reason].find(isClustError);
  return amend(ours ?? translate(error, attempt, phase), { attempts: attempt.attempts });
}

function translate(error: unknown, { where, redact }: FailedAttempt, phase: ConnectionPhase): ClustError {
  const { clock, message, ...facts } = describeNetworkError(error);
  const options = { cause: harmless(error, redact) };
  if (clock !== undefined) return new TimeoutError({ where, phase: clock, ms: undefined }, options);
  return new ConnectionError(
    `${where} failed: ${redact(message)}`,
    { phase, retryable: true, ...facts },
    options,
  );
}

/** Where the errors of HTTP libraries keep the request, headers and all, and undici's parser what it was given. */
const PRIVATE_PROPERTIES = ['request', 'options', 'config', 'response', 'data'];

/** The error as it is, unless printing it would show a key: in one of its texts, or in the request that it carries. */
function harmless(error: unknown, redact: Redact): unknown {
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

/** What a raw error of the network layer means. */
interface NetworkErrorDescription {
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
function describeNetworkError(error: unknown): NetworkErrorDescription {
  const texts = (key: string) => causesOf(error).map((link) => String(Reflect.get(link, key) ?? ''));
  const message = texts('message').findLast((text) => text !== '') ?? String(error);
  const signs = `${texts('code')} ${texts('name')} ${message}`;
  const [, known] = KINDS.find(([pattern]) => pattern.test(signs)) ?? [];
  return known ?? { message: `${message.replace(/(?<![.\s])[.\s]+$/, '')}.` };
}

/**
 * An error and its causes, outermost first. Not by `instanceof`: an error of another realm (jest, Electron) is read too.
 * The depth is limited, since causes can form a circle.
 */
function causesOf(error: unknown, depth = 8): readonly object[] {
  if (typeof error !== 'object' || error === null || depth === 0) return [];
  return [error, ...causesOf(Reflect.get(error, 'cause'), depth - 1)];
}

/** A run of characters that may be a key, a token or an assertion: 20 or more with a letter and a digit among them. */
const TOKEN = /(?<![\w+/=~-])(?=[a-z_+/=~-]*\d)(?=[\d_+/=~-]*[a-z])[\w+/=~-]{20,}/gi;

/** What is worth reading of a message. */
const EXCERPT = 1_000;

/**
 * A copy of an error of a credential function that can be printed: such errors hold what token services were sent and
 * what they answered, in properties and in texts.
 *
 * What clust itself has thrown says nothing secret and is kept.
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
