import { generateKeyPairSync } from 'node:crypto';
import type { TokenCredential } from '@azure/core-auth';
import { describe, expect, test } from '@jest/globals';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { FoundryClientBuilder } from '../../lib/foundry/index.js';
import { MessagesRequestBuilder } from '../../lib/request/messages-request-builder.js';
import { VertexClientBuilder } from '../../lib/vertex/index.js';
import { json, serve } from '../support/loopback.js';
import { failureOf } from '../support/transport.js';
import { ANSWER } from './support.js';

// Passes tokens of the libraries of Google and Azure to `authToken()`, as their documentation shows.

const request = MessagesRequestBuilder.create('claude-opus-5-5').maxTokens(9).user('Hello').build();

describe('google-auth-library', () => {
  const vertex = VertexClientBuilder.create().project('my-project').region('global');

  test('two calls at once request one token of a service account and send it', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const google = await serve(json({ access_token: 'ya29.issued', expires_in: 3600, token_type: 'Bearer' }));
    const server = await serve(json(ANSWER));
    const auth = new GoogleAuth({
      scopes: 'https://www.googleapis.com/auth/cloud-platform',
      credentials: {
        type: 'service_account',
        client_email: 'clust@my-project.iam.gserviceaccount.com',
        private_key: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
      },
      clientOptions: {
        // Redirects calls of the token service of Google to the local server.
        transporterOptions: {
          adapter: (options, send) => send({ ...options, url: new URL(options.url.pathname, google.url) }),
        },
      },
    });
    const client = vertex
      .authToken(() => auth.getAccessToken())
      .baseUrl(server.url)
      .build();
    await Promise.all([client.createMessage(request), client.createMessage(request)]);
    expect(google.received).toHaveLength(1);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(
      Array(2).fill('Bearer ya29.issued'),
    );
  });

  test('a client without a token rejects with a CredentialError and sends nothing', async () => {
    const server = await serve(json(ANSWER));
    const oauth = new OAuth2Client({ credentials: {} });
    const client = vertex
      .authToken(async () => oauth.credentials.access_token)
      .baseUrl(server.url)
      .build();
    expect(await failureOf(client.createMessage(request))).toMatchObject({
      name: 'CredentialError',
      reason: 'invalid',
    });
    expect(server.received).toEqual([]);
  });
});

describe('@azure/identity', () => {
  const foundry = FoundryClientBuilder.create().resource('my-resource');
  /** A credential of the library. `expiresOnTimestamp` is in milliseconds. */
  const credentialOf = (lifetime: number) => {
    const scopes: unknown[] = [];
    const credential: TokenCredential = {
      async getToken(scope) {
        scopes.push(scope);
        return { token: `entra-${scopes.length}`, expiresOnTimestamp: Date.now() + lifetime };
      },
    };
    return { credential, scopes };
  };

  async function callTwice(credential: TokenCredential, url: string): Promise<void> {
    const client = foundry
      .authToken(() => credential.getToken('https://ai.azure.com/.default'))
      .baseUrl(url)
      .build();
    await client.createMessage(request);
    await client.createMessage(request);
  }

  test('a token is reused while it is valid', async () => {
    const server = await serve(json(ANSWER));
    const { credential, scopes } = credentialOf(3_600_000);
    await callTwice(credential, server.url);
    expect(scopes).toEqual(['https://ai.azure.com/.default']);
    expect(server.received[1]?.headers.authorization).toBe('Bearer entra-1');
  });

  test('a token that expires in 20 seconds is replaced', async () => {
    const server = await serve(json(ANSWER));
    const { credential, scopes } = credentialOf(20_000);
    await callTwice(credential, server.url);
    expect(scopes).toHaveLength(2);
    expect(server.received[1]?.headers.authorization).toBe('Bearer entra-2');
  });

  test('authToken() takes a bearer token provider', async () => {
    const server = await serve(json(ANSWER));
    // The type that getBearerTokenProvider() of @azure/identity returns.
    const provider: () => Promise<string> = async () => 'entra-by-provider';
    await foundry.authToken(provider).baseUrl(server.url).build().createMessage(request);
    expect(server.received[0]?.headers.authorization).toBe('Bearer entra-by-provider');
  });
});
