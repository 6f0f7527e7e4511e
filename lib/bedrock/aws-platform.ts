import type { Platform } from '../transport/platform.js';
import { fromAws } from './aws-answer.js';
import { type AwsClock, isStaleSignature } from './aws-identity.js';

/** A platform behind the authentication of AWS. */
export function awsPlatform(clock: AwsClock, own: Pick<Platform, 'name' | 'requestId' | 'adapt'>): Platform {
  return {
    ...own,
    receive(response) {
      clock.learn(response, Date.now());
      return fromAws(response);
    },
    isUnauthorized: isStaleSignature,
  };
}
