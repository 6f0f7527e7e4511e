import { isObject } from '../base/is-object.js';
import { parseJson } from '../base/parse-json.js';
import { ConnectionError } from '../errors/connection-error.js';
import { refuse, variable } from './settings.node.js';

/** The limit for an answer of the token endpoint, in bytes. A token has a few hundred. */
const MAX_TOKEN_ANSWER_BYTES = 1024 * 1024;

/** The checked answer to a grant. */
export interface TokenAnswer {
  readonly access_token: string;
  /** When the token expires; `null` if the answer does not say. */
  readonly expiresAt: Date | null;
  readonly refresh_token: string | undefined;
}

/** A grant: the body of `POST /v1/oauth/token`. */
export interface TokenGrant {
  readonly baseUrl: string | undefined;
  readonly body: Readonly<Record<string, string | undefined>>;
  /** The value of `anthropic-beta`. */
  readonly betas: string;
  /** What to do after a 401. */
  readonly advice: string;
  readonly signal: AbortSignal;
}

/**
 * Requests a token. Redirects are not followed. An error shows only the standard fields of the answer, since others may
 * repeat what was sent.
 *
 * @throws {ConnectionError} If the answer is larger than 1 MiB. If the host cannot be reached, the error of `fetch` is
 * thrown.
 */
export async function requestToken({
  baseUrl,
  body,
  betas,
  advice,
  signal,
}: TokenGrant): Promise<TokenAnswer> {
  const url = tokenUrl(baseUrl ?? variable('ANTHROPIC_BASE_URL') ?? 'https://api.anthropic.com');
  const response = await fetch(url, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/json', 'anthropic-beta': betas },
    body: JSON.stringify(body),
    signal,
  });
  const answer = parseJson(await readLimited(response, url));
  const fields = isObject(answer) ? answer : {};
  const { access_token, expires_in, refresh_token, token_type = 'Bearer', error, error_description } = fields;
  if (!response.ok || typeof access_token !== 'string') {
    const said = [error, error_description].filter((text) => typeof text === 'string').join(': ');
    const next = response.status === 401 ? ` ${advice}` : '';
    throw new Error(`POST ${url} answered ${response.status}: ${said || 'no token'}.${next}`);
  }
  if (String(token_type).toLowerCase() !== 'bearer')
    throw new Error(`POST ${url} returned a token that is not a bearer token.`);
  return {
    access_token,
    expiresAt: typeof expires_in === 'number' ? new Date(Date.now() + expires_in * 1000) : null,
    refresh_token: typeof refresh_token === 'string' ? refresh_token : undefined,
  };
}

/** The address of the token endpoint. It must be https, or on this machine. */
function tokenUrl(base: string): string {
  const url = URL.canParse(base) ? new URL(base) : undefined;
  const isLoopback = /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url?.hostname ?? '');
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback))
    refuse('baseUrl', 'an identity token or a refresh token is sent over https, or to this machine');
  return `${root(base)}/v1/oauth/token`;
}

/** A base URL without slashes at its end, and without the version. */
function root(base: string): string {
  let end = base.length;
  while (base[end - 1] === '/') end -= 1;
  return base.slice(0, end).replace(/\/v1$/, '');
}

/** @throws {ConnectionError} If the body is larger than the limit: the connection is closed. */
async function readLimited(response: Response, url: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let left = MAX_TOKEN_ANSWER_BYTES;
  // Leaving the loop cancels the body.
  for await (const chunk of response.body ?? []) {
    left -= chunk.byteLength;
    if (left < 0) {
      const message = `POST ${url} answered with more than ${MAX_TOKEN_ANSWER_BYTES} bytes, the limit of a token's answer.`;
      throw new ConnectionError(message, { phase: 'body', retryable: false });
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
