import { ValidationError } from '../errors/validation-error.js';
import type { Credential } from '../transport/credential.js';
import { ApiKey } from '../values/api-key.js';
import { baseUrlOf } from './base-url.js';
import { keyCredential, tokenCredential } from './credentials.js';

/** What the environment says of a client. */
export interface Environment {
  readonly credential: Credential;
  readonly baseUrl: URL | undefined;
}

/**
 * Reads `ANTHROPIC_API_KEY`, else `ANTHROPIC_AUTH_TOKEN`, and `ANTHROPIC_BASE_URL`. White space around a value is
 * dropped, and an empty value is as good as none.
 *
 * @throws {ValidationError} When there is no credential, or one that cannot be.
 */
export function readEnvironment(): Environment {
  const key = variable('ANTHROPIC_API_KEY');
  const token = variable('ANTHROPIC_AUTH_TOKEN');
  const baseUrl = variable('ANTHROPIC_BASE_URL');
  if (key === undefined && token === undefined) {
    const message =
      'neither ANTHROPIC_API_KEY nor ANTHROPIC_AUTH_TOKEN is set: set one of them, or call apiKey()';
    throw new ValidationError([{ path: 'credential', rule: 'environment', message }]);
  }
  return {
    credential: key === undefined ? tokenCredential(token ?? '') : keyCredential(ApiKey.of(key)),
    baseUrl: baseUrl === undefined ? undefined : baseUrlOf(baseUrl),
  };
}

/** Browsers have no `process`, some edge runtimes one without `env`, and Deno may forbid to read it. */
function variable(name: string): string | undefined {
  try {
    return globalThis.process?.env?.[name]?.trim() || undefined;
  } catch {
    return undefined;
  }
}
