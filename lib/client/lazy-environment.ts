import type { CredentialProvider } from '../transport/credential.js';
import { redactor } from '../transport/redact.js';
import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import { reveal } from '../values/secret.js';
import { defaultBaseUrl } from './client-draft.js';
import { baseUrlOfEnvironment, readEnvironment } from './environment.js';

/** A credential that is read from the environment at the first call. Calls fail until the environment has one. */
export function lazyCredential(): CredentialProvider {
  let secret: ApiKey | AuthToken | undefined;
  return {
    kind: 'Provider',
    async identify({ headers, redact }) {
      secret ??= readEnvironment().credential;
      const hide = redactor(reveal(secret));
      return { secret, headers, redact: (text) => redact(hide(text)) };
    },
  };
}

/** The base URL of the environment, read at each call. */
export const lazyBaseUrl = (): URL => baseUrlOfEnvironment() ?? defaultBaseUrl();
