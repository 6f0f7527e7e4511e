import type { ApiError } from '../errors/api-error.js';
import type { CredentialProvider } from '../transport/credential.js';
import { redactor } from '../transport/redact.js';
import { Renewal } from '../transport/renewal.js';
import { type AwsCredentialFunction, keysOf, readAwsCredentials } from './aws-credentials.js';
import { createSigner, type SigningScope } from './sign.js';

/** AWS accepts a signature whose time differs by at most five minutes; this leaves a minute. */
const TOLERANCE = 4 * 60_000;

/** The difference between the clock of AWS and this machine's, as far as answers show it. */
export class AwsClock {
  #offset = 0;

  now(now: number): number {
    return now + this.#offset;
  }

  /** Learns from the date of a refusal. */
  learn(response: Response, now: number): void {
    const date = Date.parse(response.headers.get('date') ?? '');
    if (response.status !== 403 || Number.isNaN(date)) return;
    this.#offset = Math.abs(date - now) > TOLERANCE ? date - now : 0;
  }
}

/** Whether new keys, or a corrected clock, may help. */
export function isStaleSignature({ status, errorCode, message }: ApiError): boolean {
  if (status === 401) return true;
  const isExpired = errorCode === 'ExpiredTokenException' || errorCode === 'RequestTimeTooSkewed';
  return (
    status === 403 && (isExpired || /signature (expired|not yet current)|token.{0,100}expired/i.test(message))
  );
}

/** Signs each attempt with the keys that the function returns. */
export function awsIdentity(
  ask: AwsCredentialFunction,
  scope: SigningScope,
  clock: AwsClock,
): CredentialProvider {
  const sign = createSigner(scope);
  const renewal = new Renewal({
    method: 'credentials()',
    ask: (request) => ask({ ...request, forceRefresh: request.refresh }),
    read: readAwsCredentials,
  });
  return {
    kind: 'Provider',
    async identify({ where, runtime, headers, redact }, refused) {
      const issued = await renewal.current(where, runtime.now, refused);
      const keys = keysOf(issued.secret);
      const hide = [keys.secretAccessKey, keys.sessionToken ?? ''].map((text) => redactor(text));
      return {
        issued,
        secret: issued.secret,
        headers,
        sign: (request) => sign(request, keys, clock.now(runtime.now())),
        redact: (text) => hide.reduce((hidden, each) => each(hidden), redact(text)),
      };
    },
  };
}
