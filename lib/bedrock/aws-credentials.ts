import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import type { CredentialRequest, Issued } from '../transport/credential-function.js';
import { endOf } from '../transport/credential-provider.js';
import { type Secret, secret } from '../values/secret.js';

/** AWS keys. `expiration` is set for the keys of a role. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

/**
 * The argument of a function that returns AWS keys. `forceRefresh` is `refresh` under the name that the AWS SDK's
 * providers use.
 */
export interface AwsCredentialRequest extends CredentialRequest {
  readonly forceRefresh: boolean;
}

/**
 * A function that returns AWS keys: your own, or a provider of the AWS SDK, such as `fromNodeProviderChain()` of
 * `@aws-sdk/credential-providers`. clust calls it again before `expiration`. Keys without one are kept until AWS
 * refuses them.
 */
export type AwsCredentialFunction = (
  request: AwsCredentialRequest,
) => AwsCredentials | Promise<AwsCredentials>;

/** AWS keys as one secret. Printing it shows nothing. */
export interface AwsSecret extends Secret<'AwsCredentials'> {}

const parts = new WeakMap<AwsSecret, AwsCredentials>();

/** Returns the keys of a secret. Use it only for the signature. */
export function keysOf(given: Secret<string>): AwsCredentials {
  const keys = parts.get(given as AwsSecret);
  if (keys === undefined)
    throw new ValidationError([{ path: 'credentials', rule: 'credential', message: CREDENTIALS_SENTENCE }]);
  return keys;
}

const CREDENTIALS_SENTENCE = 'credentials are {accessKeyId, secretAccessKey, sessionToken?, expiration?}';

/** @throws {ValidationError} If the value is not a set of keys. The message does not show it. */
export function readAwsCredentials(given: unknown): Issued {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = isObject(given) ? given : {};
  const texts = [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
  const isWhole = texts.every((text) => typeof text === 'string' && /^[\x21-\x7e]+$/.test(text));
  if (!isWhole)
    throw new ValidationError([{ path: 'credentials', rule: 'credential', message: CREDENTIALS_SENTENCE }]);
  const made = secret('AwsCredentials', 'credentials', 'AWS');
  if (!made.ok) throw made.error;
  // All three texts were checked above.
  parts.set(made.value, { accessKeyId, secretAccessKey, sessionToken } as AwsCredentials);
  return { secret: made.value, expiresAt: endOf(expiration), headers: {} };
}

/**
 * The function behind `credentials()`.
 *
 * @throws {ValidationError} At once, for invalid keys.
 */
export function awsKeys(given: AwsCredentials | AwsCredentialFunction): AwsCredentialFunction {
  if (typeof given === 'function') return given;
  readAwsCredentials(given);
  const { accessKeyId, secretAccessKey, sessionToken } = given;
  return () => ({ accessKeyId, secretAccessKey, sessionToken });
}
