import { AwsV4Signer } from 'aws4fetch';
import { ValidationError } from '../errors/validation-error.js';
import type { HttpRequest } from '../transport/middleware.js';
import type { AwsCredentials } from './aws-credentials.js';

/** Headers that proxies and runtimes may change. Signing them would make the signature invalid. */
const UNSIGNED = /^(user-agent|connection|content-length|traceparent|tracestate|baggage|x-amzn-trace-id)$/;

/** What a signature applies to. */
export interface SigningScope {
  readonly service: string;
  readonly region: string;
}

/**
 * Signs requests with Signature Version 4. Signing keys are valid for a day and are cached.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function createSigner(scope: SigningScope) {
  const cache = new Map<string, ArrayBuffer>();
  return async (
    { method, url, headers, body }: HttpRequest,
    keys: AwsCredentials,
    now: number,
  ): Promise<void> => {
    if (typeof body === 'object') {
      const message = 'an upload cannot be signed, since a signature covers its bytes: use apiKey()';
      throw new ValidationError([{ path: 'body', rule: 'signed-body', message }]);
    }
    const { accessKeyId, secretAccessKey, sessionToken } = keys;
    const signed = await new AwsV4Signer({
      ...scope,
      method,
      url,
      headers: [...headers].filter(([name]) => !UNSIGNED.test(name)),
      ...(body !== undefined && { body }),
      accessKeyId,
      secretAccessKey,
      ...(sessionToken !== undefined && { sessionToken }),
      datetime: new Date(now).toISOString().replace(/[:-]|\.\d{3}/g, ''),
      allHeaders: true,
      cache,
    }).sign();
    for (const [name, value] of signed.headers) if (name !== 'host') headers.set(name, value);
  };
}
