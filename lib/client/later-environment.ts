import type { AskedCredential } from '../transport/credential.js';
import { redactor } from '../transport/redact.js';
import type { ApiKey } from '../values/api-key.js';
import type { AuthToken } from '../values/auth-token.js';
import { reveal } from '../values/secret.js';
import { defaultBaseUrl } from './client-draft.js';
import { baseUrlOfEnvironment, readEnvironment } from './environment.js';

/** The credential that the environment has when the first call is made. What it lacks, each call says until it is there. */
export function laterCredential(): AskedCredential {
  let secret: ApiKey | AuthToken | undefined;
  return {
    kind: 'Asked',
    async identify({ headers, redact }) {
      secret ??= readEnvironment().credential;
      const hide = redactor(reveal(secret));
      return { secret, headers, redact: (text) => redact(hide(text)) };
    },
  };
}

/** The base URL that the environment has when it is asked for. */
export const laterBaseUrl = (): URL => baseUrlOfEnvironment() ?? defaultBaseUrl();
