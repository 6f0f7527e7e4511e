import { variable } from '../base/variable.js';
import { ValidationError } from '../errors/validation-error.js';
import { orThrow } from './checked.js';
import type { Result } from './result.js';
import { type Secret, secret } from './secret.js';

/** An API key, sent as `x-api-key`. */
export interface ApiKey extends Secret<'ApiKey'> {}

/**
 * Makes an `ApiKey` from its text, which `console.log`, `JSON.stringify` and `util.inspect` never show.
 *
 * Refused, without printing it, is a text that no header can carry: an empty one, one with white space or a line
 * break, one with a control character or a character outside Latin-1.
 *
 * @example
 * ```ts
 * import { ApiKey, ClientBuilder } from 'clust';
 *
 * const key = ApiKey.of('sk-ant-api03-example');
 * console.log(`${key}`); // ApiKey(sk-ant-…)
 *
 * const client = ClientBuilder.create().apiKey(key).build();
 * ```
 */
export const ApiKey = {
  /** @throws ValidationError when no header can carry the text. */
  of(text: string): ApiKey {
    return orThrow(ApiKey.safe(text));
  },

  /**
   * The key in `ANTHROPIC_API_KEY`, without the white space around it. For a client that reads the other variables too, see
   * `Client.fromEnv()`.
   *
   * @throws ValidationError when the variable is not set, or empty.
   */
  fromEnv(): ApiKey {
    const text = variable('ANTHROPIC_API_KEY');
    if (text !== '') return ApiKey.of(text);
    const message = 'ANTHROPIC_API_KEY is not set: set it, or use ApiKey.of(key)';
    throw new ValidationError([{ path: 'apiKey', rule: 'environment', message }]);
  },

  /** As `of`, with the error returned. */
  safe(text: string): Result<ApiKey, ValidationError> {
    return secret('ApiKey', 'apiKey', text);
  },
};
