import type { Secret } from '../values/secret.js';
import type { Issued } from './credential-function.js';
import type { PreparedCall } from './prepare.js';

/** What an attempt takes from its credential. */
export interface Identity extends Pick<PreparedCall, 'headers' | 'redact'> {
  readonly secret: Secret<string>;
  /** Set when a function gave the credential: another one can be had. */
  readonly issued?: Issued;
}

/**
 * The credential of an attempt. What asks functions for it is loaded when a client has one: a program with a key does
 * not carry it.
 *
 * @throws {CredentialError} When the function gives none.
 */
export async function identify(call: PreparedCall, refused: Issued | undefined): Promise<Identity> {
  const { credential, headers, redact } = call;
  if (credential.kind !== 'Asked') return { headers, redact, secret: credential };
  const { ask } = await import('./ask-credential.js');
  return ask(credential, call, refused);
}
