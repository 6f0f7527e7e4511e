import { ValidationError } from '../errors/validation-error.js';
import { reveal } from '../values/secret.js';
import type { Call } from './call.js';
import { headersOf } from './headers.js';
import { isStream, type RequestBody } from './http-client.js';
import { type Redact, redactor } from './redact.js';
import { retryOptionsOf } from './retry-options.js';
import { timeoutsOf } from './timeouts.js';
import type { TransportConfig } from './transport-config.js';

/** A call with everything worked out that all its attempts share: its client's config, and what it says itself. */
export interface PreparedCall extends Omit<TransportConfig, 'headers'> {
  readonly method: string;
  readonly url: string;
  /** `POST https://api.anthropic.com/v1/messages`: the start of every error message. */
  readonly where: string;
  readonly headers: Headers;
  /** Serialised once: every attempt sends the same bytes. */
  readonly body: RequestBody | undefined;
  readonly redact: Redact;
}

/** @throws {ValidationError} For options that cannot be, before anything is sent. */
export function prepare(call: Call, config: TransportConfig): PreparedCall {
  const original = {
    method: call.method,
    path: call.path,
    json: call.json,
    headers: headersOf(call, config),
  };
  const { method, path, json, headers } = config.platform?.adapt(original) ?? original;
  const url = urlOf({ ...call, path }, config.baseUrl);
  const body = json === undefined ? call.body : serialize(json);
  return {
    ...config,
    method,
    url: url.href,
    where: `${method} ${url.origin}${url.pathname}`,
    headers,
    body,
    timeout: timeoutsOf(call.timeout, config.timeout),
    retry: retryOptionsOf(isStream(body) ? { ...call.retry, limit: 0 } : call.retry, config.retry),
    redact: redactor(config.credential.kind === 'Asked' ? '' : reveal(config.credential)),
  };
}

/** Joined as text: resolving `//elsewhere.example` against a base would leave it. */
function urlOf({ path, query = {} }: Call, baseUrl: URL): URL {
  if (!path.startsWith('/')) {
    const message = 'a path starts with a slash';
    throw new ValidationError([{ path: 'path', rule: 'path-on-origin', message }]);
  }
  const url = new URL(baseUrl.href.replace(/\/$/, '') + path);
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value ?? []].flat()) url.searchParams.append(name, String(each));
  }
  return url;
}

function serialize(json: unknown): string {
  try {
    return JSON.stringify(json);
  } catch (cause) {
    const message = 'this is no JSON: it holds itself, or a BigInt';
    throw new ValidationError([{ path: '', rule: 'json', message }], { cause });
  }
}
