import { variable } from '../base/variable.js';
import { ValidationError } from '../errors/validation-error.js';
import { orThrow } from './checked.js';
import type { Result } from './result.js';
import { type Secret, secret } from './secret.js';

/** An API key, sent as `x-api-key`. */
export interface ApiKey extends Secret<'ApiKey'> {}

/**
 * Creates an `ApiKey`. `console.log`, `JSON.stringify` and `util.inspect` never show its text.
 *
 * Refuses a text that no header can carry, without printing it: an empty text, or one with white space, a line break, a
 * control character or a character outside Latin-1.
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
  /** @throws {ValidationError} If no header can carry the text. */
  of(text: string): ApiKey {
    return orThrow(ApiKey.safe(text));
  },

  /**
   * The key in `ANTHROPIC_API_KEY`, without the white space around it. `Client.fromEnv()` reads the other variables
   * too.
   *
   * @throws {ValidationError} If the variable is not set, or is empty.
   */
  fromEnv(): ApiKey {
    const text = variable('ANTHROPIC_API_KEY');
    if (text !== '') return ApiKey.of(text);
    const message = 'ANTHROPIC_API_KEY is not set: set it, or use ApiKey.of(key)';
    throw new ValidationError([{ path: 'apiKey', rule: 'environment', message }]);
  },

  /** As `of`, but returns the error. */
  safe(text: string): Result<ApiKey, ValidationError> {
    return secret('ApiKey', 'apiKey', text);
  },
};
