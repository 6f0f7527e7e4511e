import type { Credential } from '../transport/credential.js';
import type { ApiKeyFunction, AuthTokenFunction } from '../transport/credential-function.js';
import { credentialProvider, reader } from '../transport/credential-provider.js';
import type { ApiKey } from '../values/api-key.js';
import { AuthToken } from '../values/auth-token.js';
import { reveal } from '../values/secret.js';

/** The API key of a platform that takes it as a bearer token, or a function that returns the key. */
export function bearerKey(key: ApiKey | string | ApiKeyFunction): Credential {
  if (typeof key !== 'function') return bearerOf(key);
  return credentialProvider({ method: 'apiKey()', ask: key, read: reader('apiKey', 'AuthToken', bearerOf) });
}

/** A token, or a function that returns it. */
export function bearerToken(token: AuthToken | string | AuthTokenFunction): Credential {
  if (typeof token === 'string') return AuthToken.of(token);
  if (typeof token !== 'function') return token;
  return credentialProvider({
    method: 'authToken()',
    ask: token,
    read: reader('token', 'AuthToken', bearerOf),
  });
}

function bearerOf(key: unknown): AuthToken {
  const isSecret = typeof key === 'object' && key !== null;
  return AuthToken.of(isSecret ? reveal(key as ApiKey) : (key as string));
}
