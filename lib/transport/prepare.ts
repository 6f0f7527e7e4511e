import { ValidationError } from '../errors/validation-error.js';
import { reveal } from '../values/secret.js';
import { version as packageVersion } from '../version.js';
import type { Call } from './call.js';
import { timeoutsOf } from './clocks.js';
import { assertHeaderValues, customHeaders } from './custom-headers.js';
import { isStream, type RequestBody } from './http-client.js';
import { type Redact, redactor } from './redact.js';
import { retryOptionsOf } from './retry.js';
import type { TransportConfig } from './transport-config.js';

/** A call combined with the config of its client: everything that its attempts share. */
export interface PreparedCall extends Omit<TransportConfig, 'headers' | 'baseUrl'> {
  readonly baseUrl: URL;
  readonly method: string;
  readonly url: string;
  /** `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly headers: Headers;
  /** Serialized once: every attempt sends the same bytes. */
  readonly body: RequestBody | undefined;
  readonly redact: Redact;
  readonly maxResponseBytes: number;
}

/** Far above the longest message, which has a few megabytes. */
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/** The client's current base URL. */
export function addressOf({ baseUrl }: Pick<TransportConfig, 'baseUrl'>): URL {
  return typeof baseUrl === 'function' ? baseUrl() : baseUrl;
}

/** @throws {ValidationError} For invalid options, before anything is sent. */
export function prepare(call: Call, config: TransportConfig): PreparedCall {
  const original = {
    method: call.method.toUpperCase(),
    path: call.path,
    json: call.json,
    headers: headersOf(call, config),
  };
  const { method, path, json, headers } = config.platform?.adapt(original) ?? original;
  const baseUrl = addressOf(config);
  const url = urlOf({ ...call, path }, baseUrl);
  const body = json === undefined ? call.body : serialize(json);
  return {
    ...config,
    baseUrl,
    method,
    url: url.href,
    where: `${method} ${url.origin}${url.pathname}`,
    headers,
    body,
    timeout: timeoutsOf(call.timeout, config.timeout),
    retry: retryOptionsOf(isStream(body) ? { ...call.retry, limit: 0 } : call.retry, config.retry),
    maxResponseBytes: call.maxResponseBytes ?? MAX_RESPONSE_BYTES,
    redact: redactor(config.credential.kind === 'Provider' ? '' : reveal(config.credential)),
  };
}

/** Joined as text. `new URL(path, base)` would leave the base for `//elsewhere.example` or `/../admin`. */
function urlOf({ path, query = {} }: Call, baseUrl: URL): URL {
  const base = baseUrl.href.replace(/\/$/, '');
  const url = path.startsWith('/') ? new URL(base + path) : undefined;
  if (!url?.href.startsWith(`${base}/`)) {
    const message = 'a path starts with a slash, and stays below the base URL';
    throw new ValidationError([{ path: 'path', rule: 'path-on-origin', message }]);
  }
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) url.searchParams.append(name, String(each));
  }
  return url;
}

function serialize(json: unknown): string {
  try {
    return JSON.stringify(json);
  } catch (cause) {
    const message = 'this is not JSON: it contains itself, or a BigInt';
    throw new ValidationError([{ path: '', rule: 'json', message }], { cause });
  }
}

/**
 * The headers of a call, without its credential, which `credential.ts` adds just before sending. The caller's headers
 * replace clust's of the same name; for `anthropic-beta` all betas are joined.
 */
function headersOf(call: Call, config: TransportConfig): Headers {
  assertHeaderValues({ version: [config.version], betas: [...config.betas, ...(call.betas ?? [])] });
  const headers = new Headers({
    accept: call.accept ?? 'application/json',
    'anthropic-version': config.version,
  });
  const contentType = call.json === undefined ? call.contentType : 'application/json';
  if (contentType !== undefined) headers.set('content-type', contentType);
  if (config.browser) headers.set('anthropic-dangerous-direct-browser-access', 'true');
  // Browsers set their own user agent, and setting another one fails the CORS check.
  else headers.set('user-agent', `clust/${packageVersion}`);

  const betas = new Set([...config.betas, ...(call.betas ?? [])]);
  for (const [name, value] of [...config.headers, ...customHeaders(call.headers ?? {})]) {
    if (name === 'anthropic-beta') for (const beta of value.split(',')) betas.add(beta.trim());
    else headers.set(name, value);
  }
  betas.delete('');
  if (betas.size > 0) headers.set('anthropic-beta', [...betas].join(','));
  return headers;
}
