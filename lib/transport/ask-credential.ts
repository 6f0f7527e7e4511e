import { reveal } from '../values/secret.js';
import type { AskedCredential, Issued } from './credential-function.js';
import type { Identity } from './identify.js';
import type { PreparedCall } from './prepare.js';
import { redactor } from './redact.js';
import { renewalOf } from './renewal.js';

/** Asks for a credential, or takes the one that is kept, and prepares an attempt for it. */
export async function ask(
  credential: AskedCredential,
  { where, runtime, headers, redact }: PreparedCall,
  refused: Issued | undefined,
): Promise<Identity> {
  const issued = await renewalOf(credential).current(where, runtime.now, refused);
  const hide = redactor(reveal(issued.secret));
  return {
    issued,
    secret: issued.secret,
    headers: joined(headers, issued),
    redact: (text) => redact(hide(text)),
  };
}

function joined(headers: Headers, { headers: more }: Issued): Headers {
  const all = new Headers(headers);
  for (const [name, value] of Object.entries(more)) {
    if (name.toLowerCase() === 'anthropic-beta') all.append(name, value);
    else all.set(name, value);
  }
  return all;
}
