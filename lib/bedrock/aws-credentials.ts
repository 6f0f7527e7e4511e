import { isObject } from '../base/is-object.js';
import { ValidationError } from '../errors/validation-error.js';
import { endOf } from '../transport/asked-credential.js';
import type { CredentialRequest, Issued } from '../transport/credential-function.js';
import { type Secret, secret } from '../values/secret.js';

/** Keys of AWS. `expiration` says when keys of a role end. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

/** What a function that gives keys of AWS is told; `forceRefresh` is what the providers of the AWS SDK call `refresh`. */
export interface AwsCredentialRequest extends CredentialRequest {
  readonly forceRefresh: boolean;
}

/**
 * A function that gives keys of AWS: one of your own, or a provider of the AWS SDK, such as `fromNodeProviderChain()` of
 * `@aws-sdk/credential-providers`. It is called again before `expiration`; keys without one are kept until AWS refuses
 * them.
 */
export type AwsCredentialFunction = (
  request: AwsCredentialRequest,
) => AwsCredentials | Promise<AwsCredentials>;

/** Keys that print nothing: the parts, under one secret. */
export interface AwsSecret extends Secret<'AwsCredentials'> {}

const parts = new WeakMap<AwsSecret, AwsCredentials>();

/** The keys of a secret: for the signature, and for nothing else. */
export function keysOf(given: Secret<string>): AwsCredentials {
  const keys = parts.get(given as AwsSecret);
  if (keys === undefined)
    throw new ValidationError([{ path: 'credentials', rule: 'credential', message: WHAT }]);
  return keys;
}

const WHAT = 'credentials are {accessKeyId, secretAccessKey, sessionToken?, expiration?}';

/** @throws {ValidationError} For what are no keys, without showing them. */
export function readAwsCredentials(given: unknown): Issued {
  const { accessKeyId, secretAccessKey, sessionToken, expiration } = isObject(given) ? given : {};
  const texts = [accessKeyId, secretAccessKey, ...(sessionToken === undefined ? [] : [sessionToken])];
  const isWhole = texts.every((text) => typeof text === 'string' && /^[\x21-\x7e]+$/.test(text));
  if (!isWhole) throw new ValidationError([{ path: 'credentials', rule: 'credential', message: WHAT }]);
  const made = secret('AwsCredentials', 'credentials', 'AWS');
  if (!made.ok) throw made.error;
  // All texts have been looked at.
  parts.set(made.value, { accessKeyId, secretAccessKey, sessionToken } as AwsCredentials);
  return { secret: made.value, expiresAt: endOf(expiration), headers: {} };
}

/**
 * The function behind `credentials()`.
 *
 * @throws {ValidationError} At once, for what are no keys.
 */
export function awsKeys(given: AwsCredentials | AwsCredentialFunction): AwsCredentialFunction {
  if (typeof given === 'function') return given;
  readAwsCredentials(given);
  const { accessKeyId, secretAccessKey, sessionToken } = given;
  return () => ({ accessKeyId, secretAccessKey, sessionToken });
}
