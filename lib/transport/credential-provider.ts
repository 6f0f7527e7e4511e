import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import { ApiKey } from '../values/api-key.js';
import { AuthToken } from '../values/auth-token.js';
import { reveal, type Secret } from '../values/secret.js';
import type { CredentialProvider } from './credential.js';
import type { ApiKeyFunction, AuthTokenFunction, CredentialFunction, Issued } from './credential-function.js';
import { redactor } from './redact.js';
import { Renewal } from './renewal.js';

/** The provider for `apiKey(function)`. */
export function apiKeyProvider(ask: ApiKeyFunction): CredentialProvider {
  return credentialProvider({ method: 'apiKey()', ask, read: reader('apiKey', 'ApiKey', ApiKey.of) });
}

/** The provider for `authToken(function)`. */
export function authTokenProvider(ask: AuthTokenFunction): CredentialProvider {
  return credentialProvider({ method: 'authToken()', ask, read: reader('token', 'AuthToken', AuthToken.of) });
}

/** A provider that calls a credential function, and caches what it returns. */
export function credentialProvider(source: CredentialFunction): CredentialProvider {
  const renewal = new Renewal(source);
  return {
    kind: 'Provider',
    async identify({ where, runtime, headers, redact }, refused) {
      const issued = await renewal.current(where, runtime.now, refused);
      const { secret } = issued;
      const hide = redactor(reveal(secret));
      return { issued, secret, headers: mergeHeaders(headers, issued), redact: (text) => redact(hide(text)) };
    },
  };
}

function mergeHeaders(headers: Headers, { headers: more }: Issued): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) {
    if (name.toLowerCase() === 'anthropic-beta') all.append(name, value);
    else all.set(name, value);
  }
  return all;
}

/**
 * Reads what a credential function returned: a credential of this kind, a text that `of` converts, or an object with
 * one of these in `field`.
 */
export function reader(field: string, kind: string, of: (text: string) => Secret<string>) {
  return (answer: unknown): Issued => {
    const isTerms = isObject(answer) && field in answer;
    const given = isTerms ? answer[field] : answer;
    const secret = isSecret(given, kind) ? given : of(given as string);
    reveal(secret);
    return {
      secret,
      expiresAt: isTerms ? endOf(answer.expiresAt ?? dateOf(answer.expiresOnTimestamp)) : undefined,
      headers: isTerms && isObject(answer.headers) ? (answer.headers as Record<string, string>) : {},
    };
  };
}

function isSecret(value: unknown, kind: string): value is Secret<string> {
  return isObject(value) && value.kind === kind;
}

/** The unit of `expiresOnTimestamp` is documented: milliseconds. */
function dateOf(milliseconds: unknown): Date | undefined {
  return typeof milliseconds === 'number' ? new Date(milliseconds) : undefined;
}

/**
 * When a credential expires, in milliseconds since 1970.
 *
 * @throws {ValidationError} For anything but a `Date`: a number may be seconds or milliseconds.
 */
export function endOf(expiresAt: unknown): number {
  if (expiresAt === undefined || expiresAt === null) return Number.POSITIVE_INFINITY;
  // `instanceof` fails for a `Date` of another realm, such as a jest environment.
  const isDate = Object.prototype.toString.call(expiresAt) === '[object Date]';
  const time = isDate ? Number(expiresAt) : Number.NaN;
  if (!Number.isNaN(time)) return time;
  const message = 'expiresAt is a Date: a number could be seconds or milliseconds';
  throw new ValidationError([{ path: 'expiresAt', rule: 'credential', message }]);
}
