import { ValidationError } from '../errors/validation-error.js';
import type { Credential } from '../transport/credential.js';

/** The builder method that set a credential. */
export type CredentialSource = 'apiKey' | 'authToken' | 'fromEnv';

/** The credentials of a builder, by their source. */
export type Credentials = { readonly [Source in CredentialSource]?: Credential };

const NONE = 'build() needs a credential: call apiKey(), authToken() or fromEnv()';
const SEVERAL = 'build() takes one credential: call only one of apiKey(), authToken() and fromEnv()';

/** The refusal of a builder's sources; `never` if there is exactly one. */
export type CredentialRefusal<Source extends CredentialSource> = [Source] extends [never]
  ? typeof NONE
  : { readonly [Each in Source]: [Source] extends [Each] ? never : typeof SEVERAL }[Source];

/** The one credential of a client. @throws {ValidationError} With the sentence of `CredentialRefusal`. */
export function oneCredential(credentials: Credentials): Credential {
  const [credential, ...others] = Object.values(credentials);
  if (credential !== undefined && others.length === 0) return credential;
  const message = credential === undefined ? NONE : SEVERAL;
  throw new ValidationError([{ path: 'credential', rule: 'one-credential', message }]);
}
