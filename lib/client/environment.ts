import { variable } from '../base/variable.js';
import { ValidationError } from '../errors/validation-error.js';
import { ApiKey } from '../values/api-key.js';
import { AuthToken } from '../values/auth-token.js';
import { baseUrlOf } from './base-url.js';

/** The client settings of the environment. */
export interface Environment {
  readonly credential: ApiKey | AuthToken;
  readonly baseUrl: URL | undefined;
}

/**
 * `ANTHROPIC_BASE_URL`, if it is set. @throws {ValidationError} If it is not a URL; the message shows its name and
 * value.
 */
export function baseUrlOfEnvironment(): URL | undefined {
  const baseUrl = variable('ANTHROPIC_BASE_URL');
  return baseUrl ? baseUrlOf(baseUrl, 'ANTHROPIC_BASE_URL') : undefined;
}

/**
 * Reads `ANTHROPIC_API_KEY`, else `ANTHROPIC_AUTH_TOKEN`, and `ANTHROPIC_BASE_URL`. White space around a value is
 * removed, and an empty value counts as not set.
 *
 * @throws {ValidationError} If there is no credential, or an invalid one.
 */
export function readEnvironment(): Environment {
  const key = variable('ANTHROPIC_API_KEY');
  const token = variable('ANTHROPIC_AUTH_TOKEN');
  if (!key && !token) {
    const message = 'neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN is set: set one, or call apiKey()';
    throw new ValidationError([{ path: 'credential', rule: 'environment', message }]);
  }
  return {
    credential: key ? ApiKey.of(key) : AuthToken.of(token),
    baseUrl: baseUrlOfEnvironment(),
  };
}
